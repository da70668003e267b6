import type { ModalView } from '@slack/types';
import { richText } from './blocks.ts';
import { SHOWN } from './ids.ts';
import { modal } from './modal.ts';
import { line } from './rich-text.ts';
import { sentence } from './sentence.ts';

/** A modal that says why something could not be done; the sentence is one of `copy.ts`. */
export function problemModal(title: string, why: string): ModalView {
  return modal({ title, callbackId: SHOWN.problem, blocks: [richText(line(...sentence(why)))] });
}
