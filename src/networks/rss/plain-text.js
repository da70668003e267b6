import { compile } from 'html-to-text';

/** @import { Markup } from './raw-feed.ts' */

const unseen = [
  'img',
  'svg',
  'math',
  'noscript',
  'iframe',
  'object',
  'video',
  'audio',
  'template',
  'textarea',
  'select',
];
const blocks = ['section', 'figure', 'figcaption', 'details', 'summary', 'dl', 'dt', 'dd', 'tr', 'center', 'address'];
const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
const block = { leadingLineBreaks: 1, trailingLineBreaks: 1 };

const htmlToText = compile({
  wordwrap: false,
  baseElements: { selectors: [] },
  // Deeper text is dropped: the walk is recursive, and no honest page is as deep.
  limits: { maxDepth: 200, ellipsis: '' },
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'ul', options: { itemPrefix: '- ' } },
    { selector: 'hr', options: { length: 3 } },
    ...headings.map((selector) => ({ selector, options: { uppercase: false } })),
    ...unseen.map((selector) => ({ selector, format: 'skip' })),
    ...blocks.map((selector) => ({ selector, format: 'block', options: block })),
    ...['td', 'th'].map((selector) => ({ selector, format: 'inlineSurround', options: { suffix: ' ' } })),
  ],
});

const tags =
  'a|abbr|b|big|blockquote|body|br|center|cite|code|dd|del|div|dl|dt|em|figure|font|h[1-6]|head|hr|html|i|iframe|img|' +
  'input|ins|kbd|li|link|mark|meta|object|ol|p|pre|q|s|samp|script|section|small|span|strike|strong|style|sub|sup|' +
  'svg|table|tbody|td|th|time|title|tr|tt|u|ul|video|wbr';
const someMarkup = new RegExp(
  `</?(?:${tags})(?:\\s[^<>]*)?/?>|<!--|&(?:#\\d{1,7}|#x[\\da-f]{1,6}|[a-z][a-z\\d]{1,31});`,
  'i',
);

/**
 * The words of a text, its markup gone: links keep their words, pictures and scripts have none. A text of unknown
 * kind is taken for HTML only when it has a tag or an entity that HTML knows ("Vec<T>" stays).
 * @param {Markup | undefined} markup
 * @param {number} maxChars no more of the markup is read
 */
export function plainText(markup, maxChars) {
  if (!markup) return '';
  const value = markup.value.slice(0, maxChars);
  const isHtml = markup.kind === 'html' || (markup.kind === 'unknown' && someMarkup.test(value));
  return tidy(isHtml ? htmlToText(value) : value);
}

/**
 * At most so many characters, with no surrogate pair cut in two.
 * @param {string} text
 * @param {number} maxChars
 */
export function clip(text, maxChars) {
  if (text.length <= maxChars) return text;
  return text.slice(0, maxChars).replace(/[\ud800-\udbff]$/, '');
}

/** @param {string} text */
function tidy(text) {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t\u00a0]+(?=\n|$)/g, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
