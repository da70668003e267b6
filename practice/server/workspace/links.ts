/** Links in messages, and which of them the app may adorn. */
import type { Message } from '../state.ts';
import type { World } from '../world.ts';

export type Link = { domain: string; url: string };

/** The domain of the manifest that this address belongs to; undefined when it is not the app's to adorn. */
export function unfurlDomain({ app }: World, url: string): string | undefined {
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  return app.unfurlDomains.find((domain) => host === domain || host.endsWith(`.${domain}`));
}

/** The links of a message's text that the app may adorn, each once. */
export function ownLinks(world: World, { text }: Pick<Message, 'text'>): Link[] {
  const urls = [...text.matchAll(/<(https?:\/\/[^|>]+)/g)].map(([, url = '']) => url.replaceAll('&amp;', '&'));
  return [...new Set(urls)].flatMap((url) => {
    const domain = unfurlDomain(world, url);
    return domain ? [{ domain, url }] : [];
  });
}
