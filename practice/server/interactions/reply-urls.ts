import { newSecret } from '../ids.ts';

const URL_LIVES_MS = 30 * 60_000;
const MAX_USES = 5;

/** Where a response_url leads: the channel, the person who acted, and the message they acted on. */
export type ReplyTarget = { channel: string; person: string; messageTs?: string; threadTs?: string };

export type ReplyUrls = {
  /** The path of a new response_url. */
  issue(target: ReplyTarget): string;
  /** Uses the address once; a string is Slack's reason against it. */
  take(path: string): ReplyTarget | 'expired_url' | 'used_url' | 'invalid_url';
};

/** Response addresses that work five times within thirty minutes. */
export function createReplyUrls(clock: () => Date): ReplyUrls {
  const issued = new Map<string, { target: ReplyTarget; atMs: number; uses: number }>();

  function forgetOld(): void {
    const oldestMs = clock().getTime() - 2 * URL_LIVES_MS;
    for (const [path, { atMs }] of issued) if (atMs < oldestMs) issued.delete(path);
  }

  return {
    issue(target) {
      forgetOld();
      const path = `/response/${newSecret()}`;
      issued.set(path, { target, atMs: clock().getTime(), uses: 0 });
      return path;
    },
    take(path) {
      const url = issued.get(path);
      if (!url) return 'invalid_url';
      if (clock().getTime() - url.atMs > URL_LIVES_MS) return 'expired_url';
      if (url.uses >= MAX_USES) return 'used_url';
      url.uses += 1;
      return url.target;
    },
  };
}
