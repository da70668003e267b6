import { parseUrl } from './parse-url.ts';

/** Longest address Slack takes in a button. */
const MAX_URL_CHARS = 3_000;

/** The address in its normal form when it leads to the web and fits into Slack; undefined for anything else. Pure. */
export function webUrl(text: string): string | undefined {
  const url = parseUrl(text);
  if (!url) return undefined;
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
  return isWeb && url.href.length <= MAX_URL_CHARS ? url.href : undefined;
}
