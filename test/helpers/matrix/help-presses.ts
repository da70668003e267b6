import { sql } from 'kysely';
import type { EscalationLevel } from '../../../src/domain/card.ts';
import { choiceKey } from '../../../src/domain/route.ts';
import { acknowledgeEscalation, closeCall } from '../../../src/flows/answer-escalation.ts';
import { endCrisis } from '../../../src/flows/crisis.ts';
import { escalateMention } from '../../../src/flows/escalate-mention.ts';
import { keepSchedules } from '../../../src/flows/keep-schedules.ts';
import { moveRoute } from '../../../src/flows/move-route.ts';
import { retryDead } from '../../../src/flows/retry-dead.ts';
import { routeMention } from '../../../src/flows/route-mention.ts';
import { ACTIONS } from '../../../src/views/ids.ts';
import { aSource, aWatch } from '../builders.ts';
import { ANA, BEN, CHI, DANA } from '../facts.ts';
import { aMentionIn, granted } from '../stages.ts';
import type { World } from '../world.ts';
import { anAnswer } from './mention-presses.ts';
import { aCard, aDepartment, dismissed, type PressRow, type PressRows, placeOf, type Staged } from './stage.ts';

/** Ben's call for help about a mention that nobody has. */
async function aCall(world: World, level: EscalationLevel = 'help'): Promise<Staged & { value: number }> {
  const mentionId = await aMentionIn(world, 'new');
  const call = { mentionId, personId: BEN, level, reason: 'legal question' };
  const { escalationId: value } = granted(await escalateMention(world.deps, call));
  await world.rest();
  return { value, place: await placeOf(world, 'escalation', 'escalation_id', value), by: ANA };
}

/** The same, and Ana is on it. */
async function anAnsweredCall(world: World): Promise<Staged & { value: number }> {
  const call = await aCall(world);
  granted(await acknowledgeEscalation(world.deps, { escalationId: call.value, personId: ANA }));
  return { ...call, without: CHI };
}

async function aCrisis(world: World): Promise<Staged> {
  await aCall(world, 'crisis');
  const { id } = await world.db.selectFrom('crises').select('id').executeTakeFirstOrThrow();
  return { value: id, place: await placeOf(world, 'crisis', 'crisis_id', id), by: DANA, without: BEN };
}

/** What Ben asked of the department: an export, of an answered mention. */
async function aRoute(world: World, who: Pick<Staged, 'by' | 'without'>): Promise<Staged & { value: number }> {
  await aDepartment(world);
  const mentionId = await aMentionIn(world, 'answered');
  const choice = choiceKey({ kind: 'idea', department: 'Product' });
  const asked = { choice, title: 'export to CSV', wishId: null, ownerId: null, note: '', dueOn: null };
  const { routeId: value } = granted(await routeMention(world.deps, { mentionId, personId: BEN, ...asked }));
  await world.rest();
  return { value, place: await placeOf(world, 'route', 'route_id', value), ...who };
}

const step = async (world: World, routeId: number, event: 'accept' | 'ask_back' | 'finish', personId: string) =>
  granted(await moveRoute(world.deps, { routeId, personId, event, words: 'so it is' }));

const finished = (world: World, { value }: Staged) => step(world, Number(value), 'finish', DANA);

const DEAD_KINDS = {
  postings: 'posting',
  ballots: 'ballot',
  escalations: 'escalation',
  reminders: 'reminder',
  answers: 'answer',
  schedules: 'schedule',
  routes: 'route',
  replies: 'hold',
} as const;

/** Dead work of this kind, in the list of what failed; the row is its only one, but for a posting, where it is the first. */
function dead(table: keyof typeof DEAD_KINDS, begin: Begin): PressRow {
  const kind = DEAD_KINDS[table];
  return {
    about: 'row',
    does: 'changes',
    stage: async (world) => {
      await begin(world);
      const { id } = await world.db.selectFrom(table).select('id').orderBy('id').limit(1).executeTakeFirstOrThrow();
      await sql`update ${sql.table(table)} set dead_at = now(), due_at = now() where id = ${id}`.execute(world.db);
      return { value: id, place: 'list', by: DANA, without: BEN };
    },
    moveOn: (world, { value }) => retryDead(world.deps, { kind, id: Number(value), personId: DANA }),
  };
}

