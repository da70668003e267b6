import { parseUrl } from './parse-url.ts';

/** Parameters that say how a reader came, never what they read: the same everywhere. */
const TRACKING = new Set([
  ...['fbclid', 'gclid', 'gclsrc', 'dclid', 'gbraid', 'wbraid', 'srsltid', '_ga', '_gl', 'msclkid', 'yclid'],
  ...['ysclid', 'twclid', 'ttclid', 'li_fat_id', 'igshid', 'igsh', 'epik', 'rdt_cid', 'sccid', 'irclickid'],
  ...['mc_cid', 'mc_eid', 'mkt_tok', '_hsenc', '_hsmi', '__hstc', '__hssc', '__hsfp', 'hsctatracking'],
  ...['vero_id', 'vero_conv', 'oly_anon_id', 'oly_enc_id', 'rb_clickid', 'wickedid', '_openstat', 'ml_subscriber'],
  ...['ref_src', 'ref_url', 'cmpid', 'at_medium', 'at_campaign', 'pk_campaign', 'pk_kwd', 'mtm_campaign', 'mtm_source'],
]);

/** Parameters that track on these hosts and mean something elsewhere. */
const TRACKING_ON: [host: string, names: string[]][] = [
  ['x.com', ['s', 't']],
  ['twitter.com', ['s', 't']],
  ['youtube.com', ['feature', 'pp', 'ab_channel']],
  ['reddit.com', ['share_id', 'rdt']],
  ['linkedin.com', ['trk', 'rcm', 'trackingid']],
  ['medium.com', ['source']],
];

/** `si` as YouTube and Spotify share it: a token. A short or spelt value may be a page's own. */
const SHARE_TOKEN = /^si=(?=.*(?:\d|[a-z][A-Z]|[A-Z][a-z]))[\w-]{11,64}$/;

/** The query by which a page asks for its own AMP form. */
const AMP = /^(?:amp(?:=(?:1|true)?)?|outputtype=amp)$/i;

/** A fragment that leads to another page (`#!/x`, `#/x`) or to one thing said on this one (`#comment-5`). */
const SAID_THERE =
  '(?:issue|commit|discussion)?comment|discussion_r|pullrequestreview|post|reply|message|msg|answer|c|p';
const MEANT_FRAGMENT = new RegExp(`^#(?:[!/]+[^!/]|c_\\w|(?:${SAID_THERE})[-_]?\\d|\\d{4})`, 'i');

/**
 * One key for all addresses of one page: http and https, `www.`, the trailing slash, the order of the query,
 * needless escapes, tracking parameters and plain anchors no longer tell them apart. Undefined for what is no
 * http address and for a bare home page, which is no story. Idempotent. An AMP path stays ("/amp" may be a page).
 */
export function canonicalUrl(url: string): string | undefined {
  const parsed = /^\s*https?:\/\//i.test(url) ? parseUrl(url) : undefined;
  if (!parsed) return undefined;
  const { host, pathname, search, hash } = parsed;
  const site = plainHost(host);
  const path = plainEscapes(pathname).replace(/(?<!\/)\/+$/, '');
  const rest = path + plainQuery(search, site) + (MEANT_FRAGMENT.test(hash) ? plainEscapes(hash) : '');
  return site === '' || rest === '' ? undefined : `https://${site}${rest}`;
}

/** Without the ports of http and https, the root's dot and `www.`; empty for a name with a hole in it. */
function plainHost(host: string): string {
  if (host.includes('..')) return '';
  return host
    .replace(/:(?:80|443)$/, '')
    .replace(/\.(?=$|:)/, '')
    .replace(/^(?:www\.)+(?=[^.]+\.)/, '');
}

function plainQuery(search: string, site: string): string {
  const pairs = plainEscapes(search.slice(1).replaceAll('+', '%20')).split('&');
  const meant = pairs.filter((pair) => pair !== '' && !isTracking(pair, site));
  meant.sort((a, b) => compare(nameOf(a), nameOf(b)));
  return meant.length === 0 ? '' : `?${meant.join('&')}`;
}

function isTracking(pair: string, site: string): boolean {
  const name = nameOf(pair).toLowerCase();
  const onThisSite = TRACKING_ON.some(
    ([host, names]) => (site === host || site.endsWith(`.${host}`)) && names.includes(name),
  );
  return onThisSite || TRACKING.has(name) || name.startsWith('utm_') || SHARE_TOKEN.test(pair) || AMP.test(pair);
}

function nameOf(pair: string): string {
  return pair.split('=', 1)[0] ?? '';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Escapes in capitals, and none where the character itself may stand. */
function plainEscapes(part: string): string {
  return part.replace(/%(?![\da-f]{2})/gi, '%25').replace(/%([\da-f]{2})/gi, (escaped, hex: string) => {
    const char = String.fromCharCode(Number.parseInt(hex, 16));
    return /[\w.~-]/.test(char) ? char : escaped.toUpperCase();
  });
}
