/** Every HTTP path of the server, in the order they are tried. */
import type { IncomingMessage } from 'node:http';
import { type Arguments, textArg } from '../api/arguments.ts';
import { callMethod } from '../api/call.ts';
import { SlackFailure } from '../api/failure.ts';
import { postReply } from '../interactions/reply.ts';
import { parseAct } from '../page/act-schema.ts';
import { perform } from '../page/acts.ts';
import { pageState } from '../page/page-state.ts';
import { recordCall, recordReply } from '../page/record.ts';
import { say } from '../page/said.ts';
import type { World } from '../world.ts';
import { authorize } from './authorize.ts';
import { parseArguments, parseJson, readBody } from './body.ts';
import { fileBody, receiveUpload } from './files.ts';
import { json, type Reply, text } from './reply.ts';
import { staticFile } from './static.ts';

export type Ask = { world: World; request: IncomingMessage; url: URL };
type Route = { method: 'GET' | 'POST'; path: string; handle(ask: Ask): Reply | Promise<Reply> };

/** The one method whose token counts only in the header. */
const HEADER_ONLY = 'apps.connections.open';

function bearer(request: IncomingMessage, name: string, args: Arguments): string | undefined {
  const [, token] = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
  return token ?? (name === HEADER_ONLY ? undefined : textArg(args, 'token'));
}

async function webApi({ world, request, url }: Ask): Promise<Reply> {
  const body = await readBody(request);
  const given = parseArguments(body, request.headers['content-type'] ?? '', url.searchParams);
  const { token: _, ...args } = given;
  const name = url.pathname.slice('/api/'.length);
  const token = bearer(request, name, given);
  const answer = await recordCall(world, name, args, () => callMethod(world, name, token, args));
  return answer === 'lost' ? 'lost' : json(answer.body, answer.status, answer.headers);
}

async function responseUrl({ world, request, url }: Ask): Promise<Reply> {
  const body = parseArguments(await readBody(request), 'application/json', url.searchParams);
  return recordReply(world, body, () => reply(world, url.pathname, body));
}

async function reply(world: World, path: string, body: Arguments): Promise<Reply> {
  const target = world.replyUrls.take(path);
  if (typeof target === 'string') return json({ ok: false, error: target }, 404);
  try {
    postReply(world, target, body);
  } catch (error) {
    if (!(error instanceof SlackFailure)) throw error;
    return json({ ok: false, error: error.code, ...error.extra }, 400);
  }
  await world.store.flush();
  return text('ok');
}

/** Without `as` it is the first person of the workspace. */
function readState({ world, url }: Ask): Reply {
  const as = url.searchParams.get('as');
  const person = world.state.people.find(({ id, isBot }) => !isBot && (as === null || id === as));
  return person ? json(pageState(world, person)) : json(say('Nobody of that name works here.'), 404);
}

function wireDetail({ world, url }: Ask): Reply {
  const found = world.wire.find(Number(url.pathname.slice('/practice/wire/'.length)));
  return found ? json(found) : json(say('That is not kept any more.'), 404);
}

async function act({ world, request }: Ask): Promise<Reply> {
  const wanted = parseAct(parseJson(await readBody(request)));
  return wanted ? json(await perform(world, wanted)) : json(say('That could not be understood.'), 400);
}

function demoFeed({ world, url }: Ask): Reply {
  return world.options.demo?.feed(url.pathname, world.clock()) ?? text('Not found.', 404);
}

const routes: Route[] = [
  { method: 'GET', path: '/oauth/v2/authorize', handle: authorize },
  { method: 'POST', path: '/api/', handle: webApi },
  { method: 'POST', path: '/response/', handle: responseUrl },
  { method: 'POST', path: '/upload/', handle: receiveUpload },
  { method: 'GET', path: '/files/', handle: fileBody },
  { method: 'GET', path: '/practice/state', handle: readState },
  { method: 'POST', path: '/practice/act', handle: act },
  { method: 'GET', path: '/practice/wire/', handle: wireDetail },
  { method: 'GET', path: '/demo/', handle: demoFeed },
  { method: 'GET', path: '/', handle: ({ world, url }) => staticFile(world.options.webDir, url.pathname) },
];

/** The answer to a request; 404 where nothing is. */
export async function route(ask: Ask): Promise<Reply> {
  const { pathname } = ask.url;
  const isHere = ({ method, path }: Route) =>
    method === ask.request.method && (path.endsWith('/') ? pathname.startsWith(path) : pathname === path);
  return (await routes.find(isHere)?.handle(ask)) ?? text('Not found.', 404);
}
