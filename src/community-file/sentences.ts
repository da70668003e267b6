import type { z } from 'zod';
import type { Fault } from './fault.ts';

export { sentence } from '../domain/setting-sentences.ts';

/** The faults of one zod issue: one for each key that is not known, else one. */
export function faultsOf(issue: z.core.$ZodIssue): Fault[] {
  if (issue.code !== 'unrecognized_keys') return [{ path: issue.path, problem: issue.message }];
  return issue.keys.map((key) => ({ path: [...issue.path, key], problem: 'is not a key that is known here' }));
}
