import { SCHEDULE_KINDS } from '../../../src/domain/knowing.ts';
import type { Asked, Misread } from '../../../src/domain/queue-filter.ts';
import { parseQueue } from '../../../src/domain/queue-filter.ts';
import type { Goal } from '../../../src/domain/settings.ts';
import { keepSchedules } from '../../../src/flows/keep-schedules.ts';
import { prepareDraft } from '../../../src/flows/prepare-forms.ts';
import { draftModal } from '../../../src/views/draft-modal.ts';
import { ACTIONS } from '../../../src/views/ids.ts';
import { writeTurn } from '../../../src/views/queue-turn.ts';
import { aWatch } from '../builders.ts';
import { BEN, CHI, DANA } from '../facts.ts';
import { aMentionIn, granted } from '../stages.ts';
import type { World } from '../world.ts';
import { anAnswer } from './mention-presses.ts';
import { aDepartment, managedByFile, type PressRow, type PressRows, type Staged, setInSlack } from './stage.ts';

const MANAGERS = { place: 'home', by: DANA, without: BEN } as const;

/** A watch that managers set in Slack. */
async function aSetWatch(world: World): Promise<Staged> {
  const { id } = await aWatch(world);
  await setInSlack(world);
  return { ...MANAGERS, value: id };
}

async function anEmptyTeam(world: World): Promise<Staged> {
  await setInSlack(world);
  return { ...MANAGERS, value: 0 };
}

const ofWatch = (does: PressRow['does']): PressRow => ({
  about: 'row',
  does,
  stage: aSetWatch,
  moveOn: managedByFile,
});
const ofTeam = (moveOn?: PressRow['moveOn']): PressRow => ({
  about: 'team',
  does: 'opens',
  stage: anEmptyTeam,
  ...(moveOn && { moveOn }),
});

const GOAL: Goal = { metric: 'share_answered', target: 80, period: 'week' };

async function aGoal(world: World): Promise<Staged> {
  await world.db
    .updateTable('teams')
    .set({ goals: JSON.stringify([GOAL]) })
    .execute();
  return { ...MANAGERS, value: 0 };
}

const turn: PressRow = {
  about: 'team',
  does: 'shows',
  stage: async (world) => {
    await aMentionIn(world, 'new');
    const asked = parseQueue('', CHI) as Exclude<ReturnType<typeof parseQueue>, Misread> as Asked;
    return { value: writeTurn({ asked, page: 0 }), place: 'list', by: CHI };
  },
};

/** The buttons of settings, of the first steps and of lists. */
export const SETTINGS_PRESSES: PressRows = {
  [ACTIONS.settings]: { ...ofTeam(), does: 'opens' },
  [ACTIONS.teamEdit]: ofTeam(),
  [ACTIONS.watchAdd]: ofTeam(),
  [ACTIONS.watchOpen]: { ...ofWatch('opens'), moveOn: ({ db }) => db.deleteFrom('watches').execute() },
  [ACTIONS.watchEdit]: ofWatch('opens'),
  [ACTIONS.policyEdit]: ofWatch('opens'),
  [ACTIONS.ladderEdit]: ofWatch('opens'),
  [ACTIONS.watchPause]: ofWatch('changes'),
  [ACTIONS.watchResume]: {
    ...ofWatch('changes'),
    stage: async (world) => {
      const staged = await aSetWatch(world);
      await world.db.updateTable('watches').set({ paused_at: world.now(), paused_reason: 'so' }).execute();
      return staged;
    },
  },
  [ACTIONS.departmentAdd]: ofTeam(managedByFile),
  [ACTIONS.departmentEdit]: {
    ...ofTeam(({ db }) => db.updateTable('teams').set({ departments: '[]' }).execute()),
    stage: async (world) => {
      await aDepartment(world);
      return { ...MANAGERS, value: 0 };
    },
  },
  [ACTIONS.goalAdd]: ofTeam(managedByFile),
  [ACTIONS.goalEdit]: {
    about: 'team',
    does: 'opens',
    stage: aGoal,
    moveOn: ({ db }) => db.updateTable('teams').set({ goals: '[]' }).execute(),
  },
  [ACTIONS.summaries]: ofTeam(),
  [ACTIONS.summaryEdit]: {
    about: 'team',
    does: 'opens',
    stage: async (world) => {
      await aSetWatch(world);
      await keepSchedules(world.deps);
      return { ...MANAGERS, value: SCHEDULE_KINDS.indexOf('sentiment_weekly') };
    },
    moveOn: ({ db }) => db.deleteFrom('schedules').execute(),
  },
  [ACTIONS.welcomeChannel]: ofTeam(),
  [ACTIONS.welcomeWatch]: ofTeam(),
  [ACTIONS.welcomeApprovers]: ofTeam(),
  [ACTIONS.logOpen]: {
    about: 'team',
    does: 'opens',
    stage: async (world) => {
      await aWatch(world);
      return { value: 0, place: 'home', by: CHI };
    },
  },
  [ACTIONS.queueEarlier]: turn,
  [ACTIONS.queueNext]: turn,
  [ACTIONS.answerPick]: {
    about: 'row',
    does: 'shows',
    isChoice: true,
    stage: async (world) => {
      const value = await anAnswer(world);
      const mentionId = await aMentionIn(world, 'claimed');
      const form = granted(await prepareDraft(world.deps, { mentionId, personId: BEN }));
      return { value, place: { form: draftModal(form.facts, form) }, by: BEN, without: CHI };
    },
  },
};
