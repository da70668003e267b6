import type { RichTextElement } from '@slack/types';
import type { Counts } from '../domain/report.ts';
import { type VoiceBalance, voiceBalance } from '../domain/voice-balance.ts';
import { count, number } from './labels.ts';
import { inPercent, type ReportPart } from './report-words.ts';
import { bold, person, words } from './rich-text.ts';

/** Fewer replies than this say nothing about how evenly people speak. */
const MIN_FOR_BALANCE = 5;

/** Who spoke for us, how evenly, and a word of warning where one voice dominates. */
export function voicesPart({ mentions, repliers }: Pick<Counts, 'mentions' | 'repliers'>, max: number): ReportPart {
  const balance = voiceBalance(repliers);
  const title = 'Who spoke for us';
  if (balance.replies === 0) return { title, lines: mentions > 0 ? [[words('Nobody has replied yet.')]] : [] };
  return { title, lines: [...warning(balance), ...shares(balance, max), ...evenness(balance)] };
}

function shares({ replies, voices, dominant }: VoiceBalance, max: number): RichTextElement[][] {
  if (dominant && voices.length === 1) return [];
  const shown = voices.slice(0, max);
  const more = voices.length - shown.length;
  const head = `${count(voices.length, 'person', 'people')} wrote ${count(replies, 'reply', 'replies')}: `;
  const each = shown.flatMap((one, i) => [
    ...(i > 0 ? [words(', ')] : []),
    person(one.personId),
    words(` ${number(one.replies)}${inPercent(one.replies, replies)}`),
  ]);
  return [[words(head), ...each, words(more > 0 ? `, and ${number(more)} more.` : '.')]];
}

function evenness({ replies, voices, evenAs }: VoiceBalance): RichTextElement[][] {
  if (replies < MIN_FOR_BALANCE || voices.length < 2) return [];
  const even = Math.round(evenAs * 10) / 10;
  const isEven = evenAs > voices.length * 0.9;
  const how = isEven
    ? 'They shared it fairly evenly'
    : `As even as if ${number(even)} people had written the same number each`;
  return [[words(`${how}.`)]];
}

function warning({ replies, voices, dominant }: VoiceBalance): RichTextElement[][] {
  if (!dominant) return [];
  const wrote = voices.length === 1 ? `all ${number(replies)}` : `${number(dominant.replies)} of ${number(replies)}`;
  return [
    [
      bold('One voice dominates: '),
      person(dominant.personId),
      words(` wrote ${wrote} replies. Ask somebody else to draft the next ones.`),
    ],
  ];
}
