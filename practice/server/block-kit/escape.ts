/** `<@U1>`, `<#C1|name>`, `<!here>`, `<!date^…>`, `<https://…|text>` and mailto links: what Slack leaves as it is. */
const CONTROL =
  /<(?:[@#][A-Z][A-Z0-9]*(?:\|[^<>]*)?|![a-z]+(?:\^[^<>]*)?(?:\|[^<>]*)?|(?:https?|mailto|tel|slack):[^<>]+)>/g;

function escapePlain(text: string): string {
  return text
    .replace(/&(?!(?:amp|lt|gt);)/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** Text as Slack stores and returns it: `&`, `<` and `>` escaped, except entities and control sequences. */
export function escapeMrkdwn(text: string): string {
  let escaped = '';
  let end = 0;
  for (const match of text.matchAll(CONTROL)) {
    escaped += escapePlain(text.slice(end, match.index)) + match[0];
    end = match.index + match[0].length;
  }
  return escaped + escapePlain(text.slice(end));
}
