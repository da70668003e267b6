import type { KnownBlock, PlainTextOption } from '@slack/types';
import type { OfferedAnswer } from '../domain/answer.ts';
import { option, plain, richText } from './blocks.ts';
import { ACTIONS } from './ids.ts';
import { line, oneLine } from './rich-text.ts';
import { sentence } from './sentence.ts';

const MAX_OFFERED = 3;

/** The kept answers that may fit, to begin from; `note` says what became of the one that was chosen. */
export function answerBlocks(answers: OfferedAnswer[], note: string | undefined): KnownBlock[] {
  const options = answers.slice(0, MAX_OFFERED).map(offer);
  const said = note === undefined ? [] : [richText(line(...sentence(note)))];
  if (options.length === 0) return said;
  return [
    {
      type: 'section',
      block_id: 'draft_answers',
      text: plain('Start from a kept answer. It never takes the place of what you have written.', 200),
      accessory: {
        type: 'static_select',
        action_id: ACTIONS.answerPick,
        placeholder: plain('Choose an answer', 150),
        options,
      },
    },
    ...said,
  ];
}

function offer({ id, title, text, isDue }: OfferedAnswer): PlainTextOption {
  const words = oneLine(text, 75);
  return option(String(id), oneLine(title, 75) || 'Answer', isDue ? oneLine(`Due for review · ${words}`, 75) : words);
}
