import type { SourceRow, TeamRow, Trx, WatchRow } from '../db/schema.ts';
import { restUnheardSources, tieSources } from '../db/sources.ts';
import {
  insertWatch,
  keepSource,
  listSourcesOf,
  updateWatch,
  type WatchValues,
  wakeSources,
} from '../db/watch-settings.ts';
import { findWatch, listWatches, resumeChannel } from '../db/watches.ts';
import type { Deps } from '../deps.ts';
import { sameName } from '../domain/department-form.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { DEFAULT_APPROVAL, type Phrases } from '../domain/settings.ts';
import { stampOf } from '../domain/stamp.ts';
import { readWatchForm, type WatchEdits, type WatchForm } from '../domain/watch-form.ts';
import { addressNetwork } from '../networks/index.ts';
import { changeSettings, channelProblems, peopleProblems, refusedSettings, unfit } from './change-settings.ts';
import { type Checked, checkAddresses } from './check-addresses.ts';
import { renameInGoals } from './save-goal.ts';

export type WatchWish = {
  personId: string;
  /** Null for a new watch. */
  watchId: number | null;
  /** The stamp of the watch as the person saw it. */
  seen: string;
  form: WatchForm;
};

export type SavedWatch = { watchId: number; isNew: boolean; pending: string[] };

/**
 * Keeps a new or a changed watch. Its new addresses are asked first, for a moment: what leads to no feed is refused
 * under its field, what a web page names takes the page's place, and what does not answer in time is kept as it is.
 */
export async function saveWatch(
  deps: Deps,
  wish: WatchWish,
  options: { waitMs?: number } = {},
): Promise<SavedWatch | Refusal> {
  const refused = await refusedSettings(deps, wish.personId);
  if (refused) return refused;
  const known = await findKnown(deps, wish.watchId);
  if (isRefusal(known)) return known;
  const edits = readWatchForm(wish.form, known.phrases);
  if (isRefusal(edits)) return edits;
  const { watch, kept } = known;
  const { showNewest } = edits;
  const [checked, inChannel, ofPeople] = await Promise.all([
    checkAddresses(deps, 'addresses', newAddresses(edits, kept), { ...options, showNewest }),
    channelProblems(deps, 'channel', edits.channel, watch?.channel_id ?? null),
    peopleProblems(deps, 'voices', edits.voices, watch?.voices ?? []),
  ]);
  const problems = unfit([...inChannel, ...ofPeople, ...checked.problems]);
  return problems ?? keepWatch(deps, wish, edits, checked);
}

/** The watch as it stands before the form, and what of it the form may not hold. */
async function findKnown(deps: Deps, watchId: number | null) {
  const watch = watchId === null ? undefined : await findWatch(deps.db, deps.teamId, watchId);
  if (watchId !== null && !watch) return { refusal: 'gone' } as const;
  const phrases = watch ? phrasesOf(watch) : { any: [], all: [], none: [] };
  const kept = watch ? await listSourcesOf(deps.db, watch.id) : [];
  return { watch, phrases, kept };
}

function keepWatch(deps: Deps, wish: WatchWish, edits: WatchEdits, checked: Checked): Promise<SavedWatch | Refusal> {
  const act = wish.watchId === null ? 'watch_add' : 'watch_change';
  return changeSettings(deps, wish.personId, { act, detail: { name: edits.name } }, async (trx, team, now) => {
    const watch = wish.watchId === null ? undefined : await findWatch(trx, team.id, wish.watchId);
    const refused = await obstacle(trx, team, wish, watch, edits);
    if (refused) return refused;
    const sources = watch ? await listSourcesOf(trx, watch.id) : [];
    const watchId = await writeWatch(trx, team, watch, valuesOf(edits, watch));
    const fresh: number[] = [];
    for (const source of checked.sources) fresh.push(await keepSource(trx, team.id, source, now));
    await tieSources(trx, watchId, [...stillHeard(edits, sources), ...fresh]);
    if (!watch?.paused_at) await wakeSources(trx, watchId, now);
    await restUnheardSources(trx, team.id);
    return { watchId, isNew: !watch, pending: checked.pending };
  });
}

async function obstacle(
  trx: Trx,
  team: TeamRow,
  wish: WatchWish,
  watch: WatchRow | undefined,
  edits: WatchEdits,
): Promise<Refusal | undefined> {
  if (wish.watchId !== null && !watch) return { refusal: 'gone' };
  if (watch?.from_file) return { refusal: 'file_managed' };
  if (watch && watchStamp(watch, await listSourcesOf(trx, watch.id)) !== wish.seen)
    return { refusal: 'settings_moved_on' };
  const others = (await listWatches(trx, team.id)).filter((one) => one.id !== watch?.id);
  const isTaken = others.some((one) => sameName(one.name, edits.name));
  return isTaken ? unfit([{ at: 'name', problem: 'There is a watch of this name already.' }]) : undefined;
}

async function writeWatch(trx: Trx, team: TeamRow, watch: WatchRow | undefined, values: WatchValues): Promise<number> {
  await resumeChannel(trx, team.id, values.channelId);
  if (!watch) return insertWatch(trx, team.id, values, DEFAULT_APPROVAL);
  await updateWatch(trx, watch, values);
  await renameInGoals(trx, team, 'watch', { from: watch.name, to: values.name });
  return watch.id;
}

function valuesOf({ name, channel, voices, ...edits }: WatchEdits, watch: WatchRow | undefined): WatchValues {
  const known = watch ? phrasesOf(watch) : { any: [], all: [], none: [] };
  const { any = known.any, all = known.all, none = known.none } = edits;
  return { name, channelId: channel, voices, any, all, none };
}

function phrasesOf(watch: WatchRow): Phrases {
  return { any: watch.phrases_any, all: watch.phrases_all, none: watch.phrases_none };
}

/** The address of a source that somebody typed; undefined for sources of other networks. */
export function addressOf(source: Pick<SourceRow, 'network' | 'settings'>): string | undefined {
  const { url } = source.settings;
  return source.network === addressNetwork.name && typeof url === 'string' ? url : undefined;
}

function newAddresses({ addresses = [] }: WatchEdits, kept: SourceRow[]): string[] {
  const known = kept.map(addressOf);
  return addresses.filter((address) => !known.some((one) => isSameAddress(one, address)));
}

/** The sources of the watch that the form still names, and those that it cannot name. */
function stillHeard({ addresses }: WatchEdits, kept: SourceRow[]): number[] {
  const heard = kept.filter((source) => {
    const address = addressOf(source);
    return !address || !addresses || addresses.some((one) => isSameAddress(one, address));
  });
  return heard.map(({ id }) => id);
}

function isSameAddress(a: string | undefined, b: string): boolean {
  const keyOf = (url: string) => {
    const settings = addressNetwork.settings.safeParse({ url });
    return settings.success ? addressNetwork.sourceKey(settings.data) : url;
  };
  return a !== undefined && keyOf(a) === keyOf(b);
}

/** Tells whether the watch is still as its form showed it. Pure. */
export function watchStamp(watch: WatchRow, sources: Pick<SourceRow, 'id'>[]): string {
  const ids = sources.map(({ id }) => id).sort((a, b) => a - b);
  return stampOf([watch.name, watch.channel_id, phrasesOf(watch), watch.voices, ids]);
}
