import type { SourceRow, WatchRow } from '../db/schema.ts';
import { getTeam } from '../db/teams.ts';
import { listSourcesOf } from '../db/watch-settings.ts';
import { findWatch, listWatches } from '../db/watches.ts';
import type { Deps } from '../deps.ts';
import type { SourceLine } from '../domain/overview.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { FileSection } from '../domain/settings.ts';
import type { SettingsFacts, UserGroup, WatchBrief, WatchFacts } from '../domain/settings-facts.ts';
import { refusedSettings } from './change-settings.ts';
import { teamFacts } from './save-team.ts';
import { addressOf, watchStamp } from './save-watch.ts';

/** Everything that can be set, for a manager. */
export async function readSettings(deps: Deps, personId: string): Promise<SettingsFacts | Refusal> {
  return (await refusedSettings(deps, personId)) ?? settingsOf(deps);
}

/** The same for a form of a section that community.yml may manage. */
export async function readEditable(
  deps: Deps,
  personId: string,
  section: FileSection,
): Promise<SettingsFacts | Refusal> {
  const facts = await readSettings(deps, personId);
  return 'team' in facts && facts.team.sections.includes(section) ? { refusal: 'file_managed' } : facts;
}

/** The same without asking who wants to know. */
export async function settingsOf(deps: Deps): Promise<SettingsFacts> {
  const team = await getTeam(deps.db, deps.teamId);
  const watches = await listWatches(deps.db, deps.teamId);
  const { departments, goals } = team;
  return { team: teamFacts(team), watches: watches.map(briefOf), departments, goals };
}

/** One watch with all that is set about it, for a manager. */
export async function readWatch(
  deps: Deps,
  wish: { personId: string; watchId: number },
): Promise<WatchFacts | Refusal> {
  const refused = await refusedSettings(deps, wish.personId);
  return refused ?? (await readWatchFacts(deps, wish.watchId)) ?? { refusal: 'gone' };
}

/** The same for the forms, which are not opened on what community.yml manages. */
export async function readEditableWatch(
  deps: Deps,
  wish: { personId: string; watchId: number },
): Promise<WatchFacts | Refusal> {
  const watch = await readWatch(deps, wish);
  return 'fromFile' in watch && watch.fromFile ? { refusal: 'file_managed' } : watch;
}

/** Everything that is set about a watch; undefined when the team has no such watch. */
export async function readWatchFacts(deps: Deps, watchId: number): Promise<WatchFacts | undefined> {
  const watch = await findWatch(deps.db, deps.teamId, watchId);
  if (!watch) return undefined;
  const { timezone } = await getTeam(deps.db, deps.teamId);
  const sources = await listSourcesOf(deps.db, watchId);
  return {
    ...briefOf(watch),
    channelId: watch.channel_id,
    any: watch.phrases_any,
    all: watch.phrases_all,
    none: watch.phrases_none,
    voices: watch.voices,
    addresses: sources.flatMap((source) => addressOf(source) ?? []),
    sources: sources.map(sourceLine),
    approval: watch.approval,
    escalation: watch.escalation,
    timezone,
    stamp: watchStamp(watch, sources),
  };
}

function briefOf(watch: WatchRow): WatchBrief {
  const { id, name, from_file: fromFile, paused_at: pausedAt, paused_reason: reason } = watch;
  return { id, name, fromFile, pausedReason: pausedAt ? (reason ?? '') : null };
}

function sourceLine(source: SourceRow): SourceLine {
  return {
    id: source.id,
    network: source.network,
    name: source.name,
    watches: [],
    everyMs: source.every_ms,
    lastSuccessAt: source.last_success_at,
    lastError: source.last_error,
    nextPollAt: source.due_at,
    stopped: source.stopped_at !== null,
  };
}

/** The user groups of the workspace; none where its plan has none. */
export function listGroups(deps: Deps): Promise<UserGroup[]> {
  return deps.slack.userGroups();
}
