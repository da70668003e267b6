/** The Events API over Socket Mode: envelopes with event ids, redelivered until they are acknowledged. */
import { newId } from '../ids.ts';
import type { App } from '../manifest.ts';
import type { Timing } from '../options.ts';
import type { State } from '../state.ts';
import type { Ack, Envelope } from './bot-sockets.ts';
import { createEventOrder, type Order } from './event-order.ts';
import { mayHear } from './subscriptions.ts';

/** The inner event as the app gets it; `type` is its name. */
export type SlackEvent = { type: string; [key: string]: unknown };

export type Events = {
  /** Tells the app, if it subscribed to `subscription` (the event's own name unless given). Returns at once. */
  tell(event: SlackEvent, subscription?: string): void;
  hold(): void;
  release(order: Order): void;
  /** Resolves when no event is on its way. */
  idle(): Promise<void>;
  close(): void;
};

type Setup = {
  app: App;
  state: State;
  timing: Timing;
  clock: () => Date;
  flush: () => Promise<void>;
  send: (envelope: Envelope) => Promise<Ack>;
  isTwice: () => boolean;
  isReordered: () => boolean;
};

/** All that an app hears of a workspace that let it go. */
const FAREWELLS = ['app_uninstalled', 'tokens_revoked'];

/** Events with nothing on its way yet. Up to three redeliveries follow the first attempt. */
export function createEvents(setup: Setup): Events {
  const { app, timing } = setup;
  const pauses = new Map<NodeJS.Timeout, () => void>();
  const underWay = new Set<Promise<void>>();
  const order = createEventOrder({ send: start, isReordered: setup.isReordered, waitMs: timing.reorderMs });
  let isClosed = false;

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(done, ms);
      function done(): void {
        pauses.delete(timer);
        resolve();
      }
      pauses.set(timer, done);
    });
  }

  async function deliver(payload: Record<string, unknown>): Promise<void> {
    await setup.flush();
    let retry: Pick<Envelope, 'retry_attempt' | 'retry_reason'> = {};
    for (let attempt = 1; !isClosed; attempt += 1) {
      const ack = await setup.send({ type: 'events_api', payload, accepts_response_payload: false, ...retry });
      const wait = timing.retryPausesMs[attempt - 1];
      if (ack.acked || wait === undefined) return;
      retry = { retry_attempt: attempt, retry_reason: ack.reason === 'timeout' ? 'timeout' : 'connection_failed' };
      await pause(wait);
    }
  }

  function start(payload: Record<string, unknown>): void {
    const copies = setup.isTwice() ? [payload, payload] : [payload];
    for (const copy of copies) {
      const way = deliver(copy).catch(() => undefined);
      underWay.add(way);
      void way.then(() => underWay.delete(way));
    }
  }

  return {
    tell(event, subscription = event.type) {
      if (!mayHear(app, subscription)) return;
      if (setup.state.installation !== 'installed' && !FAREWELLS.includes(event.type)) return;
      order.pass(eventPayload(setup.state, event, setup.clock()));
    },
    hold: order.hold,
    release: order.release,
    async idle() {
      await order.idle();
      while (underWay.size > 0) await Promise.all(underWay);
    },
    close() {
      isClosed = true;
      order.flush();
      for (const [timer, done] of [...pauses]) {
        clearTimeout(timer);
        done();
      }
    },
  };
}

function eventPayload({ team, bot }: State, event: SlackEvent, now: Date): Record<string, unknown> {
  const eventId = newId('Ev');
  return {
    token: 'practice-verification',
    team_id: team.id,
    context_team_id: team.id,
    context_enterprise_id: null,
    api_app_id: bot.appId,
    event,
    type: 'event_callback',
    event_id: eventId,
    event_time: Math.floor(now.getTime() / 1000),
    authorizations: [
      { enterprise_id: null, team_id: team.id, user_id: bot.userId, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
    event_context: `4-${eventId}`,
  };
}
