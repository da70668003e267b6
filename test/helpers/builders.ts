import { insertNewItems } from '../../src/db/items.ts';
import { insertMentions } from '../../src/db/mentions.ts';
import type { Trx, WatchRow } from '../../src/db/schema.ts';
import { saveSource, tieSources } from '../../src/db/sources.ts';
import type { FetchedItem } from '../../src/domain/item.ts';
import type { Judgement } from '../../src/domain/judgement.ts';
import { DEFAULT_APPROVAL, type WatchSettings } from '../../src/domain/settings.ts';
import { cleanItem } from '../../src/flows/clean-item.ts';
import type { World } from './world.ts';

export const TEAM = 'T0ACME';
export const OTHER_TEAM = 'T0OTHER';

/** The channels of every test: of the watch, of the ballots, of the calls for help. */
export const GEN = 'C0GEN';
export const VOTES = 'C0VOTES';
export const HELP = 'C0HELP';

export const MINUTE = 60_000;

type Where = Pick<World, 'db' | 'slack' | 'now'>;

/** A team with its channels, where everybody and the bot are in. */
export async function aTeam(
  world: Where,
  facts: {
    id?: string;
    managers?: string[];
    timezone?: string;
    approvals?: string | null;
    escalations?: string | null;
  } = {},
): Promise<string> {
  const { id = TEAM, managers = [], timezone = 'UTC', approvals = VOTES, escalations = HELP } = facts;
  await world.db
    .insertInto('teams')
    .values({
      id,
      name: id,
      url: `https://${id.toLowerCase()}.slack.com/`,
      timezone,
      managers: JSON.stringify(managers),
      approvals_channel: approvals,
      escalations_channel: escalations,
    })
    .execute();
  for (const [channel, name] of [
    [GEN, 'community'],
    [VOTES, 'approvals'],
    [HELP, 'help'],
  ] as const)
    aRoom(world, channel, { name });
  return id;
}

/** A channel where everybody and the bot are in. */
export function aRoom(
  world: Pick<World, 'slack'>,
  id: string,
  facts: { name?: string; members?: string[] } = {},
): string {
  const { name = id.toLowerCase(), members = 'everyone' } = facts;
  world.slack.rooms.set(id, { name, members, hasBot: true, archived: false });
  return id;
}

/** A watch that hears whatever names Acme. */
export async function aWatch(
  world: Where,
  facts: Partial<WatchSettings> & { teamId?: string; position?: number; paused?: boolean } = {},
): Promise<WatchRow> {
  const { name = 'Acme', any = ['acme'], all = [], none = [], voices = [], escalation = [] } = facts;
  return world.db
    .insertInto('watches')
    .values({
      team_id: facts.teamId ?? TEAM,
      name,
      position: facts.position ?? 0,
      channel_id: facts.channel ?? GEN,
      phrases_any: JSON.stringify(any),
      phrases_all: JSON.stringify(all),
      phrases_none: JSON.stringify(none),
      voices: JSON.stringify(voices),
      approval: JSON.stringify({ ...DEFAULT_APPROVAL, ...facts.approval }),
      escalation: JSON.stringify(escalation),
      from_file: true,
      paused_at: facts.paused ? world.now() : null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** A feed that these watches hear, due now. Returns its id. */
export async function aSource(
  world: Where,
  watches: WatchRow[],
  facts: { teamId?: string; url?: string; backfill?: number; everyMs?: number } = {},
): Promise<number> {
  const { teamId = TEAM, url = 'https://feeds.example/one.xml', backfill = 0, everyMs = MINUTE } = facts;
  return world.db.transaction().execute(async (trx) => {
    const named = { network: 'rss', key: url, settings: { url }, name: url, everyMs, backfill };
    const id = await saveSource(trx, teamId, named, world.now());
    for (const { id: watchId } of watches) await tie(trx, watchId, id);
    return id;
  });
}

async function tie(trx: Trx, watchId: number, sourceId: number): Promise<void> {
  const known = await trx.selectFrom('watch_sources').select('source_id').where('watch_id', '=', watchId).execute();
  await tieSources(trx, watchId, [...known.map((row) => row.source_id), sourceId]);
}

let items = 0;

/** Something about Acme, different each time. */
export function anItem(facts: Partial<FetchedItem> = {}): FetchedItem {
  items += 1;
  return {
    externalId: `item ${items}`,
    url: `https://blog.example/posts/${items}`,
    text: `Post number ${items}: the export of Acme has timed out on me again today.`,
    author: { name: `Author ${items}` },
    publishedAt: new Date(Date.UTC(2026, 10, 23, 8, 0, items % 3600)),
    ...facts,
  };
}

const UNJUDGED: Judgement = {
  tone: 'unclear',
  score: 0,
  language: null,
  kind: 'other',
  because: null,
  judgedBy: 'nobody',
};

/** A mention in its watch's channel, whose card is due. Returns its id. */
export async function aMention(
  world: Where,
  facts: Partial<FetchedItem> & {
    watch?: WatchRow;
    teamId?: string;
    backfilled?: boolean;
    at?: Date;
    judged?: Partial<Judgement>;
  } = {},
): Promise<number> {
  const { watch: given, teamId = TEAM, backfilled = false, at = world.now(), judged, ...said } = facts;
  const watch = given ?? (await theWatch(world, teamId));
  const item = cleanItem(anItem(said), { network: 'rss', sourceId: null });
  const judgement = { ...UNJUDGED, ...judged };
  return world.db.transaction().execute(async (trx) => {
    const itemId = [...(await insertNewItems(trx, teamId, [item], at)).values()][0] ?? 0;
    const wanted = { itemId, watchIds: [watch.id], channelId: watch.channel_id, backfilled, judgement };
    const id = (await insertMentions(trx, teamId, [wanted], at)).get(itemId);
    if (id === undefined) throw new Error('the mention was there already');
    return id;
  });
}

/** The team's first watch, made when there is none. */
async function theWatch(world: Where, teamId: string): Promise<WatchRow> {
  const known = await world.db.selectFrom('watches').selectAll().where('team_id', '=', teamId).executeTakeFirst();
  return known ?? aWatch(world, { teamId });
}
