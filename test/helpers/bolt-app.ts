import bolt, { type Receiver } from '@slack/bolt';
import { registerListeners } from '../../listeners/index.ts';
import { GEN, TEAM } from './builders.ts';
import { BOT } from './fake-slack.ts';
import type { World } from './world.ts';

const { App } = bolt;

/** One call of the Web API that a listener made by itself, with its arguments read. */
export type ApiCall = { method: string; args: Record<string, unknown> };

/** What Slack's socket was answered; `storedBefore` is what `peek` saw at that moment. */
export type Answered = { acks: unknown[]; peeked: unknown };

/** A real Bolt app over a world: events go in as Slack sends them, the Web API is a list of calls. */
export type Door = {
  api: ApiCall[];
  /** What the person was shown last in a modal, or told by a response address. */
  lastView(): Record<string, unknown>;
  responses: Record<string, unknown>[];
  /** Slack refuses the next answer at a response address, as it does blocks that it does not know. */
  refuseNextResponse(): void;
  /** The next call of this method of the Web API is refused with this error. */
  refuseNext(method: string, error: string): void;
  send(body: Record<string, unknown>, peek?: () => Promise<unknown>): Promise<Answered>;
  press(actionId: string, value: string | number, where?: Record<string, unknown>): Promise<Answered>;
  submit(callbackId: string, metadata: unknown, values: unknown, peek?: () => Promise<unknown>): Promise<Answered>;
  command(text: string): Promise<Answered>;
  event(event: Record<string, unknown>): Promise<Answered>;
};

const RESPOND = 'https://hooks.slack.example/respond';
export const USER = 'U0BEN';

export async function openDoor(world: World): Promise<Door> {
  const api: ApiCall[] = [];
  const responses: Record<string, unknown>[] = [];
  const refusals: string[] = [];
  const refused = new Map<string, string>();
  const heard = { api, responses, refusals, refused };
  const app = new App({
    token: 'xoxb-test',
    receiver: noReceiver(),
    logLevel: bolt.LogLevel.ERROR,
    clientOptions: { fetch: (url, init) => webApi(String(url), String(init?.body ?? ''), heard) },
    deferInitialization: true,
    extendedErrorHandler: true,
    convoStore: false,
  });
  registerListeners(app, world.deps);
  await app.init();
  api.splice(0);

  const send: Door['send'] = async (body, peek) => {
    const acks: unknown[] = [];
    let peeked: unknown;
    const ack = async (given?: unknown) => {
      if (acks.length === 0) peeked = await peek?.();
      acks.push(given);
    };
    await app.processEvent({ body: { team: { id: TEAM }, team_id: TEAM, api_app_id: 'A0', ...body }, ack });
    await world.settled();
    return { acks, peeked };
  };
  const user = { id: USER, name: 'ben', team_id: TEAM };
  let forms = 0;
  return {
    api,
    responses,
    refuseNext: (method, error) => void refused.set(method, error),
    refuseNextResponse: () => void refusals.push('invalid_blocks'),
    lastView: () => {
      const last = api.filter(({ method }) => method.startsWith('views.')).at(-1);
      return (last?.args.view ?? {}) as Record<string, unknown>;
    },
    send,
    press: (actionId, value, where = inChannel('1.000001')) =>
      send({
        type: 'block_actions',
        user,
        trigger_id: '1.2.3',
        response_url: RESPOND,
        ...where,
        actions: [{ type: 'button', action_id: actionId, block_id: 'b', value: String(value), action_ts: '1' }],
      }),
    submit: (callbackId, metadata, values, peek) => {
      forms += 1;
      const view = { id: `V0FORM${forms}`, type: 'modal', callback_id: callbackId, hash: 'h', blocks: [] };
      return send(
        {
          type: 'view_submission',
          user,
          trigger_id: '1.2.3',
          view: { ...view, private_metadata: JSON.stringify(metadata), state: { values } },
        },
        peek,
      );
    },
    command: (text) =>
      send({
        command: '/community',
        text,
        user_id: USER,
        channel_id: GEN,
        trigger_id: '1.2.3',
        response_url: RESPOND,
        token: 't',
        team_domain: 'acme',
      }),
    event: (event) => send({ type: 'event_callback', event_id: 'Ev1', event_time: 1, event }),
  };
}

/** A press under a message. */
export function inChannel(ts: string, channel = GEN): Record<string, unknown> {
  return {
    channel: { id: channel, name: 'community' },
    message: { ts, type: 'message' },
    container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: false },
  };
}

/** A press in a modal. */
export function inModal(viewId = 'V0OLD'): Record<string, unknown> {
  return { view: { id: viewId, type: 'modal', state: { values: {} } }, container: { type: 'view', view_id: viewId } };
}

function noReceiver(): Receiver {
  return { init: () => {}, start: async () => {}, stop: async () => {} };
}

let views = 0;

type Heard = {
  api: ApiCall[];
  responses: Record<string, unknown>[];
  refusals: string[];
  refused: Map<string, string>;
};

async function webApi(url: string, body: string, { api, responses, refusals, refused }: Heard) {
  if (url.startsWith(RESPOND)) {
    const refusal = refusals.shift();
    if (refusal) return new Response(refusal, { status: 400 });
    responses.push(JSON.parse(body));
    return new Response('ok');
  }
  const method = url.split('/').at(-1) ?? '';
  const args = Object.fromEntries([...new URLSearchParams(body)].map(([key, value]) => [key, readArgument(value)]));
  api.push({ method, args });
  const error = refused.get(method);
  if (refused.delete(method)) return Response.json({ ok: false, error });
  if (method === 'auth.test') return Response.json({ ok: true, team_id: TEAM, user_id: BOT, bot_id: 'B0' });
  views += 1;
  const id = typeof args.view_id === 'string' ? args.view_id : `V${views}`;
  return Response.json({ ok: true, view: { id, hash: `hash ${views}` } });
}

function readArgument(value: string): unknown {
  return /^[{[]/.test(value) ? JSON.parse(value) : value;
}
