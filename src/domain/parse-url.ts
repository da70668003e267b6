/**
 * The URL that a text spells; undefined when it spells none. Not by URL.canParse: in Node 20 and 22, once it is
 * optimised, that says no to every host outside ASCII (github.com/AikidoSec/firewall-node/pull/1086).
 */
export function parseUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}
