const BARE_URL = /(?<![<|\w/])https?:\/\/[^\s<>|]+[^\s<>|.,;:!?'")\]]/g;

/** Wraps bare addresses as Slack does in what people type: https://acme.dev becomes <https://acme.dev>. */
export function autolink(text: string): string {
  return text.replace(BARE_URL, '<$&>');
}
