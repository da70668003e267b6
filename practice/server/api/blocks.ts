import { blockProblems, viewProblems } from '../block-kit/validate.ts';
import type { World } from '../world.ts';
import { type Arguments, jsonArg } from './arguments.ts';
import { refuseArguments } from './failure.ts';
import type { Answer, Method } from './method.ts';

/** The sentence and pointer of a problem such as `must be a string [json-pointer:/blocks/0]`. */
function report(problem: string): Answer {
  const [, message = problem, pointer = ''] = /^(.*) \[json-pointer:(.*)\]$/s.exec(problem) ?? [];
  return { pointer, code: 'invalid', message };
}

function validate(_world: World, args: Arguments): Answer {
  const given = ['blocks', 'message', 'view'].filter((name) => args[name] !== undefined);
  if (given.length !== 1) return refuseArguments('must define exactly one of `blocks`, `message` or `view`');
  const [name = ''] = given;
  const value = jsonArg(args, name, 'invalid_arguments');
  const blocks = name === 'message' ? Object(value).blocks : value;
  const problems = name === 'view' ? viewProblems(value) : blockProblems(blocks, 'message');
  return { errors: problems.map(report) };
}

export const blockMethods: Method[] = [{ name: 'blocks.validate', token: 'none', run: validate }];
