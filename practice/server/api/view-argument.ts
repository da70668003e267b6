import { fileProblems } from '../block-kit/slack-files.ts';
import { viewProblems } from '../block-kit/validate.ts';
import type { ViewInput } from '../workspace/views.ts';
import type { World } from '../world.ts';
import { type Arguments, jsonArg } from './arguments.ts';
import { refuseProblems } from './content-argument.ts';
import { refuse, refuseArguments } from './failure.ts';

/** Slack takes views of up to 250 KB. */
const MAX_VIEW_BYTES = 250_000;

/** A checked view of this kind. @throws invalid_arguments with Slack's list of problems, view_too_large, duplicate_external_id. */
export function checkedView(world: World, view: unknown, type: 'modal' | 'home', replacing?: string): ViewInput {
  if (typeof view !== 'object' || view === null) return refuseArguments('must provide an object [json-pointer:/view]');
  if (Buffer.byteLength(JSON.stringify(view)) > MAX_VIEW_BYTES) refuse('view_too_large');
  refuseProblems('invalid_arguments', viewProblems(view));
  refuseProblems('invalid_arguments', fileProblems(world, view, '/view'));
  const input = view as ViewInput;
  if (input.type !== type) refuseArguments(`must be of type ${type} [json-pointer:/view/type]`);
  if (input.external_id && isTaken(world, input.external_id, replacing)) refuse('duplicate_external_id');
  return input;
}

function isTaken({ modals, state }: World, externalId: string, replacing?: string): boolean {
  const open = [...modals.values()].flat().map(({ view }) => view);
  return [...open, ...state.homes.values()].some((view) => view.external_id === externalId && view.id !== replacing);
}

/** The `view` argument, checked. @throws as checkedView. */
export function viewArg(world: World, args: Arguments, type: 'modal' | 'home', replacing?: string): ViewInput {
  return checkedView(world, jsonArg(args, 'view', 'invalid_arguments'), type, replacing);
}
