import type { Channel } from '../state.ts';
import type { World } from '../world.ts';
import { type Arguments, neededText } from './arguments.ts';
import { refuse } from './failure.ts';

const MAX_NAME = 80;

/** A free name for a channel (or for `own` to keep). @throws Slack's reasons against a name, name_taken. */
export function nameArg({ state }: World, args: Arguments, own?: Channel): string {
  const name = neededText(args, 'name', 'invalid_name_required');
  if ([...name].length > MAX_NAME) refuse('invalid_name_maxlength');
  if (/[A-Z\s.]/.test(name)) refuse('invalid_name_specials');
  if (!/[\p{L}\p{N}]/u.test(name)) refuse('invalid_name_punctuation');
  if (!/^[\p{L}\p{N}_-]+$/u.test(name)) refuse('invalid_name_specials');
  const isTaken = state.channels.some((channel) => channel.name === name && channel.id !== own?.id);
  return isTaken ? refuse('name_taken') : name;
}
