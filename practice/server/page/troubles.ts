/** The switchboard as the page works it: what goes wrong on purpose, and what is on now. */
import type { Mishap, PageAct, Trouble, TroubleNow } from '../../wire.ts';
import type { Fault, Faults } from '../misbehave.ts';
import type { Person } from '../state.ts';
import type { World } from '../world.ts';
import { type Said, say } from './said.ts';

type Act<K extends PageAct['act']> = Extract<PageAct, { act: K }>;

/** Several faults of one kind for one method are one trouble with a count. */
function together(waiting: { method: string; fault: Fault }[]): TroubleNow[] {
  const troubles = new Map<string, TroubleNow & { times: number }>();
  for (const { method, fault } of waiting) {
    const one = troubleOf(method, fault);
    const key = JSON.stringify(one);
    troubles.set(key, { ...one, times: (troubles.get(key)?.times ?? 0) + 1 });
  }
  return [...troubles.values()];
}

function troubleOf(method: string, fault: Fault): Extract<TroubleNow, { times: number }> {
  const on = { method, times: 1 };
  if (fault.kind === 'lose') return { kind: 'lose', ...on };
  if (fault.kind === 'delay') return { kind: 'delay', ...on, ms: fault.ms ?? 0 };
  if (fault.kind === 'rate_limit') return { kind: 'rate_limit', ...on, seconds: fault.retryAfterSeconds };
  if (fault.kind === 'status') return { kind: 'status', ...on, status: fault.status };
  return { kind: 'refuse', ...on, error: fault.error };
}

const FLAGS = {
  events_twice: 'eventsTwice',
  interactions_twice: 'interactionsTwice',
  reorder: 'eventsReordered',
} as const;

/** Everything that goes wrong on purpose at this moment. */
export function troublesNow({ misbehave }: Pick<World, 'misbehave'>): TroubleNow[] {
  const kinds = ['events_twice', 'interactions_twice', 'reorder'] as const;
  const flags = kinds.filter((kind) => misbehave[FLAGS[kind]]).map((kind): TroubleNow => ({ kind }));
  const away: TroubleNow[] = misbehave.isDown() ? [{ kind: 'outage', untilMs: misbehave.downUntil() }] : [];
  return [...away, ...flags, ...together(misbehave.waiting())];
}

const told = new WeakMap<World, string>();

/** Tells the open pages what is on, when that has changed since they were told. */
export function tellTroubles(world: World): void {
  const troubles = troublesNow(world);
  const words = JSON.stringify(troubles);
  if (words === (told.get(world) ?? '[]')) return;
  told.set(world, words);
  world.live.send({ type: 'troubles', troubles });
}

function set(misbehave: Faults, trouble: Trouble, on: boolean): void {
  switch (trouble.kind) {
    case 'lose':
      misbehave.lose(trouble.method, trouble.times);
      break;
    case 'delay':
      misbehave.delay(trouble.method, trouble.ms, trouble.times);
      break;
    case 'rate_limit':
      misbehave.rateLimit(trouble.method, trouble.seconds, trouble.times);
      break;
    case 'status':
      misbehave.status(trouble.method, trouble.status, trouble.times);
      break;
    case 'refuse':
      misbehave.refuse(trouble.method, trouble.error, trouble.times);
      break;
    case 'outage':
      misbehave.outage(on ? trouble.minutes * 60_000 : 0);
      break;
    default:
      misbehave[FLAGS[trouble.kind]] = on;
  }
}

/** Switches one trouble on, or a lasting one off. */
export function makeTrouble(world: World, _person: Person, { trouble, on }: Act<'trouble'>): Said {
  set(world.misbehave, trouble, on);
  tellTroubles(world);
  return say();
}

const mishaps: Record<Mishap, (misbehave: Faults) => void> = {
  sockets_dropped: (misbehave) => misbehave.dropSockets(),
  sockets_refreshed: (misbehave) => misbehave.disconnectSockets('refresh_requested'),
};

/** Lets one thing go wrong now. */
export function makeMishap(world: World, _person: Person, { mishap }: Act<'mishap'>): Said {
  mishaps[mishap](world.misbehave);
  return say();
}

/** Sets everything right again: nothing goes wrong any more, and what was kept back goes out. */
export function behave(world: World): Said {
  world.misbehave.reset();
  tellTroubles(world);
  return say();
}
