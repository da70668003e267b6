import { refuse, refuseArguments } from './failure.ts';

/** The arguments of one call: strings when they came as a form, any JSON otherwise. */
export type Arguments = Readonly<Record<string, unknown>>;

/** A text argument; '' counts as absent. */
export function textArg(args: Arguments, name: string): string | undefined {
  const value = args[name];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A text argument that must be there. @throws `code`, or invalid_arguments naming it. */
export function neededText(args: Arguments, name: string, code?: string): string {
  const value = textArg(args, name);
  if (value !== undefined) return value;
  return code ? refuse(code) : refuseArguments(`missing required field: ${name}`);
}

/** A yes or no: true, "true", 1 and "1" are yes. */
export function flagArg(args: Arguments, name: string): boolean {
  return ['true', '1'].includes(String(args[name]));
}

/** A whole number, or the default when it is absent. @throws invalid_arguments. */
export function countArg(args: Arguments, name: string, byDefault: number): number {
  const value = textArg(args, name);
  if (value === undefined) return byDefault;
  return /^\d+$/.test(value) ? Number(value) : refuseArguments(`must provide an integer [json-pointer:/${name}]`);
}

/** A comma-separated list (or a JSON array of strings); undefined when absent. */
export function listArg(args: Arguments, name: string): string[] | undefined {
  const value = args[name];
  if (Array.isArray(value)) return value.map(String);
  return textArg(args, name)
    ?.split(',')
    .map((one) => one.trim())
    .filter(Boolean);
}

/** A nested value, sent as a JSON string in forms; undefined when absent. @throws `code` when it is not JSON. */
export function jsonArg(args: Arguments, name: string, code: string): unknown {
  const value = args[name];
  if (typeof value !== 'string') return value ?? undefined;
  if (value === '') return undefined;
  try {
    return JSON.parse(value);
  } catch {
    return refuse(code);
  }
}
