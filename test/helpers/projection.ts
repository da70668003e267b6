import { expect } from '@jest/globals';
import type { Practice } from '../../practice/server/index.ts';
import type { Db } from '../../src/db/schema.ts';
import type { Deps } from '../../src/deps.ts';
import { pictureOf } from '../../src/flows/picture.ts';

/** Every posting stands in Slack exactly once, and reads as its row says; whatever else the bot posted is named. */
export async function expectSlackEqualsRows(practice: Practice, db: Db): Promise<void> {
  const postings = await db.selectFrom('postings').selectAll().orderBy('id').execute();
  const shown = [...practice.state.messages].flatMap(([channel, messages]) =>
    messages.flatMap(({ metadata, ts, blocks }) => (metadata ? [{ channel, ts, blocks, id: idOf(metadata) }] : [])),
  );
  expect(shown.map(({ id }) => id).sort(byNumber)).toEqual(postings.map(({ id }) => id));
  for (const posting of postings) {
    expect(posting).toMatchObject({ drawn_version: posting.version, due_at: null, dead_at: null, lease_token: null });
    const message = shown.find(({ id }) => id === posting.id);
    expect(message).toMatchObject({ channel: posting.channel_id, ts: posting.message_ts });
    const deps: Pick<Deps, 'db' | 'teamId' | 'clock'> = { db, teamId: posting.team_id, clock: () => new Date() };
    const picture = await pictureOf(deps as Deps, posting);
    expect(bare(message?.blocks)).toEqual(bare(picture?.blocks));
  }
}

function idOf(metadata: { event_payload: Record<string, unknown> }): number {
  return Number(metadata.event_payload.posting_id);
}

function byNumber(a: number, b: number): number {
  return a - b;
}

/** Without what Slack itself fills in. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => key !== 'block_id' && key !== 'unicode');
  return Object.fromEntries(kept.map(([key, inner]) => [key, bare(inner)]));
}
