import { beforeEach, expect, test } from '@jest/globals';
import { updateItemText } from '../../src/db/items.ts';
import { isRefusal } from '../../src/domain/refusal.ts';
import { checkReply } from '../../src/flows/check-reply.ts';
import { cleanItem } from '../../src/flows/clean-item.ts';
import { decideAlone } from '../../src/flows/decide-alone.ts';
import { moveMention } from '../../src/flows/move-mention.ts';
import { findFacts } from '../../src/flows/picture.ts';
import { holdReply } from '../../src/flows/publish-reply.ts';
import { SourceError } from '../../src/networks/network.ts';
import { fieldSentence } from '../../src/views/copy.ts';
import { publishModal } from '../../src/views/publish-modal.ts';
import { aMention, aTeam, aWatch, OTHER_TEAM, TEAM } from '../helpers/builders.ts';
import { ANA, BEN, CHI } from '../helpers/facts.ts';
import { aMentionIn, ballotRow, draft, granted, mentionRow } from '../helpers/stages.ts';
import { testWorld } from '../helpers/world.ts';
import { linesOf } from '../views/reading.ts';

const world = testWorld();
beforeEach(() => aTeam(world, { managers: [ANA] }));

async function forbid(...words: string[]): Promise<void> {
  await world.db
    .updateTable('teams')
    .set({ forbidden_words: JSON.stringify(words) })
    .where('id', '=', TEAM)
    .execute();
}

/** What Ben is told at the top when he is about to post. */
async function findingsFor(mentionId: number): Promise<string[]> {
  const hold = granted(await holdReply(world.deps, { mentionId, personId: BEN }));
  return hold.findings.map(({ kind }) => kind);
}

test.each([
  ['Buy it, it is CHEAP & <good>!', 'The reply says “cheap & <good>”, which your team does not use in replies.'],
  ['Hi [name], sorry!', 'The reply still holds “[name]”, which waits to be filled in.'],
])('a draft that says %j is refused under its field, and nothing is kept', async (text, sentence) => {
  await forbid('cheap & <good>');
  const mentionId = await aMentionIn(world, 'claimed');
  const refused = await draft(world, mentionId, { text });
  expect(isRefusal(refused) && fieldSentence(refused)).toContain(sentence);
  expect(await world.db.selectFrom('drafts').selectAll().execute()).toEqual([]);
  expect((await mentionRow(world, mentionId)).status).toBe('claimed');
});

test('what is only kept may wait to be filled in, but not say what the team never says', async () => {
  await forbid('cheap');
  const mentionId = await aMentionIn(world, 'claimed');
  expect(await draft(world, mentionId, { text: 'cheap', keepOnly: true })).toMatchObject({ refusal: 'not_ready' });
  granted(await draft(world, mentionId, { text: 'Hi [name]', keepOnly: true }));
});

test('a word that was forbidden after the approval stops the reply before it is posted', async () => {
  const mentionId = await aMentionIn(world, 'approved');
  await forbid('fix');
  const refused = await holdReply(world.deps, { mentionId, personId: BEN });
  expect(refused).toMatchObject({ refusal: 'not_ready', findings: [{ kind: 'forbidden_word', word: 'fix' }] });
  expect((await mentionRow(world, mentionId)).status).toBe('approved');
  await forbid();
  expect(await findingsFor(mentionId)).toEqual([]);
  await forbid('fix');
  expect(await findingsFor(mentionId)).toEqual(['forbidden_word']);
});

test('the author changed their words after the draft: said before posting, gone with a new draft', async () => {
  const mentionId = await aMentionIn(world, 'approved', { externalId: 'changing' });
  const said = { externalId: 'changing', text: 'Acme: it works again, sorry for the noise.' };
  const item = cleanItem(said, { network: 'rss', sourceId: null });
  await world.db.transaction().execute((trx) => updateItemText(trx, TEAM, item));
  expect(await findingsFor(mentionId)).toEqual(['original_changed']);
  const facts = await findFacts(world.deps, mentionId);
  const again = await aMentionIn(world, 'claimed', { externalId: 'changed twice' });
  granted(await draft(world, again));
  expect(facts && (await checkReply(world.deps, facts)).length).toBe(1);
  const fresh = await findFacts(world.deps, again);
  expect(fresh && (await checkReply(world.deps, fresh))).toEqual([]);
});

test('a draft from before the words were noted is in order', async () => {
  const mentionId = await aMentionIn(world, 'approved');
  await world.db.updateTable('drafts').set({ original_hash: null }).execute();
  expect(await findingsFor(mentionId)).toEqual([]);
});

function webThat(answer: () => Promise<never>): string[] {
  const asked: string[] = [];
  world.deps.http = {
    get: (url) => {
      asked.push(url);
      return answer();
    },
    close: async () => {},
  };
  return asked;
}

test.each([
  [404, ['original_gone']],
  [410, ['original_gone']],
  [403, []],
  [500, []],
  [undefined, []],
])('the host of the original answers %s', async (status, findings) => {
  const mentionId = await aMentionIn(world, 'approved');
  const asked = webThat(() => Promise.reject(new SourceError('no', status === undefined ? {} : { status })));
  expect(await findingsFor(mentionId)).toEqual(findings);
  expect(asked).toEqual([(await findFacts(world.deps, mentionId))?.url]);
});

