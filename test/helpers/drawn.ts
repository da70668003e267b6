import { expect } from '@jest/globals';
import { pictureOf } from '../../src/flows/picture.ts';
import type { FakeSlack, Fault, Method } from './fake-slack.ts';
import type { World } from './world.ts';

/** Every posting row of the team, in order. */
export function postingRows(world: World) {
  return world.db.selectFrom('postings').selectAll().where('team_id', '=', world.deps.teamId).orderBy('id').execute();
}

/** The rows are all drawn, each stands once where it should, and shows exactly the picture of its row. */
export async function expectDrawn(world: World, options: { twins?: boolean } = {}): Promise<void> {
  for (const row of await postingRows(world)) {
    const what = { id: row.id, kind: row.kind };
    const shown = world.slack.shown().filter((one) => one.postingId === row.id);
    const living = shown.find((one) => one.ts === row.message_ts);
    const picture = await pictureOf(world.deps, row);
    const place = { channel: row.channel_id.replace(/^U/, 'D'), ts: row.message_ts ?? '' };
    if (row.removed_at || (row.due_at === null && world.slack.isDeleted(place))) continue;
    if (!picture) {
      expect({ ...what, due: row.due_at }).toEqual({ ...what, due: null });
      continue;
    }
    expect({ ...what, due: row.due_at, drawn: row.drawn_version }).toEqual({ ...what, due: null, drawn: row.version });
    expect({ ...what, message: living?.message }).toEqual({ ...what, message: picture });
    if (!options.twins && !/^[UD]/.test(row.channel_id))
      expect({ ...what, times: shown.length }).toEqual({ ...what, times: 1 });
  }
}

/** A post may come this much too early, because a late one before it moves no other. */
const EARLY_MS = 200;

/** No two posts into one channel within a second. */
export function expectPaced(slack: FakeSlack): void {
  const last = new Map<string, number>();
  for (const { method, channel = '', at } of slack.calls) {
    if (method !== 'post') continue;
    const gap = Number(at) - (last.get(channel) ?? 0);
    expect({ channel, at, isPaced: gap >= 1_000 - EARLY_MS }).toEqual({ channel, at, isPaced: true });
    last.set(channel, Number(at));
  }
}

/** Slack's own book of silence: after a 429, whoever asks before its time is noted in `tooEarly`. */
export function strictSlack(slack: FakeSlack, weather: (method: Method) => Fault | undefined) {
  const silentUntil = new Map<string, number>();
  const tooEarly: string[] = [];
  slack.weather = ({ method, channel, at }) => {
    const place = method === 'post' ? `post ${channel}` : method;
    if (Number(at) < (silentUntil.get(place) ?? 0)) tooEarly.push(`${place} at ${at.toISOString()}`);
    const fault = weather(method);
    if (typeof fault === 'object' && 'limited' in fault) silentUntil.set(place, Number(at) + (fault.limited ?? 0));
    return fault;
  };
  return { tooEarly };
}
