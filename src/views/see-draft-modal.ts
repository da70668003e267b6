import type { ModalView, RichTextElement } from '@slack/types';
import type { CardFacts, Draft } from '../domain/card.ts';
import { closing, outcomeWords, tallyWithNames } from './ballot-words.ts';
import { richText } from './blocks.ts';
import { SHOWN } from './ids.ts';
import { authorOnNetwork, inShort } from './mention-lines.ts';
import { modal } from './modal.ts';
import { AGO, dotted, exactly, line, link, moment, person, quote, webAddress, words } from './rich-text.ts';

/** The newest draft, whole and byte for byte, and how its vote stands. Pure. */
export function seeDraftModal(facts: CardFacts): ModalView {
  const { draft } = facts;
  return modal({
    title: 'The draft',
    callbackId: SHOWN.seeDraft,
    blocks: draft ? draftBlocks(facts, draft) : [richText(line(words('There is no draft yet.')))],
  });
}

function draftBlocks(facts: CardFacts, draft: Draft) {
  const saved = moment(draft.createdAt, facts.timezone, AGO, 'saved ');
  const vote = voteLine(facts);
  return [
    richText(
      line(person(draft.writerId), words(' drafted this reply to '), ...authorOnNetwork(facts), words(', '), saved),
      quote(words(inShort(facts, 300))),
    ),
    richText(line(words('The reply, exactly as it would go out:'))),
    richText(exactly(draft.text)),
    ...(vote.length > 0 ? [richText(line(...vote))] : []),
  ];
}

function voteLine(facts: CardFacts): RichTextElement[] {
  const { ballot, timezone } = facts;
  if (!ballot) return [];
  const stands =
    ballot.status === 'open'
      ? [...tallyWithNames(ballot), words(', '), closing(ballot, timezone)]
      : outcomeWords(facts, ballot);
  return dotted(stands, webAddress(ballot.link) ? [link(ballot.link, 'go to the vote')] : []);
}
