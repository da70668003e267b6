import type { Button, KnownBlock, ModalView, SectionBlock } from '@slack/types';
import type { ActivityLine, CardFacts } from '../domain/card.ts';
import type { Act } from '../domain/rights.ts';
import { activitySentence } from './activity.ts';
import { button, linkButton, plain, richText } from './blocks.ts';
import { MENTION_BUTTONS, ROUTE_BUTTONS, SHOWN } from './ids.ts';
import { count } from './labels.ts';
import { headline, inShort } from './mention-lines.ts';
import { stateLine } from './mention-state.ts';
import { modal } from './modal.ts';
import { bold, DAY_AND_TIME, line, moment, quote, words } from './rich-text.ts';
import { sentence } from './sentence.ts';

const MAX_HISTORY = 40;

/** What "More…" may be told to offer: acts, and what needs no right. */
export type MoreAct = Act | 'see_draft' | 'about_author' | 'original';

/** Those that belong to no mention's card. */
type Elsewhere =
  | 'export_corrections'
  | 'acknowledge'
  | 'close_call'
  | 'end_crisis'
  | 'log'
  | 'review_answer'
  | 'watch_author'
  | 'list_author'
  | 'accept_route'
  | 'ask_back'
  | 'finish_route'
  | 'change_settings'
  | 'retry_dead';

const EXPLAINED: Record<Exclude<MoreAct, Elsewhere>, string> = {
  claim: 'Take it: everybody sees that you are on it.',
  save_draft: 'Write or change the reply. A change ends a vote or takes an approval back.',
  see_draft: 'Read the draft word for word, and how its vote stands.',
  hold: 'Post the approved reply. It is yours alone for 15 minutes.',
  mark_posted: 'Say that the reply is out, and where.',
  give_back: 'The reply is not out: let somebody else post or change it.',
  object: 'Stop the approved reply before it is posted.',
  decide: 'Approve the draft at once, with a reason that everybody sees. The vote ends.',
  escalate: 'Ask colleagues for help, with a reason.',
  route: 'Hand it to the department that should hear it. Its outcome comes back here.',
  explain_route: 'A department asked back: tell it what it needs to know.',
  tell_author: 'A department is done: write the author what became of it. An answered mention is taken up again.',
  hand_over: 'Give it to a colleague, who is told. An open vote ends; an approval stays.',
  take_back: 'Have it yourself again, in place of the person it was handed to.',
  snooze: 'Let it rest until a time, or until the author writes again.',
  wake: 'End its rest now.',
  release: 'Give it back, so that somebody else can take it. An open vote ends.',
  dismiss: 'Set it aside, with a reason. An open vote ends.',
  reopen: 'Take it up again, with a reason. Then it waits for somebody to claim it.',
  correct: 'Say better what it is and how it sounds. Your word counts at once.',
  keep_answer: 'Keep the reply in the library, so that it is offered for similar mentions.',
  about_author: 'What is known of them, their list, and whether you are told when they write.',
  original: 'Read it where it was said.',
};

/** The order in which they are listed, whatever order they are offered in. */
const ORDER = Object.keys(EXPLAINED) as (keyof typeof EXPLAINED)[];

/** Everything that state and rights allow this person, and what has happened so far, newest first. Pure. */
export function moreModal(facts: CardFacts, offered: MoreAct[], history: ActivityLine[], now: Date): ModalView {
  const rows = ORDER.filter((act) => offered.includes(act)).flatMap((act) => row(act, facts));
  return modal({
    title: 'More',
    callbackId: SHOWN.more,
    ref: { mentionId: facts.mention.id, draftId: facts.draft?.id ?? null },
    blocks: [
      richText(line(...headline(facts, now)), quote(words(inShort(facts, 300))), line(...stateLine(facts))),
      ...(rows.length > 0 ? rows : [richText(line(words('There is nothing to be done with it at the moment.')))]),
      ...historyBlocks(facts, history),
    ],
  });
}

function row(act: keyof typeof EXPLAINED, facts: CardFacts): SectionBlock[] {
  const accessory = rowButton(act, facts);
  return accessory ? [{ type: 'section', text: plain(EXPLAINED[act], 200), accessory }] : [];
}

function rowButton(act: keyof typeof EXPLAINED, facts: CardFacts): Button | undefined {
  const { mention, ballot, draft, url, routes } = facts;
  if (act === 'original') return linkButton(MENTION_BUTTONS.original, mention.id, url);
  if (act === 'object') return ballot ? button(MENTION_BUTTONS.object, ballot.id) : undefined;
  if (act === 'explain_route') {
    const asking = routes.findLast((route) => route.state === 'asked_back');
    return asking && button(ROUTE_BUTTONS.explain, asking.id);
  }
  if (act === 'save_draft') return button(MENTION_BUTTONS[draft ? 'edit_draft' : 'draft'], mention.id);
  return button(MENTION_BUTTONS[act], mention.id);
}

function historyBlocks({ timezone }: CardFacts, history: ActivityLine[]): KnownBlock[] {
  const newest = [...history].sort((a, b) => b.at.getTime() - a.at.getTime());
  const earlier = newest.length - MAX_HISTORY;
  const lines = newest
    .slice(0, MAX_HISTORY)
    .map((one) => line(moment(one.at, timezone, DAY_AND_TIME), words(': '), ...sentence(activitySentence(one))));
  if (earlier > 0) lines.push(line(words(`… and ${count(earlier, 'earlier event')}`)));
  if (lines.length === 0) return [richText(line(words('Nothing has happened yet.')))];
  return [
    richText(line(bold('What has happened'))),
    richText({ type: 'rich_text_list', style: 'bullet', elements: lines }),
  ];
}
