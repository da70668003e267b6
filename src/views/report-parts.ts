import type { RichTextElement } from '@slack/types';
import type { Audience } from '../domain/kept-report.ts';
import type { ReportFacts } from '../domain/report.ts';
import { daysWords } from './days-words.ts';
import { goalsPart } from './report-goals.ts';
import { numbersPart, tonePart } from './report-numbers.ts';
import { departmentsPart, rowsPart, topPart, watchesPart } from './report-rows.ts';
import { voicesPart } from './report-voices.ts';
import { periodName, type ReportLimits, type ReportPart } from './report-words.ts';
import { bold, dotted, oneLine, words } from './rich-text.ts';

const MAX_NOTES = 6;

/** What keeps a message within Slack's 12,000 characters, whatever the names. */
const MESSAGE_LIMITS: ReportLimits = { rows: 8, top: 5, voices: 8, goals: 8 };
/** A page has room for all. */
export const PAGE_LIMITS: ReportLimits = { rows: 500, top: 50, voices: 500, goals: 100 };

const ALL_WATCHES: Record<Audience, string> = {
  person: 'all watches you can see',
  channel: 'all watches of this channel',
};

/** "This week, Mon 16 Nov to Sun 22 Nov 2026 · Acme". */
export function reportHead({ asked, days, watch }: ReportFacts, audience: Audience): RichTextElement[] {
  const name = periodName(asked);
  const period = name ? `${name}, ${daysWords(days)}` : daysWords(days);
  return dotted([bold(`Report: ${period}`)], [words(watch ? oneLine(watch) : ALL_WATCHES[audience])]);
}

/** What a reader must know first to read the numbers rightly. */
export function reportNotes({ notes }: ReportFacts): RichTextElement[][] {
  return notes.slice(0, MAX_NOTES).map((note) => [words(oneLine(note, 200), 200)]);
}

/** Everything a report says in words, part by part; parts with nothing to say are left out. Pure. */
export function reportParts(facts: ReportFacts, max: ReportLimits = MESSAGE_LIMITS): ReportPart[] {
  const { counts } = facts;
  const isEmpty = counts.mentions === 0;
  const noGoals = 'There is no goal for such a period. Community managers set goals with /community settings.';
  const goals = goalsPart(facts.goals, max.goals);
  return [
    goals.lines.length > 0 ? goals : { ...goals, lines: [[words(noGoals)]] },
    numbersPart(facts),
    isEmpty ? EMPTY : tonePart(facts),
    voicesPart(counts, max.voices),
    ...(facts.by === 'department' ? [] : [departmentsPart(counts, max.rows)]),
    watchesPart(facts, max.rows),
    ...(isEmpty && facts.rows.length === 0 ? [] : [rowsPart(facts, max.rows)]),
    topPart(facts, max.top),
  ].filter((part) => part.lines.length > 0);
}

const EMPTY: ReportPart = {
  title: 'Nothing was heard',
  lines: [[words('If that surprises you, /community status says whether every source still answers.')]],
};
