import type { PageState } from '../../wire.ts';
import { emojiChar, findEmoji } from '../emoji/names.ts';

export type Suggestion = {
  key: string;
  label: string;
  detail: string;
  /** What stands in the composer after it is taken. */
  insert: string;
};

export type Suggestions = {
  from: number;
  to: number;
  title: string;
  items: Suggestion[];
  /** Only an offer: Enter sends what is written unless one of the items was gone to. */
  soft?: boolean;
};

const MOST = 8;

/** What may be completed at the cursor: a command at the very start, or a name after @, # or a colon. */
export function suggest(typed: string, cursor: number, state: PageState): Suggestions | null {
  const before = typed.slice(0, cursor);
  if (/^\/[\w-]*$/.test(before)) return commands(before, state);
  const words = subcommands(before, state);
  if (words) return words;
  const match = /(?:^|[\s(])([@#:])([\p{L}\p{N}_+-]*)$/u.exec(before);
  const [sign, word] = [match?.[1], (match?.[2] ?? '').toLowerCase()];
  if (!sign || (sign === ':' && word.length < 2)) return null;
  const from = cursor - word.length - 1;
  const found = sign === '@' ? people(word, state) : sign === '#' ? channels(word, state) : emoji(word);
  return found.items.length > 0 ? { from, to: cursor, ...found } : null;
}

function commands(before: string, state: PageState): Suggestions | null {
  const items = state.commands
    .filter((each) => each.command.startsWith(before))
    .map((each) => ({
      key: each.command,
      label: [each.command, each.usageHint].filter(Boolean).join(' '),
      detail: each.description,
      insert: `${each.command} `,
    }));
  return items.length > 0 ? { from: 0, to: before.length, title: 'Commands', items: items.slice(0, MOST) } : null;
}

/** The words a command takes, when its usage hint is a choice such as `help | log | report`. */
function subcommands(before: string, state: PageState): Suggestions | null {
  const known = state.commands.find((each) => before.startsWith(`${each.command} `));
  if (!known?.usageHint.includes('|')) return null;
  const start = known.command.length + 1;
  const word = before.slice(start);
  const items = known.usageHint
    .split('|')
    .map((each) => each.replace(/[[\]]/g, '').trim())
    .filter((each) => each.startsWith(word) && each !== word && /^[\w -]+$/.test(each))
    .map((each) => ({ key: each, label: `${known.command} ${each}`, detail: '', insert: each }));
  return items.length > 0 ? { from: start, to: before.length, title: known.command, items, soft: word === '' } : null;
}

const RANGES = [
  { key: 'here', label: '@here', detail: 'Everybody of this channel who is here', insert: '@here ' },
  { key: 'channel', label: '@channel', detail: 'Everybody of this channel', insert: '@channel ' },
];

function people(word: string, state: PageState) {
  const persons = state.people.map(({ id, name, title }) => ({
    key: id,
    label: name,
    detail: title,
    insert: `@${name} `,
  }));
  const groups = state.userGroups.map(({ id, handle, name }) => ({
    key: id,
    label: `@${handle}`,
    detail: name,
    insert: `@${handle} `,
  }));
  const items = [...persons, ...groups, ...RANGES].filter((each) => startsInside(each.label, word));
  return { title: 'People', items: items.slice(0, MOST) };
}

/** Does any word of the name start so? Both "ana" and "lim" find Ana Lima. */
function startsInside(name: string, word: string): boolean {
  const lower = name.toLowerCase();
  return lower.startsWith(word) || lower.split(/[^\p{L}\p{N}]+/u).some((part) => part !== '' && part.startsWith(word));
}

function channels(word: string, state: PageState) {
  const items = state.channels
    .filter((each) => !each.isDm && !each.isArchived && startsInside(each.name, word))
    .map((each) => ({ key: each.id, label: `#${each.name}`, detail: each.topic, insert: `#${each.name} ` }));
  return { title: 'Channels', items: items.slice(0, MOST) };
}

function emoji(word: string) {
  const items = findEmoji(word).map(({ name }) => ({
    key: name,
    label: `${emojiChar(name)} :${name}:`,
    detail: '',
    insert: `:${name}: `,
  }));
  return { title: 'Emoji', items: items.slice(0, MOST) };
}