test('a host that never answers holds nobody up for long, and an address that may not be fetched is in order', async () => {
  const mentionId = await aMentionIn(world, 'approved');
  webThat(() => new Promise(() => {}));
  const began = performance.now();
  expect(await findingsFor(mentionId)).toEqual([]);
  expect(performance.now() - began).toBeLessThan(4_000);
  webThat(() => Promise.reject(new Error('10.0.0.1 is not public')));
  expect(await findingsFor(mentionId)).toEqual([]);
});

test('nobody who may not publish makes Porchlight ask the web', async () => {
  const mentionId = await aMentionIn(world, 'approved');
  const asked = webThat(() => Promise.reject(new SourceError('no')));
  expect(isRefusal(await holdReply(world.deps, { mentionId, personId: CHI }))).toBe(true);
  expect(asked).toEqual([]);
});

const STORY = 'The very same story about Acme, told word for word in two places.';

test.each([
  [
    'the same story by its link',
    { url: 'https://blog.example/story' },
    { url: 'https://blog.example/story?utm_source=x' },
  ],
  [
    'the same author under the same title',
    { title: 'Acme export', author: { name: 'Maya', handle: 'maya' } },
    { title: 'Acme export', author: { name: 'Maya Ito', handle: 'maya' } },
  ],
  [
    'the same name under the same title, where there is no handle',
    { title: 'Acme export', author: { name: 'Maya' } },
    { title: 'Acme export', author: { name: 'Maya' } },
  ],
])('a colleague answered %s: said with its link', async (_, first, second) => {
  await aMentionIn(world, 'answered', first);
  const mentionId = await aMentionIn(world, 'approved', second);
  const hold = granted(await holdReply(world.deps, { mentionId, personId: BEN }));
  expect(hold.findings).toMatchObject([{ kind: 'replied_already', by: BEN, link: 'https://blog.example/answer' }]);
  const lines = linesOf(publishModal(hold.facts, hold).blocks);
  expect(lines.slice(0, 2)).toEqual([
    'Before you post',
    'Ben replied to this already, {ago} (see the reply). Post this only if it says more.',
  ]);
});

test.each([
  ['another author under the same title', { title: 'Acme export', author: { name: 'Maya', handle: 'maya' } }],
  ['the same author under another title', { title: 'Acme import', author: { name: 'Zoe', handle: 'zoe' } }],
  ['the same author without a title', { author: { name: 'Zoe', handle: 'zoe' } }],
])('%s was answered: nothing is said', async (_, first) => {
  await aMentionIn(world, 'answered', first);
  const mentionId = await aMentionIn(world, 'approved', {
    title: 'Acme export',
    author: { name: 'Zoe', handle: 'zoe' },
  });
  expect(await findingsFor(mentionId)).toEqual([]);
});

test('after a week, in another team, or not posted in the end: nothing is said', async () => {
  await aTeam(world, { id: OTHER_TEAM });
  await aWatch(world, { teamId: OTHER_TEAM });
  await aMentionIn(world, 'answered', { url: 'https://blog.example/story', text: STORY });
  world.pass(8 * 24 * 60 * 60_000);
  await aMentionIn(world, 'unknown', { url: 'https://blog.example/story?utm_source=y' });
  const other = await aMention(world, { teamId: OTHER_TEAM, url: 'https://blog.example/story' });
  await world.db
    .updateTable('replies')
    .set({ team_id: OTHER_TEAM, mention_id: other, state: 'posted', posted_at: world.now() })
    .where('state', '=', 'unknown')
    .execute();
  const mentionId = await aMentionIn(world, 'approved', { url: 'https://blog.example/story?utm_source=z' });
  expect(await findingsFor(mentionId)).toEqual([]);
});

test('a mention that was answered and taken up again says that it was answered', async () => {
  const mentionId = await aMentionIn(world, 'answered');
  granted(await moveMention(world.deps, { mentionId, personId: BEN, move: 'reopen', reason: 'they wrote again' }));
  granted(await moveMention(world.deps, { mentionId, personId: BEN, move: 'claim' }));
  granted(await draft(world, mentionId, { text: 'One more thing.' }));
  const { draft_id: draftId } = await ballotRow(world, mentionId);
  granted(await decideAlone(world.deps, { mentionId, personId: ANA, draftId, reason: 'urgent' }));
  expect(await findingsFor(mentionId)).toEqual(['replied_already']);
});

test('text of authors and drafts in a finding is never markup', async () => {
  const mentionId = await aMentionIn(world, 'claimed', { author: { name: 'Zoe <!channel>' } });
  granted(await draft(world, mentionId, { text: 'Hi Maria, <!channel> ftp://a.b/<@U0BEN> ok' }));
  const facts = await findFacts(world.deps, mentionId);
  const findings = facts ? await checkReply(world.deps, facts) : [];
  expect(findings.length).toBeGreaterThan(1);
  const { blocks } = publishModal(facts ?? ({} as never), { heldUntil: world.now(), findings });
  expect(JSON.stringify(blocks[0])).not.toContain('broadcast');
  expect(JSON.stringify(blocks[0])).not.toContain('"user"');
  expect(linesOf(blocks).join('\n')).toContain('“<!channel>”, which may call many people together');
});
