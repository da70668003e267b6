import type { RichTextElement } from '@slack/types';
import type { SentimentFacts, ToneRow } from '../domain/summary.ts';
import { balanceOf, clearTones, type ToneCounts, toneChange } from '../domain/tone-balance.ts';
import { richText } from './blocks.ts';
import { chartBlock } from './chart-block.ts';
import { TONE_WORDS } from './judgement-words.ts';
import { count, number } from './labels.ts';
import { message, type SlackMessage } from './message.ts';
import { bold, line, words } from './rich-text.ts';
import {
  leftOutLine,
  named,
  partBlocks,
  partLines,
  type SummaryPart,
  sinceWords,
  summaryLine,
  toneWords,
} from './summary-parts.ts';
import { toneNumbers, toneOverTime } from './tone-chart.ts';

/** How we are spoken of, beside the seven days before, with what moved it and a chart. Pure. */
export function sentimentMessage(facts: SentimentFacts): SlackMessage {
  const head = [headLine(facts), ...changeLine(facts)];
  const parts = [rows('By watch', facts.byWatch), rows('By network', facts.byNetwork), movers(facts)];
  const chart = toneOverTime(facts);
  const numbers = chart ? [[words(toneNumbers(facts))]] : [];
  const end = leftOutLine(facts.leftOut);
  return message(
    [...head, ...partLines(parts), ...numbers, end],
    [
      richText(...head.map((one) => line(...one))),
      ...partBlocks(parts),
      ...(chart ? [chartBlock(chart), ...numbers.map((one) => richText(line(...one)))] : []),
      richText(line(...end)),
    ],
  );
}

function headLine({ kind, tone, from, timezone, leftOut }: SentimentFacts): RichTextElement[] {
  const title = kind === 'sentiment_weekly' ? 'Sentiment of the week' : 'Sentiment of the day';
  const judged = clearTones(tone) + tone.unclear;
  const since = sinceWords(from, timezone, 'since ');
  if (judged + leftOut.unjudged === 0) return [bold(title), words(': nothing was said '), since, words('.')];
  return [
    bold(title),
    words(`: ${count(judged + leftOut.unjudged, 'mention')} `),
    since,
    words(`: ${toneWords(tone)}.`),
  ];
}

/** Whether it is better or worse than before, and how sure that is. */
function changeLine({ tone, before }: SentimentFacts): RichTextElement[][] {
  const [now, then] = [clearTones(tone), clearTones(before)];
  if (now + then === 0) return [];
  const { direction, certainty } = toneChange(tone, before);
  if (certainty === 'too_few') {
    return [
      [
        words(
          `Too few to tell whether it changed: ${number(now)} of a clear tone, ${number(then)} in the seven days before.`,
        ),
      ],
    ];
  }
  const said = {
    same: 'About as in the seven days before:',
    perhaps: `Perhaps a little ${direction} than in the seven days before, but chance alone may do that:`,
    sure: `${direction === 'worse' ? 'Worse' : 'Better'} than in the seven days before, by more than chance explains:`,
  }[certainty];
  const beside = ` now ${balanceWords(tone)}, then ${balanceWords(before)}.`;
  return [[certainty === 'sure' ? bold(said) : words(said), words(beside)]];
}

/** "14 positive and 25 negative of 47". */
function balanceWords(tone: ToneCounts): string {
  return `${number(tone.positive)} positive and ${number(tone.negative)} negative of ${number(clearTones(tone))}`;
}

/** One watch or network alone says nothing that the first line does not. */
function rows(title: string, all: ToneRow[]): SummaryPart {
  if (all.length < 2) return { title, lines: [] };
  return { title, lines: all.map((row) => [bold(named(row.name)), words(`: ${toneWords(row.tone)}${changed(row)}`)]) };
}

function changed({ tone, before }: ToneRow): string {
  const { direction, certainty } = toneChange(tone, before);
  return certainty === 'sure' ? `; ${direction} than before` : '';
}

function movers({ movers: all, tone, before, timezone }: SentimentFacts): SummaryPart {
  const { certainty } = toneChange(tone, before);
  const isLevel = certainty === 'same' || certainty === 'too_few' || balanceOf(tone) === balanceOf(before);
  return {
    title: isLevel ? 'The clearest voices' : 'What moved it',
    lines: all.map((mention) => [
      words(mention.tone ? `${TONE_WORDS[mention.tone]}: ` : ''),
      ...summaryLine(mention, timezone),
    ]),
  };
}
