import type { AuthorList } from './knowing.ts';
import { clearTones, type ToneCounts } from './tone-balance.ts';

/** How an author stands to us: somebody whose word is heard, somebody we have met, somebody who spoke only once. */
export const STANDINGS = ['of_weight', 'known', 'new'] as const;
export type Standing = (typeof STANDINGS)[number];

/** What is known of an author; what their network does not tell is null, and null never counts. */
export type InfluenceFacts = {
  network: string;
  /** How many people they reach. */
  reach: number | null;
  /** Answers, shares and likes: the median of what they said of us, and of what anybody said on their network. */
  engagement: number | null;
  usualEngagement: number | null;
  /** How often they spoke of us in the last year, the first and the last time. */
  times: number;
  firstAt: Date | null;
  lastAt: Date | null;
  tones: ToneCounts;
};

/** What the score is made of, each 0 to 1, or null where nothing is known. */
export type InfluenceParts = Record<InfluencePart, number | null>;
export type InfluencePart = keyof typeof WEIGHTS;

/** How much each part counts, of those that are known. */
export const WEIGHTS = { reach: 45, resonance: 25, relevance: 20, tone: 10 } as const;

/** How many people one reaches to count as nobody, and as much as anybody: they stand on a log scale between the two. */
export const REACH_SCALES: Record<string, { none: number; full: number }> = {
  bluesky: { none: 50, full: 100_000 },
  mastodon: { none: 50, full: 50_000 },
  github: { none: 20, full: 10_000 },
  youtube: { none: 100, full: 1_000_000 },
};
const USUAL_REACH = { none: 50, full: 100_000 };

/** A quarter of what is usual counts as nothing, sixteen times as much as can be; what is usual as a third. */
const RESONANCE = { none: 1 / 4, full: 16 };
/** Who speaks of us so often in a year cannot count for more; half of it fades with every so many days of silence. */
const RELEVANCE = { fullTimes: 20, halfLifeDays: 90 };
/** Nobody is of weight below this score. */
export const OF_WEIGHT = 50;
/** How far back an author's mentions count. */
export const INFLUENCE_DAYS = 365;

const DAY_MS = 24 * 60 * 60_000;

export type Influence = {
  /** 0 to 100. */
  score: number;
  parts: InfluenceParts;
  standing: Standing;
};

/** What an author's word weighs at `now`: the weighted mean of what is known of them. Pure. */
export function influenceOf(facts: InfluenceFacts, now: Date): Influence {
  const parts: InfluenceParts = {
    reach: reachPart(facts),
    resonance: resonancePart(facts),
    relevance: relevancePart(facts, now),
    tone: tonePart(facts.tones),
  };
  const score = Math.round(100 * weightedMean(parts));
  return { score, parts, standing: standingOf(score, parts, facts.times) };
}

/** Whether anybody tells how far their word is heard: without that it is not weighed against others. Pure. */
export function isHeard({ reach, resonance }: InfluenceParts): boolean {
  return reach !== null || resonance !== null;
}

/** Somebody is of weight only where we know that they are heard: how often they speak is not enough. */
function standingOf(score: number, parts: InfluenceParts, times: number): Standing {
  if (score >= OF_WEIGHT && isHeard(parts)) return 'of_weight';
  return times > 1 ? 'known' : 'new';
}

function weightedMean(parts: InfluenceParts): number {
  let sum = 0;
  let weights = 0;
  for (const part of Object.keys(WEIGHTS) as InfluencePart[]) {
    const value = parts[part];
    if (value === null) continue;
    sum += WEIGHTS[part] * value;
    weights += WEIGHTS[part];
  }
  return weights === 0 ? 0 : sum / weights;
}

function reachPart({ network, reach }: InfluenceFacts): number | null {
  if (reach === null) return null;
  const { none, full } = Object.hasOwn(REACH_SCALES, network) ? (REACH_SCALES[network] ?? USUAL_REACH) : USUAL_REACH;
  return onLogScale(reach, none, full);
}

function resonancePart(facts: InfluenceFacts): number | null {
  const times = timesUsual(facts);
  return times === null ? null : onLogScale(times, RESONANCE.none, RESONANCE.full);
}

/** How many times the usual reactions they get; one is added to both, so that nothing is no multiple of nothing. Pure. */
export function timesUsual({ engagement, usualEngagement }: InfluenceFacts): number | null {
  return engagement === null || usualEngagement === null ? null : (engagement + 1) / (usualEngagement + 1);
}

function relevancePart({ times, lastAt }: InfluenceFacts, now: Date): number | null {
  if (times <= 0 || lastAt === null) return null;
  const often = onLogScale(times + 1, 1, RELEVANCE.fullTimes + 1);
  const daysSilent = Math.max(0, +now - +lastAt) / DAY_MS;
  return often * 0.5 ** (daysSilent / RELEVANCE.halfLifeDays);
}

/** How decided they are about us, for or against; two more mentions that are neither make one word no verdict. */
function tonePart(tones: ToneCounts): number | null {
  const clear = clearTones(tones);
  return clear === 0 ? null : Math.abs(tones.positive - tones.negative) / (clear + 2);
}

function onLogScale(value: number, none: number, full: number): number {
  if (value <= none) return 0;
  return Math.min(1, Math.log(value / none) / Math.log(full / none));
}

/** Where an author's tone leans: to what more than half of the mentions with a clear tone are. */
export type Leaning = 'negative' | 'neutral' | 'positive' | 'mixed';

/** Null while nothing of theirs has a clear tone. Pure. */
export function leaningOf(tones: ToneCounts): Leaning | null {
  const clear = clearTones(tones);
  if (clear === 0) return null;
  return (['negative', 'positive', 'neutral'] as const).find((tone) => tones[tone] * 2 > clear) ?? 'mixed';
}

/** An author as a list or a summary names them: plain data that survives JSON. What is from outside is not escaped. */
export type AuthorLine = {
  authorId: number;
  /** Name, else handle; from outside. */
  name: string;
  networkLabel: string;
  url: string | null;
  list: AuthorList | null;
  /** 0 to 100. */
  score: number;
  standing: Standing;
  /** What explains the score, without the name: "12,400 followers, spoke of us 5 times since October, mostly negative". */
  says: string;
};

/** What the weekly influencer summary shows; each list is short, the weightiest first. Instants are ISO 8601. */
export type InfluencerSummaryFacts = {
  from: string;
  to: string;
  timezone: string;
  /** How many known authors spoke, and how many mentions do not tell who wrote them. */
  authors: number;
  anonymous: number;
  /** Spoke of us for the first time. */
  newcomers: AuthorLine[];
  /** Spoke clearly more often than in as many days before. */
  rising: (AuthorLine & { times: number; timesBefore: number })[];
  /** Whose tone leans to the other side than before. */
  turned: (AuthorLine & { was: Leaning; is: Leaning })[];
  /** Whose mentions of these days nobody answered or set aside: the oldest of them. */
  unanswered: (AuthorLine & { open: number; watch: string; words: string; since: string; cardLink: string | null })[];
  /** Who of us replied, most first. */
  voices: { personId: string; replies: number }[];
  /** An employee who claims or drafts, and is no voice yet; null where there is none. */
  invited: string | null;
};
