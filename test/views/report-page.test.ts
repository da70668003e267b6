import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { chartSvg } from '../../src/views/chart-svg.ts';
import { reportCharts } from '../../src/views/report-charts.ts';
import { reportPage } from '../../src/views/report-page.ts';
import { escapeXml } from '../../src/views/xml.ts';
import { aLine } from '../helpers/facts.ts';
import { anEmptyReport, aReport } from '../helpers/report.ts';
import { anyReport } from './any-facts.ts';

/** The tags of the page with their attributes, as a browser would find them. */
function tagsOf(html: string): string[] {
  return [...html.matchAll(/<([a-z!][^>]*)>/gi)].map(([, tag]) => tag ?? '');
}

const KNOWN =
  /^(!doctype|html|head|meta|title|style|body|main|h1|h2|p|b|bdi|a|ul|li|section|figure|figcaption|svg|rect|text|line|div|table|thead|tbody|tr|th|td)\b/;

test('whatever anybody wrote, the page has only our own tags, no handler and no address that is fetched', () => {
  fc.assert(
    fc.property(anyReport, fc.string({ unit: 'binary' }), (facts, name) => {
      const html = reportPage(facts, { U0ANA: name, U0BEN: '<img src=x onerror=alert(1)>' }, 'person');
      for (const tag of tagsOf(html)) {
        expect(tag).toMatch(KNOWN);
        expect(tag).not.toMatch(/\s(on\w+|src|xlink:href|style)\s*=/i);
      }
      expect(html).not.toMatch(/href="(?!https?:)/);
    }),
    { numRuns: 40 },
  );
});

test('the page names colleagues, tells instants in the team’s zone and leads to the cards', () => {
  const cardLink = 'https://acme.slack.com/archives/C0GEN/p9?a=1&b="';
  const html = reportPage(aReport({ top: [aLine({ cardLink })] }), { U0BEN: 'Ben <b>' }, 'channel');
  expect(html).toContain('Ben &lt;b&gt;');
  expect(html).toContain('Mon 23 Nov, 09:53 CET');
  expect(html).toMatch(/href="https:\/\/acme\.slack\.com\/archives\/C0GEN\/p9\?a=1&amp;b=(&quot;|%22)"/);
  expect(html).toContain('all watches of this channel');
});

test('a link that leads elsewhere than to the web is only its words', () => {
  const html = reportPage(aReport({ top: [aLine({ cardLink: 'javascript:alert(1)' })] }), {}, 'person');
  expect(html).not.toContain('javascript:');
});

test('the page lists what the message cuts short', () => {
  const rows = Array.from({ length: 30 }, (_, i) => ({ name: `Network ${i}`, counts: aReport().counts }));
  const html = reportPage(aReport({ by: 'network', rows }), {}, 'person');
  expect(html).toContain('Network 29');
});

test('an empty period has a page without charts', () => {
  const html = reportPage(anEmptyReport(), {}, 'person');
  expect(html).not.toContain('<svg');
  expect(html).toContain('No mention, and none in the 7 days before.');
});

test('a chart is well-formed and escapes what it is given', () => {
  const [chart] = reportCharts(aReport());
  if (!chart) throw new Error('no chart');
  const colours = {
    ink: '#111',
    muted: '#222',
    grid: '#333',
    paper: '#fff',
    series: ['#444', '#555'] as [string, string],
  };
  const svg = chartSvg({ ...chart, title: '</svg><script>"&' }, colours);
  expect(svg).toContain('aria-label="&lt;/svg&gt;&lt;script&gt;&quot;&amp;"');
  expect(svg.match(/<svg/g)).toHaveLength(1);
  expect(svg.match(/<title>/g)).toHaveLength(7);
});

test('what XML cannot hold is replaced', () => {
  expect(escapeXml('a\u0000\u0008b\ud800c<&>"\'😀\ufffe')).toBe('a��b�c&lt;&amp;&gt;&quot;&#39;😀�');
});
