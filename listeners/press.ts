import { setTimeout } from 'node:timers/promises';
import type {
  AllMiddlewareArgs,
  BlockAction,
  ButtonAction,
  SlackActionMiddlewareArgs,
  StaticSelectAction,
} from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { PostingKind } from '../src/db/tables/posting.ts';
import type { Deps } from '../src/deps.ts';
import { isRefusal, type Refusal } from '../src/domain/refusal.ts';
import { isRowId } from '../src/domain/row-id.ts';
import { helpOnce } from '../src/flows/help-once.ts';
import { meetMessage } from '../src/flows/meet-message.ts';
import { refreshHome } from '../src/flows/show-home.ts';
import { refusalSentence, troubleNotice, twinNotice } from '../src/views/copy.ts';
import { loadingModal } from '../src/views/loading-modal.ts';
import type { SlackMessage } from '../src/views/message.ts';
import { type MentionRef, readMentionRef } from '../src/views/modal.ts';
import { noticeMessage } from '../src/views/notice-message.ts';
import { problemModal } from '../src/views/problem-modal.ts';
import { fillModal } from './fill-modal.ts';
import { openOnce, redraw } from './redraw.ts';
import { respondWith } from './respond.ts';

export type PressArgs = SlackActionMiddlewareArgs<BlockAction<ButtonAction | StaticSelectAction>> & AllMiddlewareArgs;

/** A pressed button, or a choice in a list, as far as flows and answers need it. */
export type Press = {
  personId: string;
  /** The id of the row the button or the choice is about. */
  id: number;
  /** The channel it stands in, if it does. */
  channelId?: string | undefined;
  /** Whether the button stands in a modal, not on a message or App Home. */
  isInModal: boolean;
  /** What the button carries, as it came. */
  value?: string | undefined;
  /** Draws the message it stands on anew, for who sees it alone; not where Slack gave no address for it. */
  replace?(message: SlackMessage): Promise<void>;
  /** Says something to the person alone, where they are. */
  tell(sentence: string): Promise<void>;
  /** Opens a modal at once, with "Loading" in it, and fills it with what `fill` gives or why it cannot. */
  show(title: string, fill: () => Promise<ModalView | Refusal>): Promise<void>;
  /** The form it stands in, if it does. */
  form?: PressedForm | undefined;
};

/** What is filled in at this moment. */
export type PressedForm = {
  values: unknown;
  ref: MentionRef;
  /** Draws the form anew; not when something else was drawn there meanwhile. */
  redraw(view: ModalView): Promise<void>;
};

/** What a button does once it is pressed. */
export type OnPress = (deps: Deps, press: Press) => Promise<void>;

/** A button: what it does, which posting it stands on when it stands on one, and whether it carries a row's id. */
export type Button = { on?: PostingKind; act: OnPress; isAboutRow?: boolean };

/** Slack waits three seconds for an answer. */
const ANSWER_AFTER_MS = 2_000;

/**
 * A Bolt listener for one button: turns twins away, does it, then answers Slack, so that what is answered is stored.
 * What takes longer is answered meanwhile.
 */
export function pressed(deps: Deps, on: PostingKind | undefined, act: OnPress, isAboutRow = true) {
  const obey = async (args: PressArgs): Promise<void> => {
    const press = readPress(deps, args);
    if (isAboutRow && !isRowId(press.id)) return press.tell(refusalSentence({ refusal: 'gone' }));
    if (args.body.view === undefined && on && (await isTwin(deps, args, on, press))) return;
    await act(deps, press);
    if (on && args.body.channel && args.body.view === undefined) helpFirst(deps, press, args.body.channel.id);
    deps.afterwards(() => refreshHome(deps, press.personId));
  };
  return async (args: PressArgs): Promise<void> => {
    const done = obey(args).catch(async (error: unknown) => {
      // In a channel the error handler tells them; in a modal or on App Home only we know where they are.
      if (!args.body.channel)
        await readPress(deps, args)
          .tell(troubleNotice())
          .catch(() => {});
      throw error;
    });
    const late = setTimeout(ANSWER_AFTER_MS, undefined, { ref: false });
    await Promise.race([done.catch(() => {}), late]);
    await args.ack();
    await done;
  };
}

function helpFirst(deps: Deps, { personId }: Press, channelId: string): void {
  deps.afterwards(() => helpOnce(deps, personId, channelId));
}

async function isTwin(deps: Deps, { body }: PressArgs, on: PostingKind, press: Press): Promise<boolean> {
  const { channel, message } = body;
  if (!channel || !message || body.container.is_ephemeral) return false;
  const met = await meetMessage(deps, { channel: channel.id, ts: message.ts, personId: press.personId }, on, press.id);
  if (met.kind === 'twin') await press.tell(twinNotice(met.link));
  return met.kind === 'twin';
}

function readPress(deps: Deps, { body, action, client, respond }: PressArgs): Press {
  const personId = body.user.id;
  const viewId = body.view?.type === 'modal' ? body.view.id : undefined;

  const tell = async (sentence: string) => {
    const problem = problemModal('Porchlight', sentence);
    if (viewId) await redraw(client, { view_id: viewId }, problem);
    else if (body.channel) await deps.slack.whisper(body.channel.id, personId, noticeMessage(sentence));
    else await client.views.open({ trigger_id: body.trigger_id, view: problem });
  };

  const show: Press['show'] = async (title, fill) => {
    const view = loadingModal(title);
    const opened = viewId
      ? await redraw(client, { view_id: viewId }, view)
      : await openOnce(client, body.trigger_id, view);
    if (opened) await fillModal(client, opened, title, fill);
  };

  const form = readForm({ body, client });
  const replace: Press['replace'] = async (message) => {
    if (body.response_url) await respondWith(respond, { replace_original: true }, message);
  };
  const value = carriedBy(action);
  return {
    personId,
    id: Number(value),
    value,
    channelId: body.channel?.id,
    isInModal: viewId !== undefined,
    tell,
    show,
    replace,
    form,
  };
}

function readForm({ body: { view }, client }: Pick<PressArgs, 'body' | 'client'>): PressedForm | undefined {
  const ref = view?.type === 'modal' ? readMentionRef(view.private_metadata) : undefined;
  if (!view || !ref) return undefined;
  const at = { view_id: view.id, hash: view.hash };
  const redrawn: PressedForm['redraw'] = async (drawn) => void (await redraw(client, at, drawn));
  return { values: view.state.values, ref, redraw: redrawn };
}

/** What the button carries, or what was chosen. */
function carriedBy(action: ButtonAction | StaticSelectAction): string | undefined {
  return action.type === 'static_select' ? action.selected_option?.value : action.value;
}

/** Tells the person why not, if the flow refused; else what happened, where the card itself does not say it. */
export async function answer(press: Press, outcome: unknown, done?: string): Promise<void> {
  if (isRefusal(outcome)) await press.tell(refusalSentence(outcome));
  else if (done) await press.tell(done);
}
