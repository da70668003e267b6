import type { RichTextElement } from '@slack/types';
import type { WatchLine } from '../domain/overview.ts';
import { ruleWords } from './ballot-words.ts';
import { richText } from './blocks.ts';
import { count, number } from './labels.ts';
import { message, type SlackMessage } from './message.ts';
import { bold, channel, line, oneLine, people, words } from './rich-text.ts';

const MAX_WATCHES = 10;

/** What is listened for, and the rules: `/community watch list`. Pure. */
export function watchesMessage(watches: WatchLine[]): SlackMessage {
  const shown = watches.slice(0, MAX_WATCHES);
  const more = watches.length - shown.length;
  const head =
    watches.length === 0
      ? 'There is no watch yet: nothing is listened for.'
      : `${count(watches.length, 'watch', 'watches')}:`;
  const rest = more > 0 ? [[words(`and ${number(more)} more`)]] : [];
  return message(
    [[words(head)], ...shown.map(nameLine), ...rest],
    [
      richText(line(words(head))),
      ...shown.map((watch) => richText(...[nameLine(watch), ...details(watch)].map((one) => line(...one)))),
      ...rest.map((one) => richText(line(...one))),
    ],
  );
}

function nameLine(watch: WatchLine): RichTextElement[] {
  const paused = watch.pausedReason ? [words(` · paused: ${oneLine(watch.pausedReason, 120)}`)] : [];
  return [bold(oneLine(watch.name, 80) || 'watch'), words(' in '), channel(watch.channelId), ...paused];
}

function details(watch: WatchLine): RichTextElement[][] {
  return [
    [words(`Listens for ${phrases(watch)}`)],
    [words(`Sources: ${some(watch.sources) || 'none yet'}`)],
    [
      words(`${ruleWords({ votesNeeded: watch.votes, objectionsNeeded: watch.objections }, 'A draft needs')}. `),
      ...voices(watch),
    ],
    watch.fromFile ? [words('Set in community.yml, and changed there.')] : [],
  ].filter((one) => one.length > 0);
}

/** "any of “acme”, but not “anvils”". */
export function phrases({ any, all, none }: Pick<WatchLine, 'any' | 'all' | 'none'>): string {
  const parts = [
    any.length > 0 ? `any of ${quotedSome(any)}` : '',
    all.length > 0 ? `all of ${quotedSome(all)}` : '',
    none.length > 0 ? `but not ${quotedSome(none)}` : '',
  ].filter((one) => one !== '');
  return parts.join(', ') || 'everything its sources bring';
}

/** Who needs no vote. */
export function voices({ voices }: Pick<WatchLine, 'voices'>): RichTextElement[] {
  if (voices.length === 0) return [words('Every draft goes to a vote.')];
  return [words('No vote is needed for '), ...people(voices, 8), words('.')];
}

function quotedSome(texts: string[]): string {
  return some(texts.map((text) => `“${oneLine(text, 40)}”`));
}

function some(texts: string[]): string {
  const more = texts.length - 8;
  return (
    oneLine(
      texts
        .slice(0, 8)
        .map((text) => oneLine(text, 60))
        .join(', '),
      200,
    ) + (more > 0 ? ` and ${number(more)} more` : '')
  );
}
