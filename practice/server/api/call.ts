/** One call of the Web API from token to answer. */
import type { Fault } from '../misbehave.ts';
import { postDue } from '../workspace/scheduled.ts';
import type { World } from '../world.ts';
import type { Arguments } from './arguments.ts';
import { limitKey } from './chat-post.ts';
import { refuse, SlackFailure } from './failure.ts';
import { methods } from './index.ts';
import type { Method } from './method.ts';
import { APP_TOKEN, BOT_TOKEN } from './tokens.ts';

const MAX_RECORDS = 1000;

/** The HTTP answer; `lost` means the connection breaks instead. */
export type CallAnswer = { status: number; headers: Record<string, string>; body: Record<string, unknown> } | 'lost';

type SlackAnswer = { ok: boolean; [key: string]: unknown };

function checkToken({ state }: World, method: Method, token: string | undefined): void {
  if (method.token === 'none') return;
  if (!token) refuse('not_authed');
  if (token !== BOT_TOKEN && token !== APP_TOKEN) refuse('invalid_auth');
  const wanted = method.token === 'app' ? APP_TOKEN : BOT_TOKEN;
  if (token !== wanted) refuse('not_allowed_token_type');
  if (token === BOT_TOKEN && state.installation === 'uninstalled') refuse('account_inactive');
  if (token === BOT_TOKEN && state.installation === 'revoked') refuse('token_revoked');
}

function checkScopes({ app }: World, { scopes }: Method): void {
  if (!scopes || scopes.some((scope) => app.scopes.includes(scope))) return;
  refuse('missing_scope', { needed: scopes.join(','), provided: app.scopes.join(',') });
}

async function run(world: World, method: Method, token: string | undefined, args: Arguments): Promise<SlackAnswer> {
  try {
    checkToken(world, method, token);
    checkScopes(world, method);
    return { ok: true, ...(await method.run(world, args)) };
  } catch (error) {
    if (!(error instanceof SlackFailure)) throw error;
    return { ok: false, error: error.code, ...error.extra };
  }
}

function limited(seconds: number): CallAnswer {
  return { status: 429, headers: { 'retry-after': String(seconds) }, body: { ok: false, error: 'ratelimited' } };
}

/** The answer of a fault that leaves the work undone; undefined for the others. */
function early(fault: Fault | undefined): CallAnswer | undefined {
  if (fault?.kind === 'rate_limit') return limited(fault.retryAfterSeconds);
  if (fault?.kind === 'status')
    return { status: fault.status, headers: {}, body: { ok: false, error: 'internal_error' } };
  if (fault?.kind === 'refuse') return { status: 200, headers: {}, body: { ok: false, error: fault.error } };
  return undefined;
}

function remember(world: World, name: string, args: Arguments, answer: SlackAnswer): void {
  world.calls.push({ method: name, args, answer });
  if (world.calls.length > MAX_RECORDS) world.calls.shift();
}

function answerHeaders({ app }: World, method: Method): Record<string, string> {
  if (method.token) return {};
  return { 'x-oauth-scopes': app.scopes.join(','), 'x-accepted-oauth-scopes': method.scopes?.join(',') ?? '' };
}

/** Runs the method, saves what it changed and only then answers. */
export async function callMethod(
  world: World,
  name: string,
  token: string | undefined,
  args: Arguments,
): Promise<CallAnswer> {
  const method = methods.get(name);
  if (!method) return { status: 200, headers: {}, body: { ok: false, error: 'unknown_method', req_method: name } };
  postDue(world);
  const fault = world.misbehave.next(name);
  const undone = early(fault);
  if (undone) return undone;
  const seconds = world.limits.take(method, limitKey(world, args));
  if (seconds === 'workspace') return { status: 200, headers: {}, body: { ok: false, error: 'rate_limited' } };
  if (seconds !== undefined) return limited(seconds);
  const answer = await run(world, method, token, args);
  await world.store.flush();
  remember(world, name, args, answer);
  if (fault?.kind === 'delay') await fault.wait();
  if (fault?.kind === 'lose') return 'lost';
  return { status: 200, headers: answerHeaders(world, method), body: answer };
}
