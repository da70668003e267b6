import type { Trx } from '../db/schema.ts';
import { restUnheardSources, saveSource, tieSources } from '../db/sources.ts';
import { releaseFromFile, saveFileSections } from '../db/teams.ts';
import { pauseAbsentWatches, resumeChannel, saveFileWatch } from '../db/watches.ts';
import type { Deps } from '../deps.ts';
import { rungKind } from '../domain/escalation.ts';
import type { EscalationStep, SourceSettings, TeamSettings } from '../domain/settings.ts';
import { findNetwork } from '../networks/index.ts';

/** What in the file cannot be, as far as only Slack knows; the path is the place in the file. */
export type SettingsProblem = { path: string; problem: string };

/**
 * Makes the team's settings those of the file: applied twice they change nothing, and with any problem nothing is
 * applied. Watches that have left the file are paused.
 */
export async function applySettings(deps: Deps, settings: TeamSettings): Promise<SettingsProblem[]> {
  const { resolved, problems } = await resolveNames(deps, settings);
  if (problems.length > 0) return problems;
  const joined = await joinChannels(deps, resolved);
  const now = deps.clock();
  const sources = sharedSources(resolved.watches.map((watch) => watch.sources));
  await deps.db.transaction().execute(async (trx) => {
    await saveFileSections(trx, deps.teamId, resolved);
    for (const channel of joined) await resumeChannel(trx, deps.teamId, channel);
    const present: number[] = [];
    for (const [position, watch] of resolved.watches.entries()) {
      const watchId = await saveFileWatch(trx, deps.teamId, position, watch);
      await tieSources(trx, watchId, await saveSources(trx, deps.teamId, sources[position] ?? [], now));
      present.push(watchId);
    }
    await pauseAbsentWatches(trx, deps.teamId, present, now);
    await restUnheardSources(trx, deps.teamId);
  });
  return [];
}

/** There is no file: what one managed before goes on as it is, and is set in Slack from now on. */
export async function releaseSettings(deps: Deps): Promise<void> {
  await deps.db.transaction().execute((trx) => releaseFromFile(trx, deps.teamId));
}

type Keyed = SourceSettings & { key: string };

/** A source that several watches name is one: asked as often, and first shown as far back, as any of them wants. */
function sharedSources(ofWatches: SourceSettings[][]): Keyed[][] {
  const keyed = ofWatches.map((sources) => sources.map((source) => ({ ...source, key: keyOf(source) })));
  const alike = ({ network, key }: Keyed) => keyed.flat().filter((one) => one.network === network && one.key === key);
  return keyed.map((sources) =>
    sources.map((source) => ({
      ...source,
      everyMs: Math.min(...alike(source).map((one) => one.everyMs)),
      backfill: Math.max(...alike(source).map((one) => one.backfill)),
    })),
  );
}

function keyOf(source: SourceSettings): string {
  const network = findNetwork(source.network);
  if (!network) throw new Error(`there is no network ${source.network}`);
  return network.sourceKey(network.settings.parse(source.settings) as never);
}

/** New sources are due at once, a little apart. */
async function saveSources(trx: Trx, teamId: string, sources: Keyed[], now: Date): Promise<number[]> {
  const ids: number[] = [];
  for (const [n, { network, key, settings, everyMs, backfill }] of sources.entries()) {
    const named = { network, key, settings, name: key, everyMs, backfill };
    ids.push(await saveSource(trx, teamId, named, new Date(+now + n * 200)));
  }
  return ids;
}

/** '#name' becomes the channel's id, an e-mail address the person's. */
async function resolveNames(deps: Deps, settings: TeamSettings) {
  const problems: SettingsProblem[] = [];
  const channel = async (path: string, name: string): Promise<string> => {
    if (!name.startsWith('#')) return name;
    const id = await deps.slack.channelNamed(name.slice(1));
    if (!id) problems.push({ path, problem: `There is no channel ${name} that Porchlight can see.` });
    return id ?? name;
  };
  const person = async (path: string, name: string): Promise<string> => {
    if (!name.includes('@')) return name;
    const id = await deps.slack.personByEmail(name);
    if (!id) problems.push({ path, problem: `Nobody in this workspace has the e-mail address ${name}.` });
    return id ?? name;
  };
  const resolved: TeamSettings = {
    ...settings,
    managers: await inTurn(settings.managers, (name, n) => person(`team.managers[${n}]`, name)),
    watches: await inTurn(settings.watches, async (watch, n) => ({
      ...watch,
      channel: await channel(`watches[${n}].channel`, watch.channel),
      escalation: await inTurn(watch.escalation, async (step, m) => ({
        ...step,
        to: await channel(`watches[${n}].escalation[${m}].to`, step.to),
      })),
    })),
    departments: await inTurn(settings.departments, async (department, n) => ({
      ...department,
      channel: await channel(`departments[${n}].channel`, department.channel),
    })),
    goals: await inTurn(settings.goals, async (goal, n) => ({
      ...goal,
      ...(goal.owner !== undefined && { owner: await person(`goals[${n}].owner`, goal.owner) }),
    })),
  };
  if (settings.approvalsChannel) {
    resolved.approvalsChannel = await channel('channels.approvals', settings.approvalsChannel);
  }
  if (settings.escalationsChannel) {
    resolved.escalationsChannel = await channel('channels.escalations', settings.escalationsChannel);
  }
  return { resolved, problems };
}

/** One after the other: a long file must not knock on Slack's door a hundred times at once. */
async function inTurn<T, U>(list: T[], work: (one: T, n: number) => Promise<U>): Promise<U[]> {
  const done: U[] = [];
  for (const [n, one] of list.entries()) done.push(await work(one, n));
  return done;
}

/** The channels on a ladder. */
function channelsOf(ladder: EscalationStep[]): string[] {
  return ladder.map(({ to }) => to).filter((to) => rungKind(to) === 'channel');
}

/**
 * Public channels are joined; to a private one somebody must invite Porchlight, which the first post will say. Returns
 * those that Porchlight is in: they take posts, whatever was the matter before.
 */
async function joinChannels(deps: Deps, settings: TeamSettings): Promise<string[]> {
  const wanted = [
    settings.approvalsChannel,
    settings.escalationsChannel,
    ...settings.watches.flatMap(({ channel, escalation }) => [channel, ...channelsOf(escalation)]),
    ...settings.departments.map((department) => department.channel),
  ];
  const joined: string[] = [];
  for (const channel of new Set(wanted)) if (channel && (await deps.slack.join(channel))) joined.push(channel);
  return joined;
}
