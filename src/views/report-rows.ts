import type { RichTextElement } from '@slack/types';
import type { Counts, ReportFacts, ReportGroup, ReportRow } from '../domain/report.ts';
import { count, number } from './labels.ts';
import { mentionListLine } from './mention-list.ts';
import { inPercent, minutesWords, type ReportPart } from './report-words.ts';
import { bold, oneLine, person, words } from './rich-text.ts';

/** What departments were asked, and what became of it. */
export function departmentsPart({ departments }: ReportFacts['counts'], max: number): ReportPart {
  const lines = departments
    .filter(({ routed, resolved }) => routed + resolved > 0)
    .map((one) => [bold(oneLine(one.name, 40), 40), words(`: ${asked(one)}`)]);
  return { title: 'Handed to departments', lines: shortened(lines, max) };
}

/** How the mentions spread over the watches: the share of voice. Nothing where there is but one. */
export function watchesPart({ byWatch }: Pick<ReportFacts, 'byWatch'>, max: number): ReportPart {
  const all = byWatch.reduce((sum, { mentions }) => sum + mentions, 0);
  const lines = byWatch.map(({ name, mentions }) => [
    bold(oneLine(name, 40), 40),
    words(`: ${count(mentions, 'mention')}${inPercent(mentions, all)}`),
  ]);
  return { title: 'By watch', lines: lines.length < 2 || all === 0 ? [] : shortened(lines, max) };
}

export const GROUP_TITLES: Record<ReportGroup, string> = {
  network: 'By network',
  person: 'By person',
  department: 'By department',
};

const NO_ROWS: Record<ReportGroup, string> = {
  network: 'Nothing was heard on any network.',
  person: 'Nobody has taken or answered a mention.',
  department: 'No department was handed a mention.',
};

/** What each network, person or department came to. */
export function rowsPart({ by, rows }: Pick<ReportFacts, 'by' | 'rows'>, max: number): ReportPart {
  if (!by) return { title: '', lines: [] };
  const none = [[words(NO_ROWS[by])]];
  return {
    title: GROUP_TITLES[by],
    lines:
      rows.length > 0
        ? shortened(
            rows.map((row) => rowLine(row, by)),
            max,
          )
        : none,
  };
}

function rowLine({ name, personId, counts }: ReportRow, by: ReportGroup): RichTextElement[] {
  const facts = ROW_FACTS[by](counts).filter((one) => one !== '');
  return [personId ? person(personId) : bold(oneLine(name, 40), 40), words(`: ${facts.join(', ')}`)];
}

/** What is worth saying of each: a network is heard, a person answers, a department resolves. */
const ROW_FACTS: Record<ReportGroup, (counts: Counts) => string[]> = {
  network: (counts) => [
    count(counts.mentions, 'mention'),
    answeredWords(counts),
    counts.tone.negative > 0 ? `${number(counts.tone.negative)} negative` : '',
    replyTime(counts),
  ],
  person: (counts) => [
    `had ${count(counts.mentions, 'mention')}`,
    answeredWords(counts),
    `wrote ${count(
      counts.repliers.reduce((sum, { replies }) => sum + replies, 0),
      'reply',
      'replies',
    )}`,
    replyTime(counts),
  ],
  department: ({ departments }) => departments.map(asked),
};

function answeredWords({ mentions, answered }: Counts): string {
  return mentions > 0 ? `${number(answered)} answered${inPercent(answered, mentions)}` : '';
}

function replyTime({ toReply: { measured, medianMinutes } }: Counts): string {
  if (medianMinutes === null) return '';
  const took = minutesWords(medianMinutes);
  return measured === 1 ? `the reply came after ${took}` : `half of the replies within ${took}`;
}

function asked({ routed, resolved }: Counts['departments'][number]): string {
  return `${number(routed)} handed over, ${number(resolved)} resolved`;
}

/** The mentions that mattered most, each with the way to its card. */
export function topPart({ top, timezone }: Pick<ReportFacts, 'top' | 'timezone'>, max: number): ReportPart {
  return {
    title: 'What mattered most',
    lines: top.slice(0, max).map((mention) => mentionListLine(mention, timezone)),
  };
}

function shortened(lines: RichTextElement[][], max: number): RichTextElement[][] {
  const more = lines.length - max;
  return more > 0 ? [...lines.slice(0, max), [words(`and ${number(more)} more`)]] : lines;
}
