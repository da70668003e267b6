/** Writes down what goes over the wire, around the doors it goes through. */
import type { Arguments } from '../api/arguments.ts';
import type { CallAnswer } from '../api/call.ts';
import type { Reply } from '../http/reply.ts';
import type { Ack, BotSockets, Envelope } from '../socket/bot-sockets.ts';
import type { State } from '../state.ts';
import type { World } from '../world.ts';
import { tellTroubles } from './troubles.ts';
import type { WireLog } from './wire-log.ts';
import { aboutCall, aboutEnvelope, envelopeName } from './wire-words.ts';

const LOST = 'lost';

/** Runs a call of the Web API and writes it down. */
export async function recordCall(
  world: World,
  name: string,
  args: Arguments,
  run: () => Promise<CallAnswer>,
): Promise<CallAnswer> {
  const atMs = Date.now();
  const answer = await run();
  const body = answer === LOST ? undefined : answer.body;
  const ok = body?.ok === true;
  const note = answer === LOST ? 'the answer was lost' : statusNote(answer);
  const entry = { kind: 'call', name, about: aboutCall(world.state, args), atMs, ms: Date.now() - atMs } as const;
  world.wire.note({ ...entry, ok, note, sent: args, answered: body });
  tellTroubles(world);
  return answer;
}

/** Writes down a call that met an outage. */
export function recordAway(world: World, path: string): void {
  if (!path.startsWith('/api/')) return;
  const entry = { kind: 'call', name: path.slice('/api/'.length), about: '', atMs: Date.now(), ms: 0 } as const;
  world.wire.note({ ...entry, ok: false, note: 'Slack was away', sent: undefined, answered: undefined });
  tellTroubles(world);
}

function statusNote({ status, headers, body }: Exclude<CallAnswer, 'lost'>): string {
  if (status === 429) return `429, wait ${headers['retry-after']} s`;
  if (status !== 200) return String(status);
  return body.ok === true ? '' : String(body.error);
}

/** Answers a request to a response_url and writes it down. */
export async function recordReply(world: World, sent: unknown, run: () => Promise<Reply>): Promise<Reply> {
  const atMs = Date.now();
  const reply = await run();
  const [status, answered] = reply === LOST ? [0, undefined] : [reply.status, String(reply.body)];
  const entry = { kind: 'reply', name: 'response_url', about: '', atMs, ms: Date.now() - atMs } as const;
  world.wire.note({ ...entry, ok: status === 200, note: status === 200 ? '' : String(status), sent, answered });
  return reply;
}

/** The same sockets, with every envelope and its acknowledgement written down. */
export function recordSockets(sockets: BotSockets, wire: WireLog, state: State): BotSockets {
  return {
    ...sockets,
    async send(envelope) {
      const atMs = Date.now();
      const ack = await sockets.send(envelope);
      const kind = envelope.type === 'events_api' ? 'event' : 'interaction';
      const entry = { kind, name: envelopeName(envelope), about: aboutEnvelope(state, envelope) } as const;
      const answered = ack.acked ? ack.payload : undefined;
      const ended = { atMs, ms: Date.now() - atMs, ok: ack.acked, note: ackNote(envelope, ack) };
      wire.note({ ...entry, ...ended, sent: envelope.payload, answered });
      return ack;
    },
  };
}

function ackNote({ retry_attempt: retry }: Envelope, ack: Ack): string {
  const again = retry ? `sent again (${retry})` : '';
  const silence = ack.acked ? '' : ack.reason === 'offline' ? 'no app was connected' : 'not acknowledged in time';
  return [again, silence].filter(Boolean).join(', ');
}
