import type { ActAnswer, PageAct, PageState, PracticeMessage, PracticeView } from '../../practice/wire.ts';
import { filledIn } from './form.ts';
import { buttonsOf, wordsOf } from './reading.ts';
import { until } from './until.ts';

/** A person of the practice workspace at work: what the page sends when they click, and what they see. */
export type Colleague = {
  readonly id: string;
  state(): Promise<PageState>;
  /** The messages of a channel, the oldest first; without those in threads. */
  messages(channel: string): Promise<PracticeMessage[]>;
  message(at: { channel: string; ts: string }): Promise<PracticeMessage>;
  /** Waits until the message reads like this. */
  sees(at: { channel: string; ts: string }, words: RegExp): Promise<PracticeMessage>;
  /** Waits until a message that only they see reads like this, in this channel. */
  isTold(channel: string, words: RegExp): Promise<PracticeMessage>;
  /** Presses the button with this label on a modal, or on a message as it stands by now. */
  press(on: PracticeMessage | PracticeView, label: string): Promise<void>;
  /** Presses what they saw, although the message may have changed since. */
  pressStale(on: PracticeMessage, label: string): Promise<ActAnswer>;
  /** Waits for a modal of this title that is no longer loading. */
  modal(title: string): Promise<PracticeView>;
  submit(view: PracticeView, answers: Record<string, string>): Promise<void>;
  react(at: { channel: string; ts: string }, name: string, on?: boolean): Promise<void>;
  /** Types the command in the channel; the answer comes by `isTold`. */
  types(channel: string, text: string): Promise<void>;
  closeAll(): Promise<void>;
  act(act: ActWithout): Promise<ActAnswer>;
};

/** Slack lets an app change some fifty messages a minute: in a busy minute a card waits for its turn. */
const DRAWN_SECONDS = 40;

type ActWithout = PageAct extends infer Act ? (Act extends PageAct ? Omit<Act, 'as'> : never) : never;

/** The person with this id, on the practice page at `url`. */
export function colleague(url: string, id: string): Colleague {
  const state = async () => (await (await fetch(`${url}/practice/state?as=${id}`)).json()) as PageState;
  const act = async (what: ActWithout) => {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ ...what, as: id });
    return (await (await fetch(`${url}/practice/act`, { method: 'POST', headers, body })).json()) as ActAnswer;
  };
  const does = async (what: ActWithout) => {
    const answer = await act(what);
    if (!answer.ok) throw new Error(`${id} could not ${what.act}: ${answer.error}`);
  };
  const message: Colleague['message'] = async ({ channel, ts }) => {
    const found = (await state()).messages.find((one) => one.channel === channel && one.ts === ts);
    if (!found) throw new Error(`${id} sees no message ${ts}.`);
    return found;
  };
  return {
    id,
    state,
    act,
    message,
    async messages(channel) {
      const all = (await state()).messages;
      return all.filter((one) => one.channel === channel && !one.threadTs && !one.ephemeralFor);
    },
    sees: (at, words) =>
      until(
        `${id} reads ${words}`,
        async () => {
          const found = await message(at);
          if (!words.test(wordsOf(found))) throw new Error(`The message reads:\n${wordsOf(found)}`);
          return found;
        },
        DRAWN_SECONDS,
      ),
    isTold: (channel, words) =>
      until(`${id} is told ${words}`, async () => {
        const own = (await state()).messages.filter((one) => one.ephemeralFor === id && one.channel === channel);
        const found = own.findLast((one) => words.test(`${wordsOf(one)}\n${one.text}`));
        if (!found) throw new Error(`${id} was told:\n${own.map(wordsOf).join('\n--\n')}`);
        return found;
      }),
    press: async (on, label) => {
      await until(`${id} presses ${label}`, async () => {
        await does(pressOf('hash' in on ? on : await message(on), label));
        return true;
      });
    },
    pressStale: (on, label) => act(pressOf(on, label)),
    modal: (title) =>
      until(`${id} has the modal “${title}”`, async () => {
        const { modals } = await state();
        const top = modals.at(-1);
        if (top?.title !== title || /Loading…/.test(wordsOf(top))) {
          throw new Error(`${id} has: ${modals.map((one) => `${one.title}: ${wordsOf(one)}`).join(' | ')}`);
        }
        return top;
      }),
    submit: (view, answers) => does({ act: 'submit', viewId: view.id, values: filledIn(view, answers) }),
    react: ({ channel, ts }, name, on = true) => does({ act: 'react', channel, ts, name, on }),
    types: (channel, text) => does({ act: 'command', channel, command: '/community', text }),
    async closeAll() {
      for (const { id: viewId } of (await state()).modals.slice(0, 1)) await act({ act: 'close', viewId, all: true });
    },
  };
}

function pressOf(on: PracticeMessage | PracticeView, label: string): Extract<ActWithout, { act: 'press' }> {
  const place = 'hash' in on ? { viewId: on.id } : { channel: on.channel, ts: on.ts };
  const buttons = buttonsOf(on.blocks);
  const found = buttons.get(label);
  if (!found) throw new Error(`There is no button “${label}”, but ${[...buttons.keys()].join(', ')}.`);
  const { type, action_id, value, text } = found.element as { type: string; action_id: string; [key: string]: unknown };
  const action = { type, action_id, block_id: found.blockId, text, value };
  return { act: 'press', place, action, values: {} };
}
