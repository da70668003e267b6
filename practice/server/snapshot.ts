/** The saved form of the state: one JSON text per part, and back. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Message, SlackView, State, StoredFile } from './state.ts';

const jsonByMessage = new WeakMap<Message, string>();

function messageJson(message: Message): string {
  const known = jsonByMessage.get(message);
  if (known) return known;
  const json = JSON.stringify(message);
  jsonByMessage.set(message, json);
  return json;
}

/** The text of one part's file. */
export function partText(state: State, part: string): string {
  if (part === 'workspace') {
    const { people, channels, userGroups, emoji, installation, scheduled } = state;
    return JSON.stringify({ version: 1, people, channels, userGroups, emoji, installation, scheduled });
  }
  if (part === 'homes') return JSON.stringify([...state.homes]);
  if (part === 'files') return JSON.stringify([...state.files.values()]);
  return `[${(state.messages.get(part) ?? []).map(messageJson).join(',\n')}]`;
}

/** What an older version saved has neither an installation nor scheduled messages. */
type SavedWorkspace = Pick<State, 'people' | 'channels' | 'userGroups' | 'emoji'> &
  Partial<Pick<State, 'installation' | 'scheduled'>>;

/** What is saved wins; what a newer demo workspace adds is kept. */
function merged<T extends { id: string }>(saved: T[], fresh: T[]): T[] {
  const known = new Set(saved.map((one) => one.id));
  return [...saved, ...fresh.filter((one) => !known.has(one.id))];
}

function loadPart(state: State, part: string, json: unknown): void {
  if (part === 'workspace') {
    const saved = json as SavedWorkspace;
    state.people = merged(saved.people, state.people);
    state.channels = merged(saved.channels, state.channels);
    state.userGroups = merged(saved.userGroups, state.userGroups);
    state.emoji = { ...state.emoji, ...saved.emoji };
    state.installation = saved.installation ?? 'installed';
    state.scheduled = saved.scheduled ?? [];
  } else if (part === 'homes') {
    state.homes = new Map(json as [string, SlackView][]);
  } else if (part === 'files') {
    state.files = new Map((json as StoredFile[]).map((file) => [file.id, file]));
  } else {
    state.messages.set(part, json as Message[]);
  }
}

function newestTsMicros(state: State): number {
  const newest = [...state.messages.values()].map((messages) => messages.at(-1)?.ts ?? '0');
  return Math.max(0, ...newest.map((ts) => Number(ts.replace('.', ''))));
}

/** Reads what an earlier run saved into `state`; an empty or missing folder changes nothing. @throws on a damaged file, naming it. */
export function loadSaved(state: State, dir: string): void {
  let names: string[];
  try {
    names = readdirSync(dir).filter((name) => name.endsWith('.json'));
  } catch {
    return;
  }
  for (const name of names) {
    const file = join(dir, name);
    try {
      loadPart(state, name.slice(0, -'.json'.length), JSON.parse(readFileSync(file, 'utf8')));
    } catch (cause) {
      throw new Error(`The saved practice workspace cannot be read: ${file}. Delete the folder to start anew.`, {
        cause,
      });
    }
  }
  state.lastTsMicros = newestTsMicros(state);
}
