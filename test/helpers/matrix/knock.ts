import type { KnownBlock, ModalView } from '@slack/types';
import type { MessageAt } from '../../../src/slack/port.ts';
import { SHOWN } from '../../../src/views/ids.ts';
import { linesOf } from '../../views/reading.ts';
import { type Answered, type Door, inChannel } from '../bolt-app.ts';
import { TEAM } from '../builders.ts';
import { filledBlocks } from '../form.ts';
import type { World } from '../world.ts';

/** A world with one Bolt app over it. */
export type House = { world: World; door: Door };

/** Who does something, and for which workspace Slack says so. */
export type Who = { by: string; team?: string };

const RESPOND = 'https://hooks.slack.example/respond';

function sender({ by, team = TEAM }: Who) {
  const user = { id: by, username: by.toLowerCase(), team_id: team };
  return { team: { id: team }, team_id: team, user, trigger_id: '1.2.3' };
}

/** Where a button stands: under a message, on App Home, in a list that only one person sees, or in a form. */
export type Place = MessageAt | 'home' | 'list' | { form: ModalView };

/** What Slack sends when a button is pressed, or an option chosen where `isChoice`. */
export function pressBody(who: Who, actionId: string, value: string | number, place: Place, isChoice = false) {
  const base = { type: isChoice ? 'static_select' : 'button', action_id: actionId, block_id: 'b', action_ts: '1' };
  const carried = String(value);
  const action = isChoice ? { ...base, selected_option: { value: carried } } : { ...base, value: carried };
  return { type: 'block_actions', ...sender(who), ...standsAt(place), actions: [action] };
}

function standsAt(place: Place) {
  if (place === 'home') return { view: { id: 'V0HOME', type: 'home' }, container: { type: 'view', view_id: 'V0HOME' } };
  if (place === 'list') {
    const { channel, container, message } = inChannel('9.000001');
    return { channel, message, container: { ...(container as object), is_ephemeral: true }, response_url: RESPOND };
  }
  if ('form' in place) {
    const view = { ...place.form, id: 'V0FORM', hash: 'h1', state: { values: filledBlocks(place.form.blocks, {}) } };
    return { view, container: { type: 'view', view_id: 'V0FORM' } };
  }
  return { ...inChannel(place.ts, place.channel), response_url: RESPOND };
}

/** What Slack sends when a form is submitted: its fields as they were drawn, but for these answers. */
export function submitBody(who: Who, form: ModalView, answers: Answers, hash = 'h1') {
  const values = filledBlocks(form.blocks, answers);
  const view = { ...form, id: 'V0FORM', hash, app_installed_team_id: who.team ?? TEAM, state: { values } };
  return { type: 'view_submission', ...sender(who), view };
}

/** What is filled into a form: by block, the state of its element. */
export type Answers = Record<string, Record<string, unknown>>;

/** Everything that one or several deliveries made visible. */
export type Seen = {
  acks: unknown[][];
  /** The sentences that one person alone was told, wherever that was. */
  told: string[];
  /** The modal that was shown last, unless it only says why not. */
  form: ModalView | undefined;
  /** The errors under the fields of a submitted form, one after the other. */
  errors: Record<string, string>[];
};

/** Delivers this at once, each at its own door, and tells what became visible. */
export async function deliver(houses: House[], ...bodies: Record<string, unknown>[]): Promise<Seen> {
  const doors = [...new Set(houses.map(({ door }) => door))];
  const whispered = houses[0]?.world.slack.whispers.length ?? 0;
  for (const door of doors) {
    door.api.splice(0);
    door.responses.splice(0);
  }
  const answered = await Promise.all(bodies.map((body, n) => (houses[n] as House).door.send(body)));
  for (const { world } of houses) await world.settled();
  const views = doors.flatMap(({ api }) => api.map(({ args }) => args.view as ModalView | undefined));
  const whispers = houses[0]?.world.slack.whispers.slice(whispered) ?? [];
  const problems = [...views, ...answered.map(updated)].filter((view) => view?.callback_id === SHOWN.problem);
  return {
    acks: answered.map(({ acks }) => acks),
    told: [
      ...whispers.map(({ text }) => text).filter((text) => !/\/community help says more/.test(text)),
      ...problems.map((view) => linesOf((view?.blocks ?? []) as KnownBlock[]).at(-1) ?? ''),
      ...doors.flatMap(({ responses }) => responses.map(({ text }) => String(text))),
    ],
    form: views.findLast((view) => view?.callback_id !== SHOWN.problem && view?.callback_id !== SHOWN.loading),
    errors: answered.map(errorsOf),
  };
}

function updated({ acks }: Answered): ModalView | undefined {
  return (acks[0] as { view?: ModalView } | undefined)?.view;
}

function errorsOf({ acks }: Answered): Record<string, string> {
  return (acks[0] as { errors?: Record<string, string> } | undefined)?.errors ?? {};
}
