import type { RichTextElement } from '@slack/types';
import type { KnownAuthor } from '../domain/author.ts';
import type { CardFacts } from '../domain/card.ts';
import { dayOf, formatDay, formatMonth } from '../domain/day.ts';
import { type InfluenceFacts, type Leaning, leaningOf, type Standing, timesUsual } from '../domain/influence.ts';
import type { AuthorList } from '../domain/knowing.ts';
import { clearTones } from '../domain/tone-balance.ts';
import { number } from './labels.ts';
import { bold, oneLine, words } from './rich-text.ts';

/** What those are called whom somebody reaches, where it is not followers. */
const FOLLOWERS: Record<string, string> = { youtube: 'subscriber', podcast: 'listener', reddit: 'member' };

/** Somebody who has not been heard for so long was heard "the last time in June". */
const LONG_SILENCE_MS = 45 * 24 * 60 * 60_000;
const RECENT_MS = 7 * 24 * 60 * 60_000;

export const LIST_WORDS: Record<AuthorList, string> = {
  press: 'Press',
  customers: 'Customers',
  partners: 'Partners',
  critics: 'Critics',
};

export const STANDING_WORDS: Record<Standing, string> = {
  of_weight: 'a person of weight',
  known: 'known to us',
  new: 'new to us',
};

/** Name, else handle; '' for somebody who has neither. */
export function nameOf({ name, handle }: Pick<KnownAuthor, 'name' | 'handle'>): string {
  return oneLine(name ?? '', 60) || oneLine(handle ?? '', 60);
}

/** "12,400 followers"; '' where the network does not tell. */
export function reachWords({ network, reach }: Pick<InfluenceFacts, 'network' | 'reach'>): string {
  if (!reach) return '';
  const thing = (Object.hasOwn(FOLLOWERS, network) && FOLLOWERS[network]) || 'follower';
  return `${number(reach)} ${reach === 1 ? thing : `${thing}s`}`;
}

/**
 * Why an author weighs what they do: "12,400 followers, spoke of us 5 times since October, mostly negative". What is
 * not known is not mentioned.
 */
export function influenceSentence(facts: InfluenceFacts, now: Date, zone: string): string {
  return [reachWords(facts), ...withoutReach(facts, now, zone)].filter((one) => one !== '').join(', ');
}

function withoutReach(facts: InfluenceFacts, now: Date, zone: string): string[] {
  return [resonanceWords(facts), relevanceWords(facts, now, zone), toneWords(facts)].filter((one) => one !== '');
}

function resonanceWords(facts: InfluenceFacts): string {
  const times = timesUsual(facts);
  if (times === null) return '';
  if (times >= 1.75) return `gets ${number(Math.round(times))} times the usual reactions`;
  return times > 0.5 ? 'gets the usual reactions' : 'gets fewer reactions than usual';
}

function relevanceWords({ times, firstAt, lastAt }: InfluenceFacts, now: Date, zone: string): string {
  if (times <= 0 || !firstAt || !lastAt) return '';
  if (times === 1) {
    return +now - +lastAt < RECENT_MS
      ? 'spoke of us for the first time'
      : `spoke of us once, ${inTime(lastAt, now, zone)}`;
  }
  const last = +now - +lastAt > LONG_SILENCE_MS ? `, the last time ${inTime(lastAt, now, zone)}` : '';
  const often = times === 2 ? 'twice' : `${number(times)} times`;
  if (dayOf(firstAt, zone) === dayOf(now, zone)) return `spoke of us ${often} today`;
  return `spoke of us ${often} since ${day(firstAt, now, zone)}${last}`;
}

function inTime(at: Date, now: Date, zone: string): string {
  return isThisMonth(at, now, zone) ? `on ${day(at, now, zone)}` : `in ${formatMonth(at, now, zone)}`;
}

/** The day in this month, else the month. */
function day(at: Date, now: Date, zone: string): string {
  return isThisMonth(at, now, zone) ? formatDay(dayOf(at, zone), now, zone) : formatMonth(at, now, zone);
}

function isThisMonth(at: Date, now: Date, zone: string): boolean {
  return dayOf(at, zone).slice(0, 7) === dayOf(now, zone).slice(0, 7);
}

const LEANINGS: Record<Leaning, string> = {
  negative: 'mostly negative',
  neutral: 'mostly neutral',
  positive: 'mostly positive',
  mixed: 'for and against us',
};

function toneWords({ tones }: InfluenceFacts): string {
  const leaning = leaningOf(tones);
  if (!leaning) return '';
  if (leaning === 'mixed') return tones.negative > 0 && tones.positive > 0 ? LEANINGS.mixed : '';
  const clear = clearTones(tones);
  if (clear === 1) return leaning;
  return clear > 2 && tones[leaning] === clear ? `always ${leaning}` : LEANINGS[leaning];
}

/** ", 12,400 followers", behind the name in the first line of a card. */
export function reachBehindName({ weighed }: Pick<CardFacts, 'weighed'>): RichTextElement[] {
  const reach = weighed ? reachWords(weighed.facts) : '';
  return reach ? [words(`, ${reach}`)] : [];
}

/** The line of a card whose author has weight or stands on a list; as it was when the mention came. */
export function weightLine({ weighed, mention, timezone }: Pick<CardFacts, 'weighed' | 'mention' | 'timezone'>) {
  if (!weighed) return [];
  const { author, facts, influence } = weighed;
  const listed = author.list ? `on your list “${LIST_WORDS[author.list]}”` : '';
  const why = withoutReach(facts, mention.createdAt, timezone).join(', ');
  if (influence.standing === 'of_weight') return [bold('A person of weight'), words(joined(why, listed))];
  return listed ? [bold('The author'), words(` is ${listed}${joined(why)}`)] : [];
}

function joined(...said: string[]): string {
  const all = said.filter((one) => one !== '').join(' · ');
  return all ? `: ${all}` : '';
}
