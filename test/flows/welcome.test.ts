import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Deps } from '../../src/deps.ts';
import { drawDue } from '../../src/flows/draw-posting.ts';
import { helpOnce } from '../../src/flows/help-once.ts';
import { saveTeam, teamFacts } from '../../src/flows/save-team.ts';
import {
  greet,
  readFirstSteps,
  saveFirstApprovers,
  saveFirstChannel,
  saveFirstWatch,
} from '../../src/flows/welcome.ts';
import type { Http } from '../../src/networks/http.ts';
import { closeNetworks } from '../../src/networks/index.ts';
import { aRoom, aTeam, aWatch, GEN, TEAM } from '../helpers/builders.ts';
import { ANA, BEN, DANA } from '../helpers/facts.ts';
import { granted } from '../helpers/stages.ts';
import { testWorld } from '../helpers/world.ts';
import { httpFor, startWeb, type Web } from '../networks/web.ts';
import { buttonsOf, linesOf } from '../views/reading.ts';

const world = testWorld();
const FEED =
  '<rss version="2.0"><channel><title>Blog</title><item><title>About acme</title><guid>1</guid></item></channel></rss>';
const PAGE = '<html><head><link rel="alternate" type="application/rss+xml" href="/feed.xml"></head></html>';

let web: Web;
let http: Http;
let deps: Deps;
beforeAll(async () => {
  web = await startWeb((request, response) => {
    const page = { '/feed.xml': FEED, '/': PAGE }[request.url ?? ''];
    response.writeHead(page ? 200 : 404).end(page);
  });
});
afterAll(async () => {
  await web.close();
  await closeNetworks();
});
beforeEach(async () => {
  http = httpFor(web);
  deps = { ...world.deps, http };
  await aTeam(world, { approvals: null, escalations: null });
  world.slack.describe(DANA, { isAdmin: true, timezone: 'Europe/Rome' });
  world.slack.describe(ANA, { isAdmin: true });
});
afterEach(() => http.close());

const DM = DANA.replace('U', 'D');
const team = () => world.db.selectFrom('teams').selectAll().where('id', '=', TEAM).executeTakeFirstOrThrow();
const EVERYONE = { votes: '1', everyone: true, people: [], groups: [] };

/** What the greeting says at this moment. */
async function greeting() {
  await world.settled();
  await world.rest();
  const [shown, ...more] = world.slack.shown(DM);
  expect(more).toEqual([]);
  return shown ? { lines: linesOf(shown.message.blocks), buttons: buttonsOf(shown.message.blocks) } : undefined;
}

test('the first manager is greeted once, whoever comes at the same moment; nobody else is', async () => {
  await greet(deps, BEN);
  expect(world.slack.shown()).toEqual([]);
  await Promise.all([greet(deps, DANA), greet(deps, DANA), greet(deps, ANA)]);
  await greet(deps, ANA);
  await world.calm(3);
  expect(world.slack.shown()).toHaveLength(1);
});

test('where something is watched already, nobody is greeted', async () => {
  await aWatch(world);
  await greet(deps, DANA);
  expect(world.slack.shown()).toEqual([]);
});

test('the three steps lead from an empty workspace to the first card, each said when it is done', async () => {
  await greet(deps, DANA);
  expect(await greeting()).toMatchObject({ buttons: ['Choose the channel… *', 'All settings…'] });

  granted(await saveFirstChannel(deps, { personId: DANA, channelId: GEN }));
  expect(await greeting()).toMatchObject({
    lines: expect.arrayContaining(['Done: cards go to #C0GEN']),
    buttons: ['Say what to listen for… *', 'All settings…'],
  });
  expect(await team()).toMatchObject({ default_channel: GEN, escalations_channel: GEN, timezone: 'Europe/Rome' });

  const address = `${web.origin}/`;
  granted(await saveFirstWatch(deps, { personId: DANA, address, phrase: 'acme' }, { waitMs: 5_000 }));
  expect(await greeting()).toMatchObject({
    lines: expect.arrayContaining(['Done: “acme” listens to 1 source']),
    buttons: ['Say who approves… *', 'All settings…'],
  });
  expect(await world.db.selectFrom('sources').selectAll().execute()).toMatchObject([{ name: 'Blog', backfill: 5 }]);

  granted(await saveFirstApprovers(deps, { personId: DANA, form: EVERYONE, channelId: GEN }));
  expect(await greeting()).toMatchObject({
    lines: expect.arrayContaining([
      'Done: a reply needs 1 approval by anybody but its writer, in #C0GEN',
      'You are ready: what is said from now on becomes cards in #C0GEN. Type /community help to see what else there is.',
    ]),
    buttons: ['All settings…'],
  });
  expect(await team()).toMatchObject({ approvals_channel: GEN });
  expect(await world.db.selectFrom('watches').selectAll().executeTakeFirstOrThrow()).toMatchObject({
    channel_id: GEN,
    approval: { votes: 1, objections: 1, approvers: 'everyone' },
  });
});

