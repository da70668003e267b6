/** What the tests of the checklist do again and again: a card, a press, a modal. */
import type { WebClient } from '@slack/web-api';
import type { Practice, PracticeOptions } from '../../../practice/server/index.ts';
import type { StateValues } from '../../../practice/wire.ts';
import { type BotSocket, type Frame, openSocket } from '../bot-socket.ts';
import { openClient, openPractice, refusal } from '../open-practice.ts';

export const CHANNEL = 'C01COMMUNITY';
export const UNJOINED = 'C05GENERAL';
export const BOT = 'U00PORCHLIGHT';
export const BEN = 'U02BEN';

export const plain = (text: string) => ({ type: 'plain_text' as const, text });
export const section = (text: string) => ({ type: 'section', text: plain(text) });
export const field = {
  type: 'input',
  block_id: 'reply',
  label: plain('Reply'),
  element: { type: 'plain_text_input', action_id: 'text' },
};
export const buttons = {
  type: 'actions',
  block_id: 'acts',
  elements: [{ type: 'button', action_id: 'claim', value: '7', text: plain('Claim') }],
};
export const claim = { type: 'button', action_id: 'claim', block_id: 'acts', value: '7' };
export const modal = (more: object = {}) => ({
  type: 'modal' as const,
  callback_id: 'draft',
  title: plain('Draft'),
  submit: plain('Save'),
  blocks: [field],
  ...more,
});
export const typed = (value: string): StateValues => ({ reply: { text: { type: 'plain_text_input', value } } });

export type Bench = { practice: Practice; client: WebClient; socket: BotSocket };

/** A workspace with a bare bot socket that hears of no event unless `botEvents` says so. */
export async function openBench(options: Partial<PracticeOptions> = {}): Promise<Bench> {
  const practice = await openPractice({ botEvents: [], ...options });
  return { practice, client: openClient(practice), socket: await openSocket(practice) };
}

/** A clock that only moves when told to. */
export function stoppedClock(): { clock: () => Date; pass(ms: number): void } {
  let nowMs = Date.parse('2026-11-22T10:00:00Z');
  return {
    clock: () => new Date(nowMs),
    pass(ms) {
      nowMs += ms;
    },
  };
}

/** Takes the next envelope and acknowledges it. */
export async function takeNext({ socket }: Bench, answer?: object): Promise<Frame> {
  const frame = await socket.next();
  socket.ack(frame, answer);
  return frame;
}

/** The payload of what `act` makes the bot hear. */
export async function heardOf(bench: Bench, act: Promise<unknown>, answer?: object): Promise<Frame['payload']> {
  const { payload } = await takeNext(bench, answer);
  await act;
  return payload;
}

/** Posts a card and presses its button as this person. */
export async function pressCard(bench: Bench, as = BEN): Promise<{ ts: string; payload: Frame['payload'] }> {
  const { ts = '' } = await bench.client.chat.postMessage({ channel: CHANNEL, text: 'A card', blocks: [buttons] });
  const place = { channel: CHANNEL, ts };
  const act = bench.practice.act({ act: 'press', as, place, action: claim, values: {} });
  return { ts, payload: await heardOf(bench, act) };
}

/** A fresh trigger of this person. */
export async function newTrigger(bench: Bench, as = BEN): Promise<string> {
  return String((await pressCard(bench, as)).payload.trigger_id);
}

/** Opens a modal for this person; its id and hash. */
export async function openModal(bench: Bench, more: object = {}, as = BEN): Promise<{ id: string; hash: string }> {
  const { view } = await bench.client.views.open({ trigger_id: await newTrigger(bench, as), view: modal(more) });
  return { id: view?.id ?? '', hash: view?.hash ?? '' };
}

/** The ids of a person's open modals, the top one last. */
export function openIds({ practice }: Bench, as = BEN): string[] {
  return (practice.seen.modals.get(as) ?? []).map(({ view }) => view.id);
}

/** The error with which a call is refused. */
export async function errorOf(client: WebClient, method: string, args: Record<string, unknown>): Promise<string> {
  return (await refusal(client.apiCall(method, args))).error;
}
