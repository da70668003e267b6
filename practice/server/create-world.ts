import { demoWorkspace } from '../demo/workspace.ts';
import { createCodes } from './api/oauth.ts';
import { createReplyUrls } from './interactions/reply-urls.ts';
import { createTriggers } from './interactions/triggers.ts';
import { createLimits } from './limits.ts';
import { loadApp } from './manifest.ts';
import { createMisbehave } from './misbehave.ts';
import { defaultTiming, type PracticeOptions } from './options.ts';
import { createLive } from './page/live.ts';
import { recordSockets } from './page/record.ts';
import { createWireLog } from './page/wire-log.ts';
import { loadSaved } from './snapshot.ts';
import { createBotSockets } from './socket/bot-sockets.ts';
import type { Order } from './socket/event-order.ts';
import { createEvents } from './socket/events.ts';
import { newState } from './state.ts';
import { createStore } from './store.ts';
import type { World } from './world.ts';

/** Everything the handlers need, with the saved state read in. @throws on a damaged state or manifest. */
export function createWorld(options: PracticeOptions): World {
  const clock = options.clock ?? (() => new Date());
  const timing = { ...defaultTiming, ...options.timing };
  const app = loadApp(options);
  const state = newState(options.workspace ?? demoWorkspace);
  if (options.dataDir) loadSaved(state, options.dataDir);
  const store = createStore(options.dataDir, state);
  const live = createLive();
  const onOnline = (online: boolean) => live.send({ type: 'bot', online });
  const wire = createWireLog();
  const sockets = recordSockets(createBotSockets({ appId: state.bot.appId, timing, clock, onOnline }), wire, state);
  const { send, drop, disconnect } = sockets;
  const isTwice = () => misbehave.eventsTwice;
  const isReordered = () => misbehave.eventsReordered;
  const events = createEvents({ app, state, timing, clock, flush: store.flush, send, isTwice, isReordered });
  const parts = {
    holdEvents: events.hold,
    releaseEvents: (order: Order = 'as-held') => events.release(order),
    dropSockets: drop,
    disconnectSockets: (reason = 'refresh_requested') => disconnect(reason),
  };
  const misbehave = createMisbehave(parts, clock);
  return {
    options,
    timing,
    clock,
    url: '',
    app,
    state,
    store,
    live,
    sockets,
    events,
    misbehave,
    wire,
    triggers: createTriggers(clock),
    replyUrls: createReplyUrls(clock),
    codes: createCodes(clock),
    limits: createLimits(clock, options.limits ?? true),
    modals: new Map(),
    ephemerals: [],
    notices: [],
    calls: [],
    fileBytes: new Map(),
  };
}
