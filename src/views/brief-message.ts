import type { RichTextElement } from '@slack/types';
import type { BriefFacts, Volume } from '../domain/summary.ts';
import { richText } from './blocks.ts';
import { count, LEVELS, number } from './labels.ts';
import { message, type SlackMessage } from './message.ts';
import { bold, dotted, line, moment, oneLine, person, words } from './rich-text.ts';
import {
  instantOf,
  leftOutLine,
  moreOf,
  named,
  partBlocks,
  partLines,
  type SummaryPart,
  sinceWords,
  summaryLine,
  toneWords,
} from './summary-parts.ts';

const MAX_BUSY = 5;

/** What happened overnight and what waits: three lines when nothing did. Pure. */
export function briefMessage(facts: BriefFacts): SlackMessage {
  const parts = [unusual(facts), worst(facts), weighty(facts), waiting(facts), broken(facts)];
  const isQuiet = parts.every(({ lines }) => lines.length === 0);
  const head = [
    headLine(facts),
    ...(isQuiet ? [[words('Nobody waits: no mention without a claimant, no open vote, no call for help.')]] : []),
  ];
  const end = leftOutLine(facts.leftOut);
  return message(
    [...head, ...partLines(parts), end],
    [richText(...head.map((one) => line(...one))), ...partBlocks(parts), richText(line(...end))],
  );
}

function headLine({ mentions, tone, from, timezone, leftOut }: BriefFacts): RichTextElement[] {
  const since = sinceWords(from, timezone, 'since ');
  if (mentions === 0) return [bold('Morning brief'), words(': nothing new was said '), since, words('.')];
  const sounds = leftOut.unjudged < mentions ? `: ${toneWords(tone)}` : '';
  return [bold('Morning brief'), words(`: ${count(mentions, 'mention')} `), since, words(`${sounds}.`)];
}

function unusual({ volumes }: BriefFacts): SummaryPart {
  const busy = volumes.filter(({ isUnusual }) => isUnusual).slice(0, MAX_BUSY);
  return { title: 'Unusual volume', lines: busy.map(busyLine) };
}

function busyLine({ watch, count: times, usual }: Volume): RichTextElement[] {
  const about = Math.round(usual ?? 0);
  const expected = about < 1 ? 'hardly any is usual' : `about ${number(about)} ${about === 1 ? 'is' : 'are'} usual`;
  return [bold(named(watch)), words(`: ${count(times, 'mention')}, where ${expected} in such a time`)];
}

function worst({ worst: lines, timezone }: BriefFacts): SummaryPart {
  return { title: 'The most negative', lines: lines.map((mention) => summaryLine(mention, timezone)) };
}

function weighty({ weighty: lines, timezone }: BriefFacts): SummaryPart {
  return {
    title: 'People whose word is heard',
    lines: lines.map(({ says, ...mention }) => [
      ...summaryLine(mention, timezone),
      ...(says ? [words(` · ${oneLine(says, 200)}`)] : []),
    ]),
  };
}

function waiting({ unclaimed, overdue, calls, ballots, timezone }: BriefFacts): SummaryPart {
  const line = (mention: BriefFacts['worst'][number]) => summaryLine(mention, timezone);
  const lines = [
    ...calls.lines.map((call) => [
      person(call.by),
      words(
        ` ${LEVELS[call.level].asks}${call.reason ? `, “${oneLine(call.reason, 120)}”` : ''}, and nobody is on it: `,
      ),
      ...line(call.line),
    ]),
    ...moreOf(calls, 'call for help', 'calls for help'),
    ...ballots.lines
      .slice(0, 1)
      .map(({ line: mention, closesAt }) => [
        words(`${count(ballots.total, 'vote')} open, the first `),
        moment(instantOf(closesAt), timezone, '{date_short_pretty} at {time}', 'closes '),
        words(': '),
        ...line(mention),
      ]),
    ...overdue.lines
      .slice(0, 1)
      .map((mention) => [
        words(`${count(overdue.total, 'claim')} in which nothing happens, the longest: `),
        ...line(mention),
      ]),
    ...unclaimed.lines
      .slice(0, 1)
      .map((mention) => [
        words(`${count(unclaimed.total, 'mention')} that nobody has, the oldest: `),
        ...line(mention),
      ]),
  ];
  return { title: 'What waits', lines };
}

function broken({ silent, dead, timezone }: BriefFacts): SummaryPart {
  const sources = silent.lines.map(({ name, since }) =>
    dotted(
      [words(`${named(name)} was not heard`)],
      [since === null ? words('never yet') : sinceWords(since, timezone, 'last fetched ')],
    ),
  );
  const failed = dead > 0 ? [[words(`${count(dead, 'thing')} could not be done. /community status tells which.`)]] : [];
  return { title: 'What does not work', lines: [...sources, ...moreOf(silent, 'source'), ...failed] };
}
