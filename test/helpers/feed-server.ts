import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The sites outside: any number of RSS feeds, each at `/<name>.xml`. */
export type FeedServer = {
  readonly origin: string;
  /** What the feed of this name shows from now on, each item a sentence. */
  publish(name: string, sentences: string[]): void;
  /** The next request for this feed gets no answer; resolves once it has come. */
  stall(name: string): Promise<void>;
  /** Resolves when the next request for this feed has been answered. */
  served(name: string): Promise<void>;
  close(): Promise<void>;
};

type Watch = { stalls: boolean; resolve: () => void };

export async function openFeeds(): Promise<FeedServer> {
  const feeds = new Map<string, string[]>();
  const watches = new Map<string, Watch>();
  const watch = (name: string, stalls: boolean) =>
    new Promise<void>((resolve) => watches.set(name, { stalls, resolve }));

  const server = createServer((request, response) => answer(/^\/(\w+)\.xml/.exec(request.url ?? '')?.[1], response));

  function answer(name: string | undefined, response: ServerResponse): void {
    const watched = watches.get(name ?? '');
    watches.delete(name ?? '');
    if (watched?.stalls) {
      watched.resolve();
      return;
    }
    response.writeHead(name ? 200 : 404, { 'content-type': 'application/rss+xml' });
    response.end(rss(name ?? '', feeds.get(name ?? '') ?? []), () => watched?.resolve());
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    publish: (name, sentences) => void feeds.set(name, sentences),
    stall: (name) => watch(name, true),
    served: (name) => watch(name, false),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function rss(name: string, sentences: string[]): string {
  const items = sentences.map(
    (sentence, n) => `<item><guid>${name}-${n}</guid><author>${name}@example.org (Writer of ${name})</author>
<link>https://${name}.example/${n}</link><pubDate>${new Date(1_790_000_000_000 + n * 60_000).toUTCString()}</pubDate>
<description>${sentence}</description></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Site ${name}</title>${items.join('')}</channel></rss>`;
}
