import { CLIENT_ID } from '../api/oauth.ts';
import { type Reply, text } from './reply.ts';
import type { Ask } from './routes.ts';

const LOCAL = ['localhost', '127.0.0.1', '[::1]'];

/** The first admin agrees to the app at once and is sent back to it with a code; only to this machine. */
export function authorize({ world, url }: Ask): Reply {
  const { client_id, redirect_uri = '', state } = Object.fromEntries(url.searchParams);
  const admin = world.state.people.find(({ isAdmin }) => isAdmin);
  if (client_id !== CLIENT_ID) return text('Invalid client_id parameter.', 400);
  if (!admin || !URL.canParse(redirect_uri)) return text('redirect_uri did not match any configured URIs.', 400);
  const back = new URL(redirect_uri);
  if (!LOCAL.includes(back.hostname)) return text('redirect_uri did not match any configured URIs.', 400);
  back.searchParams.set('code', world.codes.issue(admin.id));
  if (state !== undefined) back.searchParams.set('state', state);
  return { status: 302, headers: { location: back.href }, body: '' };
}
