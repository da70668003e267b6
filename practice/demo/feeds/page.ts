import { escapeMarkup, paragraphs } from './markup.ts';
import type { FeedName, Post } from './post.ts';

const sites: Record<FeedName, string> = {
  blog: 'The Loading Dock',
  forum: 'Shipyard Forum',
  chatter: 'Chatter',
  news: 'Harbour Wire',
};

const style = `body{font:18px/1.6 Georgia,serif;max-width:38rem;margin:3rem auto;padding:0 1rem;color:#222;background:#fdfcf8}
header,footer{font:14px/1.4 system-ui,sans-serif;color:#666}h1{line-height:1.25}`;

/** The page of one post, as "Open original" shows it. */
export function postPage(post: Post): string {
  const heading = escapeMarkup(post.title ?? `A post by ${post.author}`);
  return `<!doctype html>
<html lang="${post.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${heading} · ${sites[post.feed]}</title><style>${style}</style></head>
<body><header>${sites[post.feed]} · a demo site of the practice workspace</header>
<article dir="auto"><h1>${heading}</h1>
${paragraphs(post.text)}</article>
<footer>${escapeMarkup(post.author)} · <time datetime="${post.publishedAt.toISOString()}">${post.publishedAt.toUTCString()}</time></footer>
</body></html>`;
}
