import type { ModalView } from '@slack/types';
import type { CardFacts } from '../domain/card.ts';
import { KINDS, type Kind, TONES, type Tone } from '../domain/judgement.ts';
import { input, option, richText } from './blocks.ts';
import { choice } from './form-values.ts';
import { CALLBACKS, FIELDS } from './ids.ts';
import { KIND_WORDS, kindReason, TONE_WORDS } from './judgement-words.ts';
import { authorOnNetwork, inShort } from './mention-lines.ts';
import { modal } from './modal.ts';
import { line, quote, words } from './rich-text.ts';

const KIND_OPTIONS = KINDS.map((kind) => option(kind, KIND_WORDS[kind]));
const TONE_OPTIONS = TONES.map((tone) => option(tone, TONE_WORDS[tone]));

/** The form in which a person says better what a mention is and how it sounds. Pure. */
export function correctModal(facts: CardFacts): ModalView {
  const { judgement } = facts;
  const reason = kindReason(judgement);
  const kind = KIND_OPTIONS.find(({ value }) => value === judgement.kind);
  const tone = TONE_OPTIONS.find(({ value }) => value === judgement.tone);
  return modal({
    title: 'Correct',
    callbackId: CALLBACKS.correct,
    submit: 'Save',
    close: 'Cancel',
    ref: { mentionId: facts.mention.id, draftId: facts.draft?.id ?? null },
    blocks: [
      richText(line(...authorOnNetwork(facts), words(':')), quote(words(inShort(facts, 300)))),
      ...(reason ? [richText(line(words(reason)))] : []),
      input(FIELDS.correctKind, 'What is it?', {
        type: 'static_select',
        options: KIND_OPTIONS,
        ...(kind && { initial_option: kind }),
      }),
      input(
        FIELDS.correctTone,
        'How does it sound?',
        { type: 'static_select', options: TONE_OPTIONS, ...(tone && { initial_option: tone }) },
        { hint: 'Your word counts at once, on the card and in every report, and is shown as yours.' },
      ),
    ],
  });
}

/** What was chosen; what is none of ours says nothing. */
export function readCorrection(values: unknown): { kind?: Kind; tone?: Tone } {
  const kind = KINDS.find((one) => one === choice(values, FIELDS.correctKind));
  const tone = TONES.find((one) => one === choice(values, FIELDS.correctTone));
  return { ...(kind && { kind }), ...(tone && { tone }) };
}
