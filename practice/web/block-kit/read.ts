/** Careful readers for what came over the wire: whatever is not there, or not of its kind, reads as nothing. */

export type Obj = Readonly<Record<string, unknown>>;

/** The value if it is an object (and no array). */
export function obj(value: unknown): Obj | null {
  return isObj(value) ? value : null;
}

function isObj(value: unknown): value is Obj {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value if it is a string, else the empty string. */
export function str(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The value if it is a finite number (or a string that spells one). */
export function num(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : null;
}

/** True only for `true`. */
export function flag(value: unknown): boolean {
  return value === true;
}

/** The objects of an array. */
export function list(value: unknown): Obj[] {
  return Array.isArray(value) ? value.filter(isObj) : [];
}

/** The strings of an array. */
export function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

/** The words of a text object, without its markup. */
export function textOf(value: unknown): string {
  return str(obj(value)?.text);
}
