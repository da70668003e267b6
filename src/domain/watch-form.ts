import type { Refusal } from './refusal.ts';
import { formReader, linesOf } from './setting-form.ts';
import * as values from './setting-values.ts';
import type { Phrases } from './settings.ts';
import { webUrl } from './web-url.ts';

/** A watch's form as it came back; what was not in the form is undefined. */
export type WatchForm = {
  name: string;
  channel: string | null;
  any?: string | undefined;
  all?: string | undefined;
  none?: string | undefined;
  /** Addresses of feeds or web pages, one a line. */
  addresses?: string | undefined;
  voices: string[];
  /** The first fetch of a new source shows its newest items too. */
  showNewest: boolean;
};

/** What the form changes; undefined stays as it is. */
export type WatchEdits = Partial<Phrases> & {
  name: string;
  channel: string;
  addresses?: string[] | undefined;
  voices: string[];
  showNewest: boolean;
};

const MAX_ADDRESSES = 30;

/** What the form says, or what is wrong in it; `known` are phrases that the form did not hold. Pure. */
export function readWatchForm(form: WatchForm, known: Phrases): WatchEdits | Refusal {
  const reader = formReader();
  const phrases = (at: 'any' | 'all' | 'none') =>
    form[at] === undefined ? known[at] : reader.readLines(at, values.phrase, form[at]);
  const edits = {
    name: reader.read('name', values.name, form.name) ?? '',
    channel: form.channel ?? '',
    any: phrases('any'),
    all: phrases('all'),
    none: phrases('none'),
    ...(form.addresses !== undefined && { addresses: readAddresses(reader, form.addresses) }),
    voices: reader.read('voices', values.person.array(), form.voices) ?? [],
    showNewest: form.showNewest,
  };
  if (!form.channel) reader.say('channel', 'Please choose the channel for its cards.');
  if (edits.any.length + edits.all.length === 0 && !reader.refusal())
    reader.say('any', 'Please name a phrase here or under “Every one of these”: a watch without one hears nothing.');
  return reader.refusal() ?? edits;
}

function readAddresses(reader: ReturnType<typeof formReader>, text: string): string[] {
  const lines = linesOf(text).map(withScheme);
  const wrong = lines.find((line) => webUrl(line) === undefined);
  if (wrong !== undefined)
    reader.say('addresses', `“${wrong.slice(0, 60)}” is not a web address, such as https://blog.example.com.`);
  if (lines.length > MAX_ADDRESSES) reader.say('addresses', `At most ${MAX_ADDRESSES} addresses fit into one watch.`);
  return [...new Set(lines.flatMap((line) => webUrl(line) ?? []))];
}

/** People write "blog.example.com". */
function withScheme(line: string): string {
  return /^[\w-]+(\.[\w-]+)+(:\d+)?([/?#]|$)/u.test(line) ? `https://${line}` : line;
}
