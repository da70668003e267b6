import { type Day, dayOf } from './day.ts';
import type { Kind, Tone } from './judgement.ts';
import type { MentionStatus } from './mention.ts';
import { type OfficeTeam, officeTimeBetween } from './office-time.ts';
import { bucketOf } from './time-buckets.ts';

/** Where a mention counts: on the team-local day on which it was found, under its home watch and its network. */
export type TallyPlace = { day: Day; watchId: number; network: string };

/** What is counted. Times have a bucket of `time-buckets.ts` as their label; '' where there is only one label. */
export const MEASURES = [
  'mentions',
  'claimed',
  'answered',
  'dismissed',
  'tone',
  'kind',
  'to_claim',
  'to_reply',
  'to_close',
  // Each reply, by the employee who wrote it.
  'replied_by',
  // By the employee who replied first, else by the one who has it.
  'had_by',
  'answered_by',
  // The label is the employee, a space and the bucket.
  'to_reply_by',
  'routed',
  'resolved',
  // Each department once, however often it was asked.
  'asked_of',
  'answered_for',
  // Its row is gone while its counts stay: of such a day no plain count proves anything.
  'dropped',
] as const;
export type Measure = (typeof MEASURES)[number];

/** One thing that a mention counts as: `measure` says of what, `label` under which name. */
export type TallyKey = { measure: Measure; label: string };

/** Everything that a mention counts as at present; a key that stands there twice counts twice. */
export type Tallied = TallyPlace & { keys: TallyKey[] };

/** What there is to know of a mention for counting it. */
export type CountedFacts = {
  watchId: number;
  network: string;
  createdAt: Date;
  status: MentionStatus;
  claimantId: string | null;
  firstPostedAt: Date | null;
  firstClaimedAt: Date | null;
  answeredAt: Date | null;
  dismissedAt: Date | null;
  backfilled: boolean;
  tone: Tone | null;
  kind: Kind | null;
  /** Replies that stand outside, the first one first. */
  replies: readonly { writerId: string; postedAt: Date }[];
  routes: readonly { department: string; isDone: boolean }[];
};

/** What a mention counts as, by the zone and the office hours that the team has now. Pure. */
export function tallyOf(facts: CountedFacts, team: OfficeTeam): Tallied {
  const { watchId, network } = facts;
  return { day: dayOf(facts.createdAt, team.timezone), watchId, network, keys: tallyKeys(facts, team) };
}

/** The same for a mention to which nothing has happened yet: no time is measured. Pure. */
export function tallyOfNew({ tone, kind, ...place }: TallyPlace & Pick<CountedFacts, 'tone' | 'kind'>): Tallied {
  return { ...place, keys: tallyKeys({ ...UNTOUCHED, ...place, tone, kind }, ALWAYS_OPEN) };
}

const ALWAYS_OPEN: OfficeTeam = { timezone: 'UTC', holidays: [] };

const UNTOUCHED = {
  createdAt: new Date(0),
  backfilled: false,
  status: 'new',
  claimantId: null,
  firstPostedAt: null,
  firstClaimedAt: null,
  answeredAt: null,
  dismissedAt: null,
  replies: [],
  routes: [],
} as const satisfies Partial<CountedFacts>;

/** Every thing that a mention counts as. Clocks start when its card was first posted, and leave backfill out. Pure. */
export function tallyKeys(facts: CountedFacts, team: OfficeTeam): TallyKey[] {
  const { status, tone, kind, replies, routes, firstClaimedAt } = facts;
  const [firstReply] = replies;
  const owner = firstReply?.writerId ?? facts.claimantId;
  const took = (until: Date | null) => bucketUntil(facts, until, team);
  const isAnswered = status === 'answered';
  const asked = [...new Set(routes.map(({ department }) => department))];
  return [
    ...one('mentions'),
    ...one('claimed', firstClaimedAt && ''),
    ...one('answered', isAnswered ? '' : null),
    ...one('dismissed', status === 'dismissed' ? '' : null),
    ...one('tone', tone),
    ...one('kind', kind),
    ...one('to_claim', took(firstClaimedAt)),
    ...one('to_reply', took(firstReply?.postedAt ?? null)),
    ...one('to_close', took(closedAt(facts))),
    ...replies.flatMap(({ writerId }) => one('replied_by', writerId)),
    ...one('had_by', owner),
    ...one('answered_by', isAnswered ? owner : null),
    ...one('to_reply_by', firstReply ? labelled(firstReply.writerId, took(firstReply.postedAt)) : null),
    ...routes.flatMap(({ department }) => one('routed', department)),
    ...routes.flatMap(({ department, isDone }) => one('resolved', isDone ? department : null)),
    ...asked.flatMap((department) => one('asked_of', department)),
    ...asked.flatMap((department) => one('answered_for', isAnswered ? department : null)),
  ];
}

function one(measure: Measure, label: string | null = ''): TallyKey[] {
  return label === null ? [] : [{ measure, label }];
}

function labelled(name: string, bucket: string | null): string | null {
  return bucket === null ? null : `${name} ${bucket}`;
}

function closedAt({ status, answeredAt, dismissedAt }: CountedFacts): Date | null {
  if (status === 'answered') return answeredAt;
  return status === 'dismissed' ? dismissedAt : null;
}

/** Null where nothing can be measured: it never came to it, nobody saw the card, or nobody was waiting for it. */
function bucketUntil(facts: CountedFacts, until: Date | null, team: OfficeTeam): string | null {
  const { firstPostedAt: from, backfilled } = facts;
  if (!until || !from || backfilled) return null;
  return String(bucketOf(officeTimeBetween(from, until, team)));
}

/** One row of the tallies. */
export type TallyCount = TallyPlace & TallyKey & { count: number };

/** What is to be added to the tallies where `before` becomes `after`; null for nothing at all. Pure. */
export function tallyChanges(changes: { before: Tallied | null; after: Tallied | null }[]): TallyCount[] {
  const sums = new Map<string, TallyCount>();
  const add = (tallied: Tallied | null, count: number) => {
    for (const key of tallied?.keys ?? []) addTo(sums, tallied as Tallied, key, count);
  };
  for (const { before, after } of changes) {
    add(before, -1);
    add(after, 1);
  }
  return [...sums.values()].filter(({ count }) => count !== 0);
}

function addTo(sums: Map<string, TallyCount>, place: TallyPlace, { measure, label }: TallyKey, count: number): void {
  const { day, watchId, network } = place;
  const name = `${day} ${watchId} ${network} ${measure} ${label}`;
  const sum = sums.get(name) ?? { day, watchId, network, measure, label, count: 0 };
  sums.set(name, { ...sum, count: sum.count + count });
}
