import { textHash } from './text.ts';

/** Tells whether a setting is still as somebody saw it: equal settings, equal stamps, whatever the order of keys. Pure. */
export function stampOf(setting: unknown): string {
  return textHash(JSON.stringify(setting ?? null, inOrder)).slice(0, 16);
}

function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
