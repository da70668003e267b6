import type { ModalView } from '@slack/types';
import type { CardFacts } from '../domain/card.ts';
import { input, option, richText } from './blocks.ts';
import { choice, typed } from './form-values.ts';
import { CALLBACKS, FIELDS } from './ids.ts';
import { authorOnNetwork, inShort } from './mention-lines.ts';
import { modal } from './modal.ts';
import { line, quote, words } from './rich-text.ts';

const MAX_WORDS = 200;

/** Why mentions are dismissed, most often. */
const REASONS: Record<string, string> = {
  not_about_us: 'Not about us',
  spam: 'Spam',
  nothing_to_answer: 'Nothing to answer',
  handled: 'Already handled elsewhere',
  other: 'Other',
};

/** The form that asks why a mention is set aside. Pure. */
export function dismissModal(facts: CardFacts): ModalView {
  const options = Object.entries(REASONS).map(([value, label]) => option(value, label));
  return modal({
    title: 'Dismiss',
    callbackId: CALLBACKS.dismiss,
    submit: 'Dismiss',
    close: 'Cancel',
    ref: { mentionId: facts.mention.id, draftId: facts.draft?.id ?? null },
    blocks: [
      richText(line(...authorOnNetwork(facts), words(':')), quote(words(inShort(facts, 300)))),
      input(FIELDS.dismissReason, 'Why?', { type: 'static_select', options }),
      input(
        FIELDS.dismissWords,
        'In your words',
        { type: 'plain_text_input', max_length: MAX_WORDS },
        { optional: true, hint: 'Everybody sees the reason on the card. The mention can be reopened at any time.' },
      ),
    ],
  });
}

/** The reason as it reads after "Dismissed by Ana: ": the choice, the person's words or both. */
export function readDismissal(values: unknown): { reason: string } {
  const chosen = choice(values, FIELDS.dismissReason) ?? 'other';
  const said = typed(values, FIELDS.dismissWords).trim();
  if (chosen === 'other' || !Object.hasOwn(REASONS, chosen)) return { reason: said || 'another reason' };
  const label = (REASONS[chosen] ?? '').toLowerCase();
  return { reason: said ? `${label} (${said})` : label };
}
