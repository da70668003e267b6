import { randomBytes, randomInt } from 'node:crypto';

const CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const MIXED = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

function pick(letters: string, count: number): string {
  return Array.from({ length: count }, () => letters[randomInt(letters.length)]).join('');
}

/** A new Slack id such as V7QK2M0XZ1A for the given first letters. */
export function newId(prefix: string): string {
  return `${prefix}${pick(CAPITALS, 10)}`;
}

/** A generated block_id or action_id, five characters like Slack's. */
export function newShortId(): string {
  return pick(MIXED, 5);
}

/** An unguessable lower-case hexadecimal string of 2 x `bytes` characters. */
export function newSecret(bytes = 16): string {
  return randomBytes(bytes).toString('hex');
}
