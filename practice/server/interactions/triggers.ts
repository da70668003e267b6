import { newSecret } from '../ids.ts';

const TRIGGER_LIVES_MS = 3000;

export type TriggerProblem = 'expired_trigger_id' | 'exchanged_trigger_id' | 'invalid_trigger_id';

export type Triggers = {
  /** A trigger_id for something this person did just now. */
  issue(person: string): string;
  /** Uses the trigger up: who caused it, or why it is no good. */
  exchange(triggerId: string): { person: string } | { problem: TriggerProblem };
};

/** Triggers that work once and for three seconds. */
export function createTriggers(clock: () => Date): Triggers {
  const issued = new Map<string, { person: string; atMs: number; isUsed: boolean }>();
  let count = 0;

  function forgetOldest(): void {
    if (issued.size > 1000) for (const [id] of [...issued].slice(0, 500)) issued.delete(id);
  }

  return {
    issue(person) {
      forgetOldest();
      count += 1;
      const atMs = clock().getTime();
      const id = `${atMs}.${count}.${newSecret()}`;
      issued.set(id, { person, atMs, isUsed: false });
      return id;
    },
    exchange(triggerId) {
      const trigger = issued.get(triggerId);
      if (!trigger) return { problem: 'invalid_trigger_id' };
      if (trigger.isUsed) return { problem: 'exchanged_trigger_id' };
      if (clock().getTime() - trigger.atMs > TRIGGER_LIVES_MS) return { problem: 'expired_trigger_id' };
      trigger.isUsed = true;
      return { person: trigger.person };
    },
  };
}
