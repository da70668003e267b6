import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import type { CardFacts } from '../domain/card.ts';
import type { Finding } from '../domain/preflight.ts';
import { actions, divider, input, linkButton, richText } from './blocks.ts';
import { CALLBACKS, FIELDS, MENTION_BUTTONS } from './ids.ts';
import { authorOnNetwork } from './mention-lines.ts';
import { modal } from './modal.ts';
import { replyUrlField } from './posted-modal.ts';
import { findingSentence } from './preflight-words.ts';
import { bold, exactly, line, moment, TIME, webAddress, words } from './rich-text.ts';
import { sentence } from './sentence.ts';

/** Slack's own limit on a field. */
const MAX_FIELD = 3000;

/** The three steps of posting a reply by hand: copy, paste, say so. Pure. */
export function publishModal(facts: CardFacts, reply: { heldUntil: Date; findings?: Finding[] }): ModalView {
  return modal({
    title: 'Publish the reply',
    callbackId: CALLBACKS.posted,
    submit: 'I have posted it',
    close: 'Not yet',
    ref: { mentionId: facts.mention.id, draftId: facts.draft?.id ?? null },
    blocks: [
      ...warnings(reply.findings ?? [], facts.timezone),
      hold(facts, reply),
      ...copyStep(facts),
      ...pasteStep(facts),
      step('3. Say that it is posted'),
      replyUrlField(),
    ],
  });
}

/** What to know before the text goes out, at the top. */
function warnings(findings: Finding[], timezone: string): KnownBlock[] {
  if (findings.length === 0) return [];
  const lines = findings.map((one) => line(...sentence(findingSentence(one, timezone))));
  return [
    richText(line(bold('Before you post')), { type: 'rich_text_list', style: 'bullet', elements: lines }),
    divider(),
  ];
}

function hold(facts: CardFacts, { heldUntil }: { heldUntil: Date }): KnownBlock {
  return richText(
    line(
      words('You are posting the reply to '),
      ...authorOnNetwork(facts),
      words('. '),
      moment(heldUntil, facts.timezone, TIME, 'Until '),
      words(' nobody else can change or post it. If you close this, the card has the buttons to go on.'),
    ),
  );
}

function copyStep({ draft }: CardFacts): KnownBlock[] {
  const text = draft?.text ?? '';
  if (!text) return [step('1. Copy the reply'), richText(line(words('There is no text to post.')))];
  const lead = 'This is the approved text. Please post exactly this:';
  return [step('1. Copy the reply'), richText(line(words(lead)), exactly(text)), ...copyField(text)];
}

/** A field can be selected in every Slack client, a text in a modal not in all of them. */
function copyField(text: string): InputBlock[] {
  if ([...text].length > MAX_FIELD) return [];
  return [
    input(
      FIELDS.replyText,
      'The same text, to select and copy',
      { type: 'plain_text_input', multiline: true, initial_value: text },
      { optional: true, hint: 'Press in the field, select all, copy. What is changed here is not kept.' },
    ),
  ];
}

function pasteStep({ mention, url }: CardFacts): KnownBlock[] {
  const button = linkButton(MENTION_BUTTONS.original, mention.id, url);
  const how = webAddress(url)
    ? 'Open the original, paste the text as the answer and send it there.'
    : 'This mention has no web address: answer where it was said.';
  return [step('2. Paste it there'), richText(line(words(how))), ...actions(button)];
}

function step(title: string): KnownBlock {
  return richText(line(bold(title)));
}
