import type { InputBlock, ModalView } from '@slack/types';
import type { OfferedAnswer } from '../domain/answer.ts';
import { type CardFacts, draftAtWork } from '../domain/card.ts';
import type { MentionStatus } from '../domain/mention.ts';
import type { ApprovalPolicy } from '../domain/settings.ts';
import { clip } from '../domain/text.ts';
import { formatDuration } from '../domain/time.ts';
import { reasonLines, ruleWords } from './ballot-words.ts';
import { input, option, richText } from './blocks.ts';
import { answerBlocks } from './draft-answers.ts';
import { placeOf, redrawnTimes, ticked, typedExactly } from './form-values.ts';
import { CALLBACKS, FIELDS } from './ids.ts';
import { number } from './labels.ts';
import { authorOnNetwork, quoted } from './mention-lines.ts';
import { modal } from './modal.ts';
import { line, oneLine, words } from './rich-text.ts';

/** Slack's own limit on a field. */
const MAX_FIELD = 3000;

/** How the writer's draft will be approved; `approval` is the rule of this moment, told when it is known. */
export type DraftAs = {
  isVoice: boolean;
  approval?: Pick<ApprovalPolicy, 'votes' | 'objections' | 'windowMs'>;
  /** Why it asks for more than usual: sentences of copy. */
  reasons?: string[];
  /** Kept answers that may fit. */
  answers?: OfferedAnswer[];
};

/** What the form becomes when an answer is chosen in it. */
export type DraftFilled = {
  /** What the field shall hold; undefined for what was typed. */
  text: string | undefined;
  note: string;
  /** How often the field was drawn anew already. */
  redrawn: number;
  /** The revision the form was opened on. */
  draftId: number | null;
};

/** The form in which a reply is written. Pure. */
export function draftModal(facts: CardFacts, as: DraftAs, filled?: DraftFilled): ModalView {
  const [next = '', ...rest] = whatHappens(facts, as);
  const happens = [[words(next)], ...reasonLines({ reasons: as.reasons ?? [] }), ...rest.map((one) => [words(one)])];
  return modal({
    title: draftAtWork(facts) ? 'Edit the draft' : 'Draft a reply',
    callbackId: CALLBACKS.draft,
    submit: 'Save',
    close: 'Cancel',
    ref: { mentionId: facts.mention.id, draftId: filled ? filled.draftId : (facts.draft?.id ?? null) },
    blocks: [
      richText(line(words('To '), ...authorOnNetwork(facts), words(':')), ...quoted(facts, 1500)),
      ...answerBlocks(as.answers ?? [], filled?.note),
      textField(facts, filled),
      richText(...happens.map((one) => line(...one))),
      keepBox(),
    ],
  });
}

/** What was written, byte for byte, and whether it is only to be kept. */
export function readDraft(values: unknown): { text: string; keepOnly: boolean } {
  const text = typedExactly(values, placeOf(FIELDS.draftText, draftRedrawn(values)));
  return { text, keepOnly: ticked(values, FIELDS.draftKeep) };
}

/** How often the field was drawn anew because an answer was chosen. */
export function draftRedrawn(values: unknown): number {
  return redrawnTimes(values, FIELDS.draftText);
}

function textField(facts: CardFacts, filled: DraftFilled | undefined): InputBlock {
  const { maxReplyChars, networkLabel } = facts;
  const draft = draftAtWork(facts);
  const max = Math.max(1, Math.min(MAX_FIELD, maxReplyChars));
  const text = filled?.text ?? draft?.text;
  const times = (filled?.redrawn ?? 0) + (filled?.text === undefined ? 0 : 1);
  return input(
    placeOf(FIELDS.draftText, times),
    'Your reply',
    {
      type: 'plain_text_input',
      multiline: true,
      max_length: max,
      ...(text && { initial_value: clip(text, max) }),
    },
    { hint: `At most ${number(max)} characters${max < MAX_FIELD ? ` on ${oneLine(networkLabel)}` : ''}` },
  );
}

function keepBox(): InputBlock {
  return input(
    FIELDS.draftKeep,
    'When you save',
    { type: 'checkboxes', options: [option('keep', 'Not ready yet: only keep it as a draft')] },
    { optional: true },
  );
}

function whatHappens({ mention, watch }: CardFacts, { isVoice, approval }: DraftAs): string[] {
  const next = isVoice
    ? `You may speak for ${oneLine(watch)}: saving approves the reply at once, and then it can be published.`
    : `Saving puts the reply to a vote among your colleagues.${approval ? ` ${rule(approval)}.` : ''}`;
  const present: Partial<Record<MentionStatus, string>> = {
    voting: 'The present text is being voted on. Saving a change ends that vote: its approvals no longer count.',
    approved: 'The present text is approved. Saving a change puts the new text in its place.',
  };
  return [next, present[mention.status] ?? 'Nothing goes outside before it is approved and somebody publishes it.'];
}

function rule({ votes, objections, windowMs }: Pick<ApprovalPolicy, 'votes' | 'objections' | 'windowMs'>): string {
  const needs = ruleWords({ votesNeeded: votes, objectionsNeeded: objections }, 'It needs');
  return `${needs}. The vote is open for ${formatDuration(windowMs)}`;
}
