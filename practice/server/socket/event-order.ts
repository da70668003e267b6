/** Between what happens and what the app hears of it: keeps events back, or lets the later one go first. */

type Payload = Record<string, unknown>;
export type Order = 'as-held' | 'reversed' | 'shuffled';

export type EventOrder = {
  /** Sends the event on, now or when its turn comes. */
  pass(payload: Payload): void;
  /** Keeps events back from now on. */
  hold(): void;
  /** Sends the events that were kept back, in this order. */
  release(order: Order): void;
  /** Sends the event that waits for another to change places with, if one does. */
  flush(): void;
  /** Resolves when no event waits to change places. */
  idle(): Promise<void>;
};

type Setup = {
  send: (payload: Payload) => void;
  /** Does each event change places with the one after it? */
  isReordered: () => boolean;
  /** How long an event waits for one to change places with. */
  waitMs: number;
};

/** Events in the order they happen, until told otherwise. */
export function createEventOrder({ send, isReordered, waitMs }: Setup): EventOrder {
  let held: Payload[] | undefined;
  let early: { payload: Payload; timer: NodeJS.Timeout; gone: Promise<void>; go: () => void } | undefined;

  function flush(): void {
    if (!early) return;
    const { payload, timer, go } = early;
    early = undefined;
    clearTimeout(timer);
    send(payload);
    go();
  }

  function wait(payload: Payload): void {
    let go = () => {};
    const gone = new Promise<void>((resolve) => {
      go = resolve;
    });
    early = { payload, timer: setTimeout(flush, waitMs), gone, go };
  }

  return {
    pass(payload) {
      if (held) held.push(payload);
      else if (isReordered() && !early) wait(payload);
      else {
        send(payload);
        flush();
      }
    },
    hold() {
      held ??= [];
    },
    release(order) {
      const kept = held ?? [];
      held = undefined;
      for (const payload of ordered(kept, order)) send(payload);
    },
    flush,
    idle: async () => early?.gone,
  };
}

function ordered<T>(list: T[], order: Order): T[] {
  if (order === 'as-held') return list;
  if (order === 'reversed') return list.toReversed();
  return list
    .map((one) => ({ one, rank: Math.random() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ one }) => one);
}
