/** The switchboard by which tests make this Slack fail as the real one does. */

/** What happens to one call. */
export type Fault =
  | { kind: 'lose' }
  /** Without `ms` the answer is held until somebody lets it go. */
  | { kind: 'delay'; wait: () => Promise<void>; ms?: number }
  | { kind: 'rate_limit'; retryAfterSeconds: number }
  | { kind: 'status'; status: number }
  | { kind: 'refuse'; error: string };

export type Misbehave = {
  /** The work is done and saved, then the connection breaks before the answer. */
  lose(method: string, times?: number): void;
  /** The work is done; the answer comes `ms` milliseconds later. */
  delay(method: string, ms: number, times?: number): void;
  /** The work is done; the answers wait until the returned function is called. */
  hold(method: string, times?: number): () => void;
  rateLimit(method: string, retryAfterSeconds: number, times?: number): void;
  /** An HTTP status such as 503, the work undone. */
  status(method: string, status: number, times?: number): void;
  /** `ok: false` with this error, the work undone. */
  refuse(method: string, error: string, times?: number): void;
  /** Every event is sent twice while this is true, each with the same event id. */
  eventsTwice: boolean;
  /** Every interaction and command is sent twice while this is true. */
  interactionsTwice: boolean;
  /** Every event changes places with the one after it while this is true; one that nothing follows goes after a second. */
  eventsReordered: boolean;
  /** Keeps events back until `releaseEvents`. */
  holdEvents(): void;
  /** Sends the events that were kept back, in the given order. */
  releaseEvents(order?: 'as-held' | 'reversed' | 'shuffled'): void;
  /** Cuts every bot socket without a goodbye. */
  dropSockets(): void;
  /** Tells every bot socket to reconnect, as Slack does now and then. */
  disconnectSockets(reason?: 'refresh_requested' | 'warning' | 'link_disabled'): void;
  /** For this long Slack is away: no call is answered, no socket stays open or opens. By the workspace's clock. */
  outage(ms: number): void;
  /** Is Slack away just now? */
  isDown(): boolean;
  /** Everything is well again: no fault waits for a method, nothing is doubled, held back, reordered or away. */
  reset(): void;
};

export type Faults = Misbehave & {
  /** The fault that meets the next call of this method; uses it up. */
  next(method: string): Fault | undefined;
  /** The faults that still wait for their call. */
  waiting(): { method: string; fault: Fault }[];
  /** Until when Slack is away, in Unix milliseconds; past or 0 when it is not. */
  downUntil(): number;
};

type Parts = Pick<Misbehave, 'holdEvents' | 'releaseEvents' | 'dropSockets' | 'disconnectSockets'>;

/** A switchboard with nothing switched on. '*' as a method means any. */
export function createMisbehave(parts: Parts, clock: () => Date): Faults {
  const queues = new Map<string, Fault[]>();
  let downUntilMs = 0;

  function add(method: string, times: number, fault: () => Fault): void {
    const faults = Array.from({ length: times }, fault);
    queues.set(method, [...(queues.get(method) ?? []), ...faults]);
  }

  const flags = { eventsTwice: false, interactionsTwice: false, eventsReordered: false };

  const faults: Faults = {
    ...parts,
    ...flags,
    lose: (method, times = 1) => add(method, times, () => ({ kind: 'lose' })),
    delay(method, ms, times = 1) {
      const wait = () => new Promise<void>((resolve) => setTimeout(resolve, ms));
      add(method, times, () => ({ kind: 'delay', wait, ms }));
    },
    hold(method, times = 1) {
      const { promise, resolve } = gate();
      add(method, times, () => ({ kind: 'delay', wait: () => promise }));
      return resolve;
    },
    rateLimit: (method, retryAfterSeconds, times = 1) =>
      add(method, times, () => ({ kind: 'rate_limit', retryAfterSeconds })),
    status: (method, status, times = 1) => add(method, times, () => ({ kind: 'status', status })),
    refuse: (method, error, times = 1) => add(method, times, () => ({ kind: 'refuse', error })),
    outage(ms) {
      downUntilMs = clock().getTime() + ms;
      parts.dropSockets();
    },
    isDown: () => clock().getTime() < downUntilMs,
    downUntil: () => downUntilMs,
    reset() {
      queues.clear();
      downUntilMs = 0;
      Object.assign(faults, flags);
      parts.releaseEvents();
    },
    waiting: () => [...queues].flatMap(([method, faults]) => faults.map((fault) => ({ method, fault }))),
    next: (method) => queues.get(method)?.shift() ?? queues.get('*')?.shift(),
  };
  return faults;
}

function gate(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