type Begin = (world: World) => Promise<unknown>;

async function aSchedule(world: World): Promise<void> {
  await aWatch(world);
  await keepSchedules(world.deps);
}

/** The buttons of calls for help, crises, routes, and of work that failed. */
export const HELP_PRESSES: PressRows = {
  [ACTIONS.escalate]: { about: 'row', does: 'opens', stage: (world) => aCard(world, 'claimed', { by: CHI }) },
  [ACTIONS.acknowledge]: {
    about: 'row',
    does: 'changes',
    stage: aCall,
    moveOn: async (world, { value }) =>
      granted(await acknowledgeEscalation(world.deps, { escalationId: Number(value), personId: CHI })),
  },
  [ACTIONS.closeCall]: {
    about: 'row',
    does: 'opens',
    stage: anAnsweredCall,
    moveOn: async (world, { value }) =>
      granted(await closeCall(world.deps, { escalationId: Number(value), personId: BEN, outcome: 'all is well' })),
  },
  [ACTIONS.endCrisis]: {
    about: 'row',
    does: 'opens',
    stage: aCrisis,
    moveOn: async (world, { value }) =>
      granted(await endCrisis(world.deps, { crisisId: Number(value), personId: DANA, closing: 'all is well' })),
  },
  [ACTIONS.route]: {
    about: 'row',
    does: 'opens',
    stage: async (world) => {
      await aDepartment(world);
      return aCard(world, 'claimed', { by: CHI });
    },
    moveOn: (world, { value }) => dismissed(world, Number(value)),
  },
  [ACTIONS.routeAccept]: {
    about: 'row',
    does: 'changes',
    stage: (world) => aRoute(world, { by: ANA }),
    moveOn: (world, { value }) => step(world, Number(value), 'accept', CHI),
  },
  [ACTIONS.routeAskBack]: {
    about: 'row',
    does: 'opens',
    stage: (world) => aRoute(world, { by: ANA }),
    moveOn: finished,
  },
  [ACTIONS.routeExplain]: {
    about: 'row',
    does: 'opens',
    stage: async (world) => {
      const route = await aRoute(world, { by: BEN, without: CHI });
      await step(world, route.value, 'ask_back', ANA);
      return route;
    },
    moveOn: finished,
  },
  [ACTIONS.routeFinish]: {
    about: 'row',
    does: 'opens',
    stage: async (world) => {
      const route = await aRoute(world, { by: ANA, without: CHI });
      await step(world, route.value, 'accept', ANA);
      return route;
    },
    moveOn: finished,
  },
  [ACTIONS.tellAuthor]: {
    about: 'row',
    does: 'changes',
    stage: async (world) => {
      const route = await aRoute(world, { by: BEN, without: CHI });
      await step(world, route.value, 'finish', ANA);
      const { id } = await world.db.selectFrom('mentions').select('id').executeTakeFirstOrThrow();
      return { ...route, value: id, place: await placeOf(world, 'card', 'mention_id', id) };
    },
    moveOn: async (world) => {
      await world.db.updateTable('routes').set({ told_at: world.now() }).execute();
    },
  },
  [ACTIONS.retryEscalation]: dead('escalations', aCall),
  [ACTIONS.retryReminder]: dead('reminders', (world) => aMentionIn(world, 'claimed')),
  [ACTIONS.retryAnswer]: dead('answers', anAnswer),
  [ACTIONS.retryRoute]: dead('routes', (world) => aRoute(world, { by: ANA })),
  [ACTIONS.retryHold]: dead('replies', (world) => aMentionIn(world, 'sending')),
  [ACTIONS.retrySchedule]: dead('schedules', aSchedule),
  [ACTIONS.retryPosting]: dead('postings', (world) => aMentionIn(world, 'new')),
  [ACTIONS.retryBallot]: dead('ballots', (world) => aMentionIn(world, 'voting')),
  [ACTIONS.retrySource]: {
    about: 'row',
    does: 'changes',
    stage: async (world) => {
      const value = await aSource(world, [await aWatch(world)]);
      await world.db.updateTable('sources').set({ stopped_at: world.now(), due_at: null }).execute();
      return { value, place: 'list', by: DANA, without: BEN };
    },
    moveOn: ({ db }) => db.deleteFrom('sources').execute(),
  },
};
