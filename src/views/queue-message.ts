import type { Button, RichTextElement } from '@slack/types';
import type { QueueFacts } from '../domain/overview.ts';
import type { Asked } from '../domain/queue-filter.ts';
import { actions, plain, richText } from './blocks.ts';
import { type ActionId, QUEUE_BUTTONS } from './ids.ts';
import { KIND_WORDS } from './judgement-words.ts';
import { count, number } from './labels.ts';
import { mentionListLine } from './mention-list.ts';
import { message, type SlackMessage } from './message.ts';
import { writeTurn } from './queue-turn.ts';
import { bold, dotted, line, oneLine, person, words } from './rich-text.ts';

const MAX_LINES = 15;

/** A page of what waits for somebody, or of what was searched for. Pure. */
export function queueMessage(facts: QueueFacts): SlackMessage {
  const shown = facts.lines.slice(0, MAX_LINES).map((one) => mentionListLine(one, facts.timezone));
  const before = facts.page * MAX_LINES;
  const more = Math.max(facts.total, before + facts.lines.length) - before - shown.length;
  const head = headLine(facts);
  const rest = more > 0 ? [[words(`and ${number(more)} more`)]] : [];
  const list = {
    type: 'rich_text_list' as const,
    style: 'bullet' as const,
    elements: shown.map((one) => line(...one)),
  };
  return message(
    [head, ...shown, ...rest],
    [
      richText(line(...head)),
      ...(shown.length > 0 ? [richText(list, ...rest.map((one) => line(...one)))] : []),
      ...actions(
        facts.page > 0 ? turnButton(QUEUE_BUTTONS.earlier, facts, facts.page - 1) : undefined,
        more > 0 ? turnButton(QUEUE_BUTTONS.next, facts, facts.page + 1) : undefined,
      ),
    ],
  );
}

function turnButton(id: { actionId: ActionId; label: string }, { asked }: QueueFacts, page: number): Button {
  return {
    type: 'button',
    action_id: id.actionId,
    text: plain(id.label, 75),
    value: writeTurn({ asked, page }),
    accessibility_label: `${id.label}: page ${number(page + 1)}`,
  };
}

function headLine(facts: QueueFacts): RichTextElement[] {
  const { asked, total, lines, page } = facts;
  const found = Math.max(total, lines.length);
  const filters = filterWords(asked);
  if (found === 0) return filters.length > 0 ? dotted([bold(noneWords(asked))], ...filters) : [bold(noneWords(asked))];
  const from = page * MAX_LINES;
  const part = page > 0 ? `, ${number(from + 1)} to ${number(from + lines.length)}` : '';
  const said = `${foundWords(asked, found)}${part}`;
  return filters.length > 0 ? dotted([bold(said)], ...filters) : [bold(`${said}:`)];
}

function noneWords({ kind, words: looked, ...filters }: Asked): string {
  if (kind === 'search') return `No mention you can see has ${quoted(looked)}.`;
  const isNarrow = Object.values(filters).some((one) => one !== null);
  if (isNarrow) return 'No open mention you can see fits';
  return 'Nothing is waiting: every mention you can see is answered or dismissed.';
}

function foundWords({ kind, words: looked }: Asked, found: number): string {
  const mentions = count(found, 'mention');
  if (kind === 'search') return `${mentions} ${found === 1 ? 'has' : 'have'} ${quoted(looked)}`;
  return `${mentions} ${found === 1 ? 'is' : 'are'} open`;
}

function quoted(looked: string[]): string {
  return looked.map((one) => `“${oneLine(one, 60)}”`).join(' and ');
}

function filterWords({ state, personId, watch, network, tone, what }: Asked): RichTextElement[][] {
  return [
    state ? [words(state)] : [],
    what ? [words(KIND_WORDS[what].toLowerCase())] : [],
    tone ? [words(tone === 'unclear' ? 'tone unclear' : tone)] : [],
    personId ? [person(personId), words(' has it')] : [],
    watch ? [words(`watch ${oneLine(watch)}`)] : [],
    network ? [words(`network ${oneLine(network)}`)] : [],
  ].filter((one) => one.length > 0);
}
