import type { Button, KnownBlock, RichTextElement } from '@slack/types';
import { isHeard } from '../domain/influence.ts';
import { type InfluencersPage, RECENT_DAYS } from '../domain/influencers.ts';
import { actions, button, plain, richText } from './blocks.ts';
import { daysWords } from './days-words.ts';
import { type ActionId, INFLUENCER_BUTTONS } from './ids.ts';
import { influenceSentence, LIST_WORDS, nameOf, STANDING_WORDS } from './influence-words.ts';
import { writeInfluencersTurn } from './influencers-turn.ts';
import { count, number } from './labels.ts';
import { message, type SlackMessage } from './message.ts';
import { bold, line, oneLine, words } from './rich-text.ts';

const MAX_LINES = 8;

type Line = InfluencersPage['lines'][number];

/** A page of who spoke of us, the weightiest first, each with what explains it. Pure. */
export function influencerList(facts: InfluencersPage): SlackMessage {
  const head = headWords(facts);
  const shown = facts.lines.slice(0, MAX_LINES);
  const more = Math.max(0, facts.total - facts.offset - shown.length);
  const rest = restWords(facts, more);
  return message(
    [[words(head)], ...shown.map((one, n) => authorLine(one, facts.offset + n + 1, facts)), ...rest],
    [
      richText(line(bold(head))),
      ...shown.flatMap((one, n) => authorBlocks(one, facts.offset + n + 1, facts)),
      ...rest.map((one) => richText(line(...one))),
      ...actions(
        facts.page > 0 ? turnButton(INFLUENCER_BUTTONS.earlier, facts, facts.page - 1) : undefined,
        more > 0 ? turnButton(INFLUENCER_BUTTONS.next, facts, facts.page + 1) : undefined,
      ),
    ],
  );
}

function headWords({ total, anonymous, offset, lines, asked, days }: InfluencersPage): string {
  const when = days ? daysWords(days) : `the last ${RECENT_DAYS} days`;
  const where = asked.watch ? ` in the watch “${oneLine(asked.watch, 60)}”` : '';
  if (total === 0 && anonymous === 0) return `Nobody spoke of us${where} in the channels you can see: ${when}.`;
  if (total === 0) {
    const untold = anonymous === 1 ? 'it does not tell' : 'none of them tells';
    return `${count(anonymous, 'mention')}${where}, but ${untold} who wrote it: ${when}.`;
  }
  const part = offset > 0 ? `, ${number(offset + 1)} to ${number(offset + lines.length)}` : '';
  return `${count(total, 'author')} spoke of us${where}, the weightiest first${part}: ${when}.`;
}

function restWords({ total, anonymous }: InfluencersPage, more: number): RichTextElement[][] {
  const untold = anonymous === 1 ? 'does not tell who wrote it' : 'do not tell who wrote them';
  return [
    ...(more > 0 ? [[words(`and ${number(more)} more`)]] : []),
    ...(total > 0 && anonymous > 0 ? [[words(`${count(anonymous, 'more mention')} ${untold}.`)]] : []),
  ];
}

/** "1. Maya Ito on Bluesky, a person of weight (66 of 100): 12,400 followers, spoke of us 5 times since October." */
function authorLine(one: Line, place: number, { now, timezone }: InfluencersPage): RichTextElement[] {
  const { author, facts, influence, networkLabel } = one;
  const why = influenceSentence(facts, now, timezone);
  const score = isHeard(influence.parts) ? ` (${influence.score} of 100)` : '';
  const standing = `${STANDING_WORDS[influence.standing]}${score}`;
  const listed = author.list ? `, on your list “${LIST_WORDS[author.list]}”` : '';
  return [
    words(`${number(place)}. `),
    bold(nameOf(author) || 'Somebody'),
    words(` on ${oneLine(networkLabel, 40)}, ${standing}${why ? `: ${why}` : ''}${listed}.`),
  ];
}

function authorBlocks(one: Line, place: number, facts: InfluencersPage): KnownBlock[] {
  const aloud = `About ${oneLine(nameOf(one.author), 60) || 'this author'}`;
  return [
    richText(line(...authorLine(one, place, facts))),
    ...actions(button(INFLUENCER_BUTTONS.open, one.author.id, { aloud })),
  ];
}

function turnButton(id: { actionId: ActionId; label: string }, { asked }: InfluencersPage, page: number): Button {
  return {
    type: 'button',
    action_id: id.actionId,
    text: plain(id.label, 75),
    value: writeInfluencersTurn({ asked, page }),
    accessibility_label: `${id.label}: page ${number(page + 1)}`,
  };
}
