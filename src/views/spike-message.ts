import type { RichTextElement } from '@slack/types';
import { formatDuration } from '../domain/duration.ts';
import type { SpikeFacts } from '../domain/summary.ts';
import { actions, button, richText } from './blocks.ts';
import { MENTION_BUTTONS } from './ids.ts';
import { count, number } from './labels.ts';
import { message, type SlackMessage } from './message.ts';
import { bold, line, oneLine, words } from './rich-text.ts';
import { inARow, leftOutLine, named, partBlocks, partLines, summaryLine, toneWords } from './summary-parts.ts';

const MINUTE = 60_000;

/** A watch is talked about more than usual: how much, about what, how it sounds, and what is most heard. Pure. */
export function spikeMessage(facts: SpikeFacts): SlackMessage {
  const head = [headLine(facts), ...aboutLine(facts), soundLine(facts)];
  const parts = [{ title: 'Most heard', lines: facts.top.map((mention) => summaryLine(mention, facts.timezone)) }];
  const end = leftOutLine(facts.leftOut);
  const [first] = facts.top;
  const { actionId } = MENTION_BUTTONS.escalate;
  const escalate = first && button({ actionId, label: 'Escalate the first…' }, first.id);
  return message(
    [...head, ...partLines(parts), end],
    [richText(...head.map((one) => line(...one))), ...partBlocks(parts), ...actions(escalate), richText(line(...end))],
  );
}

function headLine({ watch, minutes, count: heard, expected }: SpikeFacts): RichTextElement[] {
  const time = minutes === 60 ? 'hour' : formatDuration(minutes * MINUTE);
  const usual =
    expected === null
      ? ''
      : expected < 1
        ? ', where hardly any is usual at this hour'
        : `, where about ${number(Math.round(expected))} ${Math.round(expected) === 1 ? 'is' : 'are'} usual at this hour`;
  return [
    bold(`${named(watch)} is talked about more than usual`),
    words(`: ${count(heard, 'mention')} in the last ${time}${usual}.`),
  ];
}

function aboutLine({ words: telling }: SpikeFacts): RichTextElement[][] {
  if (telling.length === 0) return [];
  const quoted = telling.map((word) => `“${oneLine(word, 30)}”`);
  return [[words(`What most of them speak of, and few did before: ${inARow(quoted)}.`)]];
}

function soundLine({ tone, authors, networks, leftOut }: SpikeFacts): RichTextElement[] {
  const where = networks.map(({ name, count: times }) => `${oneLine(name, 40)} (${number(times)})`);
  const by = authors > 0 ? `By ${count(authors, 'author')}` : 'By nobody who gave a name';
  const place = where.length > 0 ? `, on ${inARow(where)}` : '';
  const judged = tone.negative + tone.neutral + tone.positive + tone.unclear;
  const sounds = judged > 0 || leftOut.unjudged === 0 ? ` They sound: ${toneWords(tone)}.` : '';
  return [words(`${by}${place}.${judged > 0 ? sounds : ''}`)];
}
