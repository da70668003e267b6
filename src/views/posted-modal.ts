import type { InputBlock, ModalView } from '@slack/types';
import type { CardFacts } from '../domain/card.ts';
import { input, richText } from './blocks.ts';
import { typed } from './form-values.ts';
import { CALLBACKS, FIELDS } from './ids.ts';
import { authorOnNetwork, inShort } from './mention-lines.ts';
import { modal } from './modal.ts';
import { line, quote, words } from './rich-text.ts';

/** The form that asks where a reply stands, once somebody has posted it. Pure. */
export function postedModal(facts: CardFacts): ModalView {
  return modal({
    title: 'I have posted it',
    callbackId: CALLBACKS.posted,
    submit: 'I have posted it',
    close: 'Not yet',
    ref: { mentionId: facts.mention.id, draftId: facts.draft?.id ?? null },
    blocks: [
      richText(
        line(words('The reply to '), ...authorOnNetwork(facts), words(', who wrote:')),
        quote(words(inShort(facts, 300))),
      ),
      replyUrlField(),
      richText(line(words('This marks the mention as answered and tells your colleagues so.'))),
    ],
  });
}

/** The field for the reply's own address. */
export function replyUrlField(): InputBlock {
  return input(
    FIELDS.replyUrl,
    'Link to the posted reply',
    { type: 'url_text_input' },
    { optional: true, hint: 'So that your colleagues can read it. Leave it empty if it has no address of its own.' },
  );
}

/** The address that was given, as typed; null when none was. */
export function readPosted(values: unknown): { url: string | null } {
  return { url: typed(values, FIELDS.replyUrl).trim() || null };
}
