import { parseUrl } from '../../domain/parse-url.ts';

const maxLinkChars = 2000;

/**
 * The first of an entry's links that leads to a web page, whole: relative ones are resolved against `bases` (the
 * feed's address, then each xml:base), anything but http and https is dropped, and Google's redirects are unwrapped.
 * Pure.
 */
export function readLink(links: readonly string[], bases: readonly (string | undefined)[]): string | undefined {
  const base = resolveBase(bases);
  for (const link of links) {
    const url = webUrl(link, base);
    if (url) return unwrapGoogle(url).href;
  }
  return undefined;
}

function resolveBase(bases: readonly (string | undefined)[]): string | undefined {
  let base: string | undefined;
  for (const next of bases) base = (next !== undefined && webUrl(next, base)?.href) || base;
  return base;
}

function webUrl(link: string, base: string | undefined): URL | undefined {
  const text = link.trim();
  const url = text === '' || text.length > maxLinkChars ? undefined : parseUrl(text, base);
  return url?.protocol === 'http:' || url?.protocol === 'https:' ? url : undefined;
}

/** Google Alerts: https://www.google.com/url?…&url=<target>. */
function unwrapGoogle(url: URL): URL {
  if (url.pathname !== '/url' || !/^(www\.)?google\.[a-z]{2,3}(\.[a-z]{2})?$/.test(url.hostname)) return url;
  const target = url.searchParams.get('url') ?? url.searchParams.get('q') ?? '';
  return webUrl(target, undefined) ?? url;
}
