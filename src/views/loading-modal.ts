import type { ModalView } from '@slack/types';
import { richText } from './blocks.ts';
import { SHOWN } from './ids.ts';
import { modal } from './modal.ts';
import { line, words } from './rich-text.ts';

/** What is opened at once, until the real modal is drawn into it. */
export function loadingModal(title: string): ModalView {
  return modal({ title, callbackId: SHOWN.loading, blocks: [richText(line(words('Loading…')))] });
}
