import { isReady } from '../workspace/files.ts';
import type { World } from '../world.ts';

/** What Slack says of `slack_file` pictures that do not exist, or whose upload is not digested yet. */
export function fileProblems(world: World, value: unknown, pointer: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = `${pointer}/${key}`;
    if (key !== 'slack_file') return fileProblems(world, inner, here);
    const file = (inner as { id?: string }).id;
    const isGood = file === undefined || isReady(world, file);
    return isGood ? [] : [`invalid slack file [json-pointer:${here}]`];
  });
}
