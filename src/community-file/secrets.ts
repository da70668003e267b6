/** Tokens of Slack and GitHub, webhooks of Slack, and private keys. */
const SECRET =
  /\b(?:xox[a-z]-|xoxe\.|xapp-|gh[opsu]_|github_pat_)[\w.-]+|hooks\.slack\.com\/[^\s"'#]+|-----BEGIN [A-Z ]*PRIVATE KEY-----/g;

/** Where in the text a secret begins. */
export function secretOffsets(text: string): number[] {
  return [...text.matchAll(SECRET)].map(({ index }) => index);
}

/** The text with a dash for every secret in it. */
export function withoutSecrets(text: string): string {
  return text.replace(SECRET, '—');
}
