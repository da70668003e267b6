import type { ModalView, PlainTextInput } from '@slack/types';
import { isRowId } from '../domain/row-id.ts';
import { clip } from '../domain/text.ts';
import { input, option } from './blocks.ts';
import { choice, typed } from './form-values.ts';
import { CALLBACKS, FIELDS } from './ids.ts';
import { modal } from './modal.ts';

/** Where people talk that no source hears. */
export const LOG_NETWORKS = { phone: 'Phone call', email: 'E-mail', chat: 'Chat', in_person: 'In person' } as const;
export type LogNetwork = keyof typeof LOG_NETWORKS;

/** What is known before they tell it: the words of a message in Slack. */
export type Heard = { network: LogNetwork; author: string; text: string };

const NOTHING: Heard = { network: 'phone', author: '', text: '' };
const MAX_AUTHOR = 200;
const MAX_TEXT = 3000;

/** The form in which somebody tells what they heard. Pure. */
export function logModal(watches: { id: number; name: string }[], heard: Heard = NOTHING): ModalView {
  const networks = Object.entries(LOG_NETWORKS).map(([value, label]) => option(value, label));
  const subjects = watches.slice(0, 100).map(({ id, name }) => option(String(id), name));
  return modal({
    title: 'Log a mention',
    callbackId: CALLBACKS.log,
    submit: 'Log',
    close: 'Cancel',
    blocks: [
      input(FIELDS.logNetwork, 'Where was it said?', {
        type: 'static_select',
        options: networks,
        initial_option: option(heard.network, LOG_NETWORKS[heard.network]),
      }),
      input(FIELDS.logAuthor, 'Who said it?', typedInto(heard.author, MAX_AUTHOR), { optional: true }),
      input(FIELDS.logText, 'What was said?', { ...typedInto(heard.text, MAX_TEXT), multiline: true }),
      input(FIELDS.logUrl, 'Link', { type: 'url_text_input' }, { optional: true }),
      ...(subjects.length > 0
        ? [
            input(FIELDS.logWatch, 'What is it about?', {
              type: 'static_select',
              options: subjects,
              initial_option: subjects[0],
            }),
          ]
        : []),
    ],
  });
}

/** Slack takes no empty words, and counts UTF-16. */
function typedInto(words: string, max: number): PlainTextInput {
  const kept = shortened(words.trim(), max);
  return { type: 'plain_text_input', max_length: max, ...(kept && { initial_value: kept }) };
}

function shortened(words: string, max: number): string {
  const clipped = clip(words, max);
  return clipped.length > max ? clip(words, Math.floor(max / 2)) : clipped;
}

/** What somebody heard. */
export type Logged = { network: LogNetwork; author: string; text: string; url: string | null; watchId: number | null };

/** What was told, trimmed; an unknown network counts as a phone call, an unknown watch as none. */
export function readLog(values: unknown): Logged {
  const network = choice(values, FIELDS.logNetwork) ?? '';
  const watchId = Number(choice(values, FIELDS.logWatch));
  return {
    network: Object.hasOwn(LOG_NETWORKS, network) ? (network as LogNetwork) : 'phone',
    author: typed(values, FIELDS.logAuthor).trim(),
    text: typed(values, FIELDS.logText).trim(),
    url: typed(values, FIELDS.logUrl).trim() || null,
    watchId: isRowId(watchId) && watchId > 0 ? watchId : null,
  };
}
