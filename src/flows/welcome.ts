import { insertPosting } from '../db/postings.ts';
import { patchTeam } from '../db/team-settings.ts';
import { getTeam } from '../db/teams.ts';
import { saveApproval } from '../db/watch-settings.ts';
import { listWatches } from '../db/watches.ts';
import { takeGreeting } from '../db/welcome.ts';
import type { Deps } from '../deps.ts';
import { type PolicyForm, readPolicyForm } from '../domain/policy-form.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { timezone } from '../domain/setting-values.ts';
import type { WelcomeFacts } from '../domain/settings-facts.ts';
import { changeSettings, channelProblems, peopleProblems, refusedSettings, unfit } from './change-settings.ts';
import { drawWelcome } from './draw-welcome.ts';
import { readWelcome } from './read-welcome.ts';
import { type SavedWatch, saveWatch } from './save-watch.ts';

/** The first manager who shows up in a workspace where nothing is watched is greeted with three steps, once. */
export async function greet(deps: Deps, personId: string): Promise<void> {
  const { greeted_at: greetedAt } = await getTeam(deps.db, deps.teamId);
  if (greetedAt !== null || (await refusedSettings(deps, personId))) return;
  const now = deps.clock();
  await deps.db.transaction().execute(async (trx) => {
    if (!(await takeGreeting(trx, deps.teamId, now))) return;
    await insertPosting(trx, { team_id: deps.teamId, kind: 'welcome', channel_id: personId }, now);
  });
  await drawWelcome(deps);
}

/** How far the first steps are, for a manager who takes the next one. */
export async function readFirstSteps(deps: Deps, personId: string): Promise<WelcomeFacts | Refusal> {
  return (await refusedSettings(deps, personId)) ?? readWelcome(deps);
}

/** The first step: where the cards go. Calls for help go there too, and the team's zone is its manager's, until somebody says otherwise. */
export async function saveFirstChannel(
  deps: Deps,
  wish: { personId: string; channelId: string | null },
): Promise<'saved' | Refusal> {
  const refused = await refusedSettings(deps, wish.personId);
  if (refused) return refused;
  const { channelId } = wish;
  if (!channelId)
    return { refusal: 'unfit_settings', problems: [{ at: 'channel', problem: 'Please choose a channel.' }] };
  const problems = unfit(await channelProblems(deps, 'channel', channelId, null));
  if (problems) return problems;
  const zone = timezone.safeParse((await deps.slack.person(wish.personId))?.timezone).data;
  return changeSettings(deps, wish.personId, { act: 'first_channel' }, async (trx, team) => {
    const isOpen = (section: 'team' | 'channels') => !team.file_sections.includes(section);
    await patchTeam(trx, team.id, {
      default_channel: channelId,
      ...(isOpen('channels') && team.escalations_channel === null && { escalations_channel: channelId }),
      ...(isOpen('team') && team.timezone === 'UTC' && { timezone: zone }),
    });
    return 'saved' as const;
  });
}

/** The second step: one address and one phrase make the first watch, which shows its newest matches at once. */
export async function saveFirstWatch(
  deps: Deps,
  wish: { personId: string; address: string; phrase: string },
  options: { waitMs?: number } = {},
): Promise<SavedWatch | Refusal> {
  const { default_channel: channel } = await getTeam(deps.db, deps.teamId);
  if (wish.address.trim() === '') {
    return {
      refusal: 'unfit_settings',
      problems: [{ at: 'addresses', problem: 'Please type the address of a blog or a feed.' }],
    };
  }
  const phrases = { any: wish.phrase, all: '', none: '' };
  const form = { name: wish.phrase, channel, ...phrases, addresses: wish.address, voices: [], showNewest: true };
  return saveWatch(deps, { personId: wish.personId, watchId: null, seen: '', form }, options);
}

/** The third step: who approves replies about the first watch, how many of them, and where. */
export async function saveFirstApprovers(
  deps: Deps,
  wish: { personId: string; form: Omit<PolicyForm, 'objections' | 'windowMs'>; channelId: string | null },
): Promise<'saved' | Refusal> {
  const refused = await refusedSettings(deps, wish.personId);
  if (refused) return refused;
  const { approvals_channel: known } = await getTeam(deps.db, deps.teamId);
  const { channelId, form } = wish;
  const policy = readPolicyForm({ ...form, objections: '1', windowMs: String(24 * 60 * 60_000) });
  if (isRefusal(policy)) return policy;
  if (!channelId)
    return { refusal: 'unfit_settings', problems: [{ at: 'approvalsChannel', problem: 'Please choose a channel.' }] };
  const problems = unfit([
    ...(await peopleProblems(deps, 'people', form.everyone ? [] : form.people, [])),
    ...(await channelProblems(deps, 'approvalsChannel', channelId, known)),
  ]);
  if (problems) return problems;
  return changeSettings(deps, wish.personId, { act: 'first_approvers' }, async (trx, team) => {
    const [first] = await listWatches(trx, team.id);
    if (!first) return { refusal: 'no_watch' };
    if (first.from_file || team.file_sections.includes('channels')) return { refusal: 'file_managed' };
    const { votes, approvers } = policy;
    await saveApproval(trx, first.id, { ...first.approval, votes, approvers });
    await patchTeam(trx, team.id, { approvals_channel: channelId });
    return 'saved' as const;
  });
}
