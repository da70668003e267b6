import { KINDS, TONES } from './judgement.ts';
import type { Counts, Times } from './report.ts';
import type { Measure } from './tally.ts';
import { type Buckets, quantileMs, sizeOf } from './time-buckets.ts';

/** So many under this label of this measure. */
export type LabelCount = { measure: Measure; label: string; count: number };

/** What `countsOf` reads. */
export const COUNTED: readonly Measure[] = [
  ...(['mentions', 'claimed', 'answered', 'dismissed', 'tone', 'kind'] as const),
  ...(['to_claim', 'to_reply', 'replied_by', 'routed', 'resolved'] as const),
];
/** What `countsByPerson` and `countsByDepartment` read. */
export const COUNTED_BY_PERSON: readonly Measure[] = ['had_by', 'answered_by', 'replied_by', 'to_reply_by'];
export const COUNTED_BY_DEPARTMENT: readonly Measure[] = ['routed', 'resolved', 'asked_of', 'answered_for'];

const MINUTE = 60_000;

/** What the tallies of some days say. Pure. */
export function countsOf(rows: readonly LabelCount[]): Counts {
  const of = labelsByMeasure(rows);
  const all = (measure: Measure) => of(measure).get('') ?? 0;
  return {
    mentions: all('mentions'),
    claimed: all('claimed'),
    answered: all('answered'),
    dismissed: all('dismissed'),
    toClaim: timesOf(toBuckets(of('to_claim'))),
    toReply: timesOf(toBuckets(of('to_reply'))),
    tone: byName(TONES, of('tone')),
    kinds: byName(KINDS, of('kind')),
    repliers: ranked(of('replied_by')).map(([personId, replies]) => ({ personId, replies })),
    departments: departmentsOf(of('routed'), of('resolved')),
  };
}

/** The durations under a measure of time. Pure. */
export function bucketsOf(rows: readonly LabelCount[], measure: 'to_claim' | 'to_reply' | 'to_close'): Buckets {
  return toBuckets(labelsByMeasure(rows)(measure));
}

/** What each person had, answered and replied. Pure. */
export function countsByPerson(rows: readonly LabelCount[]): { name: string; personId: string; counts: Counts }[] {
  const of = labelsByMeasure(rows);
  const repliers = of('replied_by');
  const people = new Map([...repliers.keys()].map((id) => [id, 0]));
  for (const [id, had] of of('had_by')) people.set(id, had);
  return ranked(people, { keepNone: true }).map(([personId, mentions]) => ({
    name: personId,
    personId,
    counts: {
      ...countsOf([]),
      mentions,
      claimed: mentions,
      answered: of('answered_by').get(personId) ?? 0,
      toReply: timesOf(toBuckets(labelsOf(personId, of('to_reply_by')))),
      repliers: repliers.has(personId) ? [{ personId, replies: repliers.get(personId) ?? 0 }] : [],
    },
  }));
}

/** What each department was asked and did. Pure. */
export function countsByDepartment(rows: readonly LabelCount[]): { name: string; counts: Counts }[] {
  const of = labelsByMeasure(rows);
  return departmentsOf(of('routed'), of('resolved')).map((department) => ({
    name: department.name,
    counts: {
      ...countsOf([]),
      mentions: of('asked_of').get(department.name) ?? 0,
      answered: of('answered_for').get(department.name) ?? 0,
      departments: [department],
    },
  }));
}

type Labels = Map<string, number>;

function labelsByMeasure(rows: readonly LabelCount[]): (measure: Measure) => Labels {
  const byMeasure = new Map<Measure, Labels>();
  for (const { measure, label, count } of rows) {
    const labels = byMeasure.get(measure) ?? new Map<string, number>();
    byMeasure.set(measure, labels.set(label, (labels.get(label) ?? 0) + count));
  }
  return (measure) => byMeasure.get(measure) ?? new Map();
}

/** The labels of one person of those that begin with a person and a space. */
function labelsOf(personId: string, labels: Labels): Labels {
  const start = `${personId} `;
  return new Map(
    [...labels].flatMap(([label, n]) => (label.startsWith(start) ? [[label.slice(start.length), n]] : [])),
  );
}

function toBuckets(labels: Labels): Buckets {
  return new Map([...labels].map(([label, count]) => [Number(label), count]));
}

function timesOf(buckets: Buckets): Times {
  const minutes = (share: number) => {
    const ms = quantileMs(buckets, share);
    return ms === null ? null : ms / MINUTE;
  };
  return { measured: sizeOf(buckets), medianMinutes: minutes(0.5), p90Minutes: minutes(0.9) };
}

function departmentsOf(routed: Labels, resolved: Labels): Counts['departments'] {
  return ranked(routed).map(([name, count]) => ({ name, routed: count, resolved: resolved.get(name) ?? 0 }));
}

function byName<T extends string>(names: readonly T[], labels: Labels): Record<T, number> {
  return Object.fromEntries(names.map((name) => [name, labels.get(name) ?? 0])) as Record<T, number>;
}

/** Most first; what came to nothing is left out unless it is to be kept. */
function ranked(labels: Labels, { keepNone = false } = {}): [string, number][] {
  const shown = [...labels].filter(([, count]) => keepNone || count > 0);
  return shown.sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
}
