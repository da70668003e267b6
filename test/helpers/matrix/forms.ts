import type { ModalView } from '@slack/types';
import { choiceKey } from '../../../src/domain/route.ts';
import { ACTIONS, type ActionId, CALLBACKS, type CallbackId } from '../../../src/views/ids.ts';
import { aWatch, GEN, VOTES } from '../builders.ts';
import { BEN, CHI, DANA } from '../facts.ts';
import type { World } from '../world.ts';
import { type Answers, deliver, type House, pressBody } from './knock.ts';
import { PRESSES } from './presses.ts';
import { managedByFile, type PressRow, type Staged, setInSlack } from './stage.ts';

/** One form: the button that opens it, what is filled in, and what comes between when it is submitted too late. */
export type FormRow = {
  opener: ActionId;
  answers(world: World, form: ModalView): Answers;
  /** Reaches the button, where its own stage would not do. */
  stage?: PressRow['stage'];
  /** In place of what moves on for the button; null where it is never too late. */
  moveOn?: PressRow['moveOn'] | null;
  /** What it is about, if not what its button is about. */
  about?: PressRow['about'];
};

const typed = (value: string) => ({ value });
const chosen = (value: string) => ({ selected_option: { value } });
const channel = { selected_conversation: 'C0NEW' };

const EXPORT = choiceKey({ kind: 'idea', department: 'Product' });
const FEED =
  '<rss version="2.0"><channel><title>Blog</title><item><title>Acme again</title><guid>1</guid></item></channel></rss>';

/** The three first steps are where the file says nothing, and the web has one feed. */
async function firstSteps(world: World): Promise<Staged> {
  await setInSlack(world);
  await world.db.updateTable('teams').set({ default_channel: GEN }).execute();
  world.deps.http = {
    get: async (url) => ({ status: 200, headers: {}, url, body: Buffer.from(FEED) }),
    close: async () => {},
  };
  return { value: 0, place: 'home', by: DANA, without: BEN };
}

