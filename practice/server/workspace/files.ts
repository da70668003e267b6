import type { StoredFile } from '../state.ts';
import type { World } from '../world.ts';

/** Slack knows the type of a fresh upload only after about a second. */
const DIGEST_MS = 1000;

/** Has the upload ended long enough ago for its type to be known? */
export function isReady(world: World, fileId: string): boolean {
  const file = world.state.files.get(fileId);
  if (!file?.isComplete || file.uploadedAtMs === undefined) return false;
  return world.clock().getTime() - file.uploadedAtMs >= DIGEST_MS;
}

/** The file object of the Web API; without its type while the upload is still being digested. */
export function slackFile(world: World, file: StoredFile): Record<string, unknown> {
  const ready = isReady(world, file.id);
  const address = `${world.url}/files/${file.id}`;
  return {
    id: file.id,
    name: file.name,
    title: file.title,
    mimetype: ready ? file.mimetype : '',
    filetype: ready ? file.mimetype.replace(/^.*\//, '') : '',
    size: file.size,
    user: world.state.bot.userId,
    created: Math.floor((file.uploadedAtMs ?? 0) / 1000),
    alt_txt: file.altText,
    is_public: false,
    channels: file.channels,
    url_private: address,
    url_private_download: address,
    permalink: address,
  };
}
