import type { RichTextElement } from '@slack/types';
import { TONES } from '../domain/judgement.ts';
import type { Audience } from '../domain/kept-report.ts';
import type { ReportFacts } from '../domain/report.ts';
import { type ChartColours, chartSvg } from './chart-svg.ts';
import { formatDayWords } from './days-words.ts';
import { TONE_WORDS } from './judgement-words.ts';
import { number } from './labels.ts';
import { chartNumbers, reportCharts } from './report-charts.ts';
import type { Names } from './report-csv.ts';
import { PAGE_STYLE } from './report-page-style.ts';
import { PAGE_LIMITS, reportHead, reportNotes, reportParts } from './report-parts.ts';
import type { ReportPart } from './report-words.ts';
import { plainWords, webAddress } from './rich-text.ts';
import { escapeXml } from './xml.ts';

/** The properties of the page's style: they follow light and dark. */
const COLOURS: ChartColours = {
  ink: 'var(--ink)',
  muted: 'var(--muted)',
  grid: 'var(--line)',
  paper: 'var(--paper)',
  series: ['var(--now)', 'var(--before)'],
};

/** Nothing is fetched and nothing runs, whatever somebody outside wrote. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The whole report as one HTML page that needs nothing else. Pure. */
export function reportPage(facts: ReportFacts, names: Names, audience: Audience): string {
  const head = reportHead(facts, audience)
    .map((one) => html(one, names))
    .join('');
  const notes = reportNotes(facts).map((note) => `<p class="note">${note.map((one) => html(one, names)).join('')}</p>`);
  const charts = reportCharts(facts).map(
    (chart) => `<figure>${chartSvg(chart, COLOURS)}<figcaption>${escapeXml(chartNumbers(chart))}</figcaption></figure>`,
  );
  const parts = reportParts(facts, PAGE_LIMITS).map((part) => section(part, names));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeXml(plainTitle(facts, audience))}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<main>
<h1>${head}</h1>
${notes.join('\n')}
${charts.join('\n')}
${parts.join('\n')}
${dayTable(facts)}
<p class="made">Made by Porchlight. Days are those of ${escapeXml(facts.timezone)}; times are near, not exact.</p>
</main>
</body>
</html>
`;
}

function plainTitle(facts: ReportFacts, audience: Audience): string {
  return reportHead(facts, audience)
    .map((one) => ('text' in one ? one.text : ''))
    .join('');
}

function section({ title, lines }: ReportPart, names: Names): string {
  const items = lines.map((line) => `<li>${line.map((one) => html(one, names)).join('')}</li>`);
  return `<section><h2>${escapeXml(title)}</h2><ul>${items.join('')}</ul></section>`;
}

/** One piece of a line. Colleagues by their names, instants in the team's zone, links only to the web. */
function html(element: RichTextElement, names: Names): string {
  if (element.type === 'user') {
    const id = element.user_id;
    return `<b>${own(Object.hasOwn(names, id) ? (names[id] ?? id) : id)}</b>`;
  }
  if (element.type === 'date') return escapeXml(element.fallback ?? '');
  if (element.type === 'link') return linked(element.url, element.text ?? element.url);
  if (element.type === 'text') return element.style?.bold ? `<b>${own(element.text)}</b>` : own(element.text);
  return escapeXml(plainWords([element], 200));
}

function linked(url: string, text: string): string {
  const safe = webAddress(url);
  return safe ? `<a href="${escapeXml(safe)}" rel="noreferrer noopener">${own(text)}</a>` : own(text);
}

/** Words in their own direction: whatever is written from right to left turns nothing else around. */
function own(text: string): string {
  return `<bdi>${escapeXml(text)}</bdi>`;
}

function dayTable({ byDay }: ReportFacts): string {
  if (byDay.length < 2) return '';
  const heads = ['Day', 'Mentions', ...TONES.map((tone) => TONE_WORDS[tone])].map(
    (one) => `<th scope="col">${one}</th>`,
  );
  const rows = byDay.map(({ day, mentions, tone }) => {
    const cells = [mentions, ...TONES.map((one) => tone[one])].map((n) => `<td>${number(n)}</td>`);
    return `<tr><th scope="row">${escapeXml(formatDayWords(day))}</th>${cells.join('')}</tr>`;
  });
  return `<section><h2>Day by day</h2><div class="wide"><table><thead><tr>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div></section>`;
}