const FORMS_BY_ID: Partial<Record<CallbackId, FormRow>> = {
  [CALLBACKS.draft]: { opener: ACTIONS.draftOpen, answers: () => ({ draft_text: typed('We look into it.') }) },
  [CALLBACKS.decide]: { opener: ACTIONS.decide, answers: () => ({ decide_reason: typed('it is urgent') }) },
  [CALLBACKS.handOver]: { opener: ACTIONS.handOver, answers: () => ({ hand_over_to: { selected_user: CHI } }) },
  [CALLBACKS.snooze]: { opener: ACTIONS.snooze, answers: () => ({ snooze_choice: chosen('tomorrow') }) },
  [CALLBACKS.reopen]: { opener: ACTIONS.reopen, answers: () => ({ reopen_reason: typed('they wrote again') }) },
  [CALLBACKS.dismiss]: { opener: ACTIONS.dismiss, answers: () => ({ dismiss_reason: chosen('spam') }) },
  [CALLBACKS.correct]: {
    opener: ACTIONS.correct,
    answers: () => ({ correct_kind: chosen('praise'), correct_tone: chosen('positive') }),
  },
  [CALLBACKS.escalate]: {
    opener: ACTIONS.escalate,
    answers: () => ({ escalate_level: chosen('crisis'), escalate_reason: typed('legal question') }),
  },
  [CALLBACKS.closeCall]: { opener: ACTIONS.closeCall, answers: () => ({ call_outcome: typed('all is well') }) },
  [CALLBACKS.endCrisis]: { opener: ACTIONS.endCrisis, answers: () => ({ crisis_closing: typed('all is well') }) },
  [CALLBACKS.posted]: { opener: ACTIONS.markPosted, answers: () => ({ reply_url: typed('https://blog.example/a') }) },
  [CALLBACKS.route]: {
    opener: ACTIONS.route,
    answers: () => ({ route_kind: chosen(EXPORT), route_wish: typed('export to CSV') }),
  },
  [CALLBACKS.askBack]: { opener: ACTIONS.routeAskBack, answers: () => ({ route_question: typed('which format?') }) },
  [CALLBACKS.explain]: { opener: ACTIONS.routeExplain, answers: () => ({ route_explanation: typed('CSV') }) },
  [CALLBACKS.finish]: { opener: ACTIONS.routeFinish, answers: () => ({ route_outcome: typed('shipped') }) },
  [CALLBACKS.keepAnswer]: { opener: ACTIONS.answerKeep, answers: () => ({ answer_title: typed('Exports') }) },
  [CALLBACKS.reviewAnswer]: {
    opener: ACTIONS.answerReview,
    answers: () => ({ answer_fate: chosen('keep'), answer_text: typed('The fix is out.') }),
  },
  [CALLBACKS.author]: {
    opener: ACTIONS.authorAbout,
    answers: () => ({ author_list: chosen('press'), author_watch: { selected_options: [{ value: 'watch' }] } }),
  },
  [CALLBACKS.log]: {
    opener: ACTIONS.logOpen,
    answers: () => ({ log_text: typed('They called about Acme.'), log_author: typed('Maya Ito') }),
    moveOn: (world) => world.db.deleteFrom('watches').execute(),
  },
  [CALLBACKS.team]: {
    opener: ACTIONS.teamEdit,
    answers: () => ({ team_forbidden: typed('guarantee') }),
    moveOn: ({ db }) => db.updateTable('teams').set({ forbidden_words: '["sue"]' }).execute(),
  },
  [CALLBACKS.watch]: {
    opener: ACTIONS.watchEdit,
    answers: () => ({ watch_any: typed('acme\nacme cloud') }),
  },
  [CALLBACKS.policy]: { opener: ACTIONS.policyEdit, answers: () => ({ policy_votes: typed('3') }) },
  [CALLBACKS.ladder]: { opener: ACTIONS.ladderEdit, answers: () => ({ rung1_channel: channel }) },
  [CALLBACKS.department]: {
    opener: ACTIONS.departmentAdd,
    answers: () => ({
      department_name: typed('Sales'),
      department_channel: channel,
      department_takes: { selected_options: [{ value: 'lead' }] },
    }),
  },
  [CALLBACKS.goal]: {
    opener: ACTIONS.goalAdd,
    answers: () => ({ goal_metric: chosen('share_answered'), goal_target: typed('80') }),
  },
  [CALLBACKS.summary]: {
    opener: ACTIONS.summaryEdit,
    answers: () => ({
      summary_channel: channel,
      summary_time: { selected_time: '08:15' },
      summary_weekday: chosen('2'),
      summary_state: chosen('on'),
    }),
  },
  [CALLBACKS.reportShare]: {
    opener: ACTIONS.reportShare,
    answers: () => ({ report_channel: { selected_conversation: GEN } }),
    moveOn: ({ db }) => db.updateTable('watches').set({ channel_id: VOTES }).execute(),
  },
  [CALLBACKS.welcomeChannel]: {
    opener: ACTIONS.welcomeChannel,
    stage: firstSteps,
    answers: () => ({ welcome_channel: channel }),
  },
  [CALLBACKS.welcomeWatch]: {
    opener: ACTIONS.welcomeWatch,
    stage: firstSteps,
    answers: () => ({ welcome_phrase: typed('Beta'), welcome_address: typed('https://blog.example/feed') }),
    moveOn: (world) => aWatch(world, { name: 'Beta' }),
  },
  [CALLBACKS.welcomeApprovers]: {
    opener: ACTIONS.welcomeApprovers,
    stage: async (world) => {
      await aWatch(world);
      return firstSteps(world);
    },
    answers: () => ({ policy_votes: typed('1'), welcome_votes_in: channel }),
    moveOn: managedByFile,
  },
};

/** Every form, and how to reach it. */
export const FORMS: Record<string, FormRow> = FORMS_BY_ID;

/** The button of a form, as it can be pressed. */
function stageOf(row: FormRow): PressRow['stage'] {
  const stage = row.stage ?? PRESSES[row.opener]?.stage;
  if (!stage) throw new Error(`nothing opens it: ${row.opener}`);
  return stage;
}

/** What moves on between the form and its submission. */
export function moveOnOf(row: FormRow): PressRow['moveOn'] | null {
  return row.moveOn === undefined ? PRESSES[row.opener]?.moveOn : row.moveOn;
}

/** A form that lies open before whoever may submit it. */
export type Open = { form: ModalView; staged: Staged };

/** Opens a form by its button, with nothing else on its way any more. */
export async function openForm(house: House, row: FormRow): Promise<Open> {
  const { world } = house;
  const staged = await stageOf(row)(world);
  await world.settled();
  await world.rest();
  const { form } = await deliver([house], pressBody(staged, row.opener, staged.value, staged.place));
  if (!form) throw new Error(`${row.opener} opened nothing`);
  return { form, staged };
}
