import type { RichTextElement } from '@slack/types';
import type { SentimentFacts, ToneRow } from '../domain/summary.ts';
import { balanceOf, clearTones, type ToneCounts, toneChange } from '../domain/tone-balance.ts';
import { richText } from './blocks.ts';
import { chartBlock } from './chart-block.ts';
import { TONE_WORDS } from './judgement-words.ts';
import { count, number } from './labels.ts';
import { message, type SlackMessage } from './message.ts';
import { chartNumbers } from './report-charts.ts';
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
import { toneOverTime } from './tone-chart.ts';

/** How we are spoken of, beside the seven days before, with what moved it and a chart. Pure. */
export function sentimentMessage(facts: SentimentFacts): SlackMessage {
  const head = [headLine(facts), ...changeLine(facts)];
  const parts = [rows('By watch', facts.byWatch), rows('By network', facts.byNetwork), movers(facts)];
  const chart = toneOverTime(facts);
  const numbers = chart ? [[words(`By day. ${chartNumbers(chart)}.`)]] : [];
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
  if (clearTones(tone) + clearTones(before) === 0) return [];
  const { direction, certainty } = toneChange(tone, before);
  const beside = ` ${balanceWords(tone)} now, ${balanceWords(before)} in the seven days before.`;
  const said = {
    too_few: 'Too few to tell whether it changed:',
    same: 'About as before:',
    perhaps: `Perhaps a little ${direction} than before, but chance alone may do that:`,
    sure: `${direction === 'worse' ? 'Worse' : 'Better'} than before, by more than chance explains:`,
  }[certainty];
  return [[certainty === 'sure' ? bold(said) : words(said), words(beside)]];
}

/** "12 positive against 5 negative of 57". */
function balanceWords(tone: ToneCounts): string {
  const clear = clearTones(tone);
  if (clear === 0) return 'none of a clear tone';
  return `${number(tone.positive)} positive against ${number(tone.negative)} negative of ${number(clear)}`;
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
