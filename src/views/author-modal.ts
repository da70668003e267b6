import type { Checkboxes, InputBlock, KnownBlock, ModalView, RichTextElement } from '@slack/types';
import type { WeighedAuthor } from '../domain/author.ts';
import { type InfluencePart, isHeard, OF_WEIGHT } from '../domain/influence.ts';
import { AUTHOR_LISTS, type AuthorList } from '../domain/knowing.ts';
import type { MentionLine } from '../domain/overview.ts';
import { input, option, richText } from './blocks.ts';
import { choice, isThere, ticked } from './form-values.ts';
import { CALLBACKS, FIELDS } from './ids.ts';
import { influenceSentence, LIST_WORDS, nameOf, STANDING_WORDS } from './influence-words.ts';
import { mentionListLine } from './mention-list.ts';
import { modal } from './modal.ts';
import { bold, DAY_AND_TIME, line, link, moment, oneLine, person, webAddress, words } from './rich-text.ts';

/** What the form shows; see `AboutAuthor`. */
export type AuthorFacts = {
  weighed: WeighedAuthor;
  networkLabel: string;
  lines: MentionLine[];
  isWatching: boolean;
  mayList: boolean;
  timezone: string;
};

const NO_LIST = 'none';

/** "About the author": what is known of them, and what this person may have done about it. Pure. */
export function authorModal(facts: AuthorFacts, mentionId: number, now: Date): ModalView {
  const { weighed, lines, timezone, mayList } = facts;
  const blocks: KnownBlock[] = [
    richText(line(...whoWords(facts)), line(...whyWords(facts, now)), line(words(scoreWords(weighed)))),
    richText(line(bold('What they said last')), {
      type: 'rich_text_list',
      style: 'bullet',
      elements: lines.map((one) => line(...mentionListLine(one, timezone))),
    }),
    ...(mayList ? [listField(weighed.author.list)] : [richText(line(...listedWords(facts)))]),
    watchField(facts.isWatching),
  ];
  return modal({
    title: 'About the author',
    callbackId: CALLBACKS.author,
    submit: 'Save',
    ref: { mentionId, draftId: null, authorId: weighed.author.id },
    blocks,
  });
}

function whoWords({ weighed: { author }, networkLabel }: AuthorFacts): RichTextElement[] {
  const on = words(` on ${oneLine(networkLabel)}`);
  const page = webAddress(author.url) ? [words(' · '), link(author.url, 'their page')] : [];
  return [bold(nameOf(author) || 'Somebody'), on, ...page];
}

function whyWords({ weighed: { facts, influence }, timezone }: AuthorFacts, now: Date): RichTextElement[] {
  const why = influenceSentence(facts, now, timezone);
  const standing = STANDING_WORDS[influence.standing];
  return [words(`${standing.slice(0, 1).toUpperCase()}${standing.slice(1)}${why ? `: ${why}` : ''}.`)];
}

const PARTS: Record<InfluencePart, string> = {
  reach: 'reach',
  resonance: 'reactions',
  relevance: 'how often and how lately they speak of us',
  tone: 'how decided they are',
};

/** "Their word weighs 66 of 100 (reach 73, …)"; what is not known is left out. */
function scoreWords({ influence: { score, parts } }: WeighedAuthor): string {
  const known = (Object.keys(PARTS) as InfluencePart[]).flatMap((part) => {
    const value = parts[part];
    return value === null ? [] : [`${PARTS[part]} ${Math.round(100 * value)}`];
  });
  if (!isHeard(parts)) return 'How many people hear them is not known, so their word is not weighed.';
  return `Their word weighs ${score} of 100; from ${OF_WEIGHT} on somebody has weight. It is made of what is known: ${known.join(', ')}.`;
}

function listedWords({ weighed: { author }, timezone }: AuthorFacts): RichTextElement[] {
  if (!author.list) return [words('They are on none of your lists. A community manager can put them on one.')];
  const since = author.listedAt ? [words(', '), moment(author.listedAt, timezone, DAY_AND_TIME)] : [];
  return [
    words(`They are on your list “${LIST_WORDS[author.list]}”, by `),
    person(author.listedBy),
    ...since,
    words('.'),
  ];
}

function listField(list: AuthorList | null): InputBlock {
  const none = option(NO_LIST, 'None');
  const options = [none, ...AUTHOR_LISTS.map((one) => option(one, LIST_WORDS[one]))];
  const initial = options.find(({ value }) => value === list) ?? none;
  return input(
    FIELDS.authorList,
    'List',
    { type: 'static_select', options, initial_option: initial },
    { hint: 'Everybody sees it on the cards of what they say.' },
  );
}

function watchField(isWatching: boolean): InputBlock {
  const box = option('watch', 'Tell me when they write');
  const element: Checkboxes = { type: 'checkboxes', options: [box], ...(isWatching && { initial_options: [box] }) };
  return input(FIELDS.authorWatch, 'Watch', element, {
    optional: true,
    hint: 'You get a direct message for each new mention of theirs in a channel that you are in. Nobody else sees it.',
  });
}

/** What was chosen; no list where the form did not ask for one. */
export function readAuthorForm(values: unknown): { list: AuthorList | null | undefined; isWatching: boolean } {
  const chosen = choice(values, FIELDS.authorList);
  const list = AUTHOR_LISTS.find((one) => one === chosen) ?? null;
  return {
    list: isThere(values, FIELDS.authorList) ? list : undefined,
    isWatching: ticked(values, FIELDS.authorWatch),
  };
}