test('a greeting whose answer was lost still comes, and follows the steps', async () => {
  world.slack.fail('post', 'lost before');
  await greet(deps, DANA);
  expect(world.slack.shown()).toEqual([]);
  world.pass(61_000);
  await drawDue(deps);
  world.pass(61_000);
  await drawDue(deps);
  granted(await saveFirstChannel(deps, { personId: DANA, channelId: GEN }));
  expect((await greeting())?.lines).toContain('Done: cards go to #C0GEN');
});

test('what is set elsewhere is ticked in the greeting too', async () => {
  await greet(deps, DANA);
  granted(await saveFirstChannel(deps, { personId: DANA, channelId: GEN }));
  granted(await saveFirstWatch(deps, { personId: DANA, address: `${web.origin}/feed.xml`, phrase: 'acme' }));
  const seen = teamFacts(await team()).stamp;
  granted(await saveTeam(deps, { personId: DANA, seen, form: { approvalsChannel: GEN } }));
  expect((await greeting())?.buttons).toEqual(['All settings…']);
});

test('each step is for managers, and tells its faults under the field', async () => {
  aRoom(world, 'C0PRIVATE');
  world.slack.rooms.delete('C0PRIVATE');
  const all = (personId: string) => [
    readFirstSteps(deps, personId),
    saveFirstChannel(deps, { personId, channelId: GEN }),
    saveFirstWatch(deps, { personId, address: web.origin, phrase: 'acme' }),
    saveFirstApprovers(deps, { personId, form: EVERYONE, channelId: GEN }),
  ];
  for (const outcome of await Promise.all(all(BEN))) expect(outcome).toMatchObject({ refusal: 'not_yours' });
  const told = async (wish: Promise<unknown>) =>
    ((await wish) as { problems: { at: string }[] }).problems.map(({ at }) => at);
  expect(await told(saveFirstChannel(deps, { personId: DANA, channelId: null }))).toEqual(['channel']);
  expect(await told(saveFirstChannel(deps, { personId: DANA, channelId: 'C0PRIVATE' }))).toEqual(['channel']);
  granted(await saveFirstChannel(deps, { personId: DANA, channelId: GEN }));
  expect(await told(saveFirstWatch(deps, { personId: DANA, address: '', phrase: 'acme' }))).toEqual(['addresses']);
  expect(await told(saveFirstWatch(deps, { personId: DANA, address: `${web.origin}/x`, phrase: 'acme' }))).toEqual([
    'addresses',
  ]);
  expect(await saveFirstApprovers(deps, { personId: DANA, form: EVERYONE, channelId: GEN })).toEqual({
    refusal: 'no_watch',
  });
  const nobody = { ...EVERYONE, everyone: false };
  expect(await told(saveFirstApprovers(deps, { personId: DANA, form: nobody, channelId: GEN }))).toEqual(['people']);
  expect(await told(saveFirstApprovers(deps, { personId: DANA, form: EVERYONE, channelId: null }))).toEqual([
    'approvalsChannel',
  ]);
});

test('who presses a card’s button for the first time is helped once ever; guests are not', async () => {
  world.slack.describe('U0GUEST', { isGuest: true });
  await Promise.all([helpOnce(deps, BEN, GEN), helpOnce(deps, BEN, GEN)]);
  await helpOnce(deps, BEN, GEN);
  await helpOnce(deps, 'U0GUEST', GEN);
  expect(world.slack.whispers).toEqual([
    { channel: GEN, person: BEN, text: expect.stringContaining('/community help says more.') },
  ]);
});
