import { KINDS, TONES } from '../domain/judgement.ts';
import type { Counts, ReportFacts, Times } from '../domain/report.ts';
import { type Cell, csvFile } from './csv.ts';
import { goalLine } from './goal-words.ts';
import { KIND_WORDS, TONE_WORDS } from './judgement-words.ts';
import { GROUP_TITLES } from './report-rows.ts';

/** The names of colleagues by their ids; who is not among them keeps the id. */
export type Names = Record<string, string>;

/** What belongs to a row of the file: where it stands, of whom or what, what was counted, now and before. */
type Row = [part: string, name: string, measure: string, value: Cell, before?: Cell];

const HEAD: Cell[] = ['Part', 'Name', 'Measure', 'Value', 'Period before'];

/** Every number of a report, one a row, for a spreadsheet. Pure. */
export function reportCsv(facts: ReportFacts, names: Names): string {
  const rows: Row[] = [
    ...about(facts),
    ...facts.goals.flatMap(({ goal, actual, met }): Row[] => [
      ['Goal', goalLine(goal), 'Target', goal.target],
      ['Goal', goalLine(goal), 'Reached', rounded(actual)],
      [
        'Goal',
        goalLine(goal),
        'Met',
        actual === null ? 'not measurable' : met === null ? 'still running' : met ? 'yes' : 'no',
      ],
    ]),
    ...countRows('Numbers', '', facts.counts, facts.countsBefore),
    ...facts.counts.repliers.map((one): Row => ['Who spoke', nameOf(one.personId, names), 'Replies', one.replies]),
    ...facts.counts.departments.flatMap(({ name, routed, resolved }): Row[] => [
      ['Department', name, 'Handed over', routed],
      ['Department', name, 'Resolved', resolved],
    ]),
    ...facts.byWatch.map(({ name, mentions }): Row => ['Watch', name, 'Mentions', mentions]),
    ...groupRows(facts, names),
    ...facts.byDay.flatMap(({ day, mentions, tone }): Row[] => [
      ['Day', day, 'Mentions', mentions],
      ...TONES.map((one): Row => ['Day', day, TONE_WORDS[one], tone[one]]),
    ]),
    ...facts.top.flatMap((line): Row[] => {
      const by = [line.networkLabel, line.authorName ?? ''].filter((one) => one !== '').join(', ');
      return [
        ['Top mention', by, 'Words', line.words],
        ['Top mention', by, 'Card', line.cardLink],
      ];
    }),
  ];
  return csvFile([
    HEAD,
    ...rows.map(([part, name, measure, value, before = null]) => [part, name, measure, value, before]),
  ]);
}

function about({ asked, days, before, timezone, watch, notes }: ReportFacts): Row[] {
  return [
    ['Report', '', 'Asked for', asked],
    ['Report', '', 'First day', days.first, before.first],
    ['Report', '', 'Last day', days.last, before.last],
    ['Report', '', 'Time zone', timezone],
    ['Report', '', 'Watch', watch ?? 'all'],
    ...notes.map((note): Row => ['Report', '', 'Note', note]),
  ];
}

function groupRows({ by, rows }: ReportFacts, names: Names): Row[] {
  if (!by) return [];
  return rows.flatMap(({ name, personId, counts }) =>
    countRows(GROUP_TITLES[by], personId ? nameOf(personId, names) : name, counts),
  );
}

function countRows(part: string, name: string, now: Counts, before?: Counts): Row[] {
  const row = (measure: string, of: (counts: Counts) => Cell): Row => [
    part,
    name,
    measure,
    of(now),
    before ? of(before) : null,
  ];
  return [
    row('Mentions', (counts) => counts.mentions),
    row('Claimed', (counts) => counts.claimed),
    row('Answered', (counts) => counts.answered),
    row('Dismissed', (counts) => counts.dismissed),
    ...timeRows('claim', (counts) => counts.toClaim, row),
    ...timeRows('reply', (counts) => counts.toReply, row),
    ...TONES.map((tone) => row(`Tone: ${TONE_WORDS[tone]}`, (counts) => counts.tone[tone])),
    ...KINDS.map((kind) => row(`Kind: ${KIND_WORDS[kind]}`, (counts) => counts.kinds[kind])),
  ];
}

function timeRows(
  what: string,
  times: (counts: Counts) => Times,
  row: (measure: string, of: (counts: Counts) => Cell) => Row,
): Row[] {
  return [
    row(`Measured until a ${what}`, (counts) => times(counts).measured),
    row(`Minutes until a ${what}, median`, (counts) => rounded(times(counts).medianMinutes)),
    row(`Minutes until a ${what}, nine of ten within`, (counts) => rounded(times(counts).p90Minutes)),
  ];
}

function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 10) / 10;
}

function nameOf(personId: string, names: Names): string {
  return Object.hasOwn(names, personId) ? (names[personId] ?? personId) : personId;
}
