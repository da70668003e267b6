import type { AllMiddlewareArgs } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { isRefusal, type Refusal } from '../src/domain/refusal.ts';
import { refusalSentence, troubleNotice } from '../src/views/copy.ts';
import { problemModal } from '../src/views/problem-modal.ts';
import { type Drawn, redraw } from './redraw.ts';

/**
 * Fills a modal that says "Loading": with its form, or with why there is none. What `fill` throws is told there too,
 * and thrown on to where errors are logged. Who closed it meanwhile is left alone.
 */
export async function fillModal(
  client: AllMiddlewareArgs['client'],
  opened: Drawn,
  title: string,
  fill: () => Promise<ModalView | Refusal>,
): Promise<void> {
  const at = { view_id: opened.view?.id ?? '', hash: opened.view?.hash };
  const show = (view: ModalView) => redraw(client, at, view);
  let filled: ModalView | Refusal;
  try {
    filled = await fill();
  } catch (error) {
    await show(problemModal(title, troubleNotice())).catch(() => {});
    throw error;
  }
  await show(isRefusal(filled) ? problemModal(title, refusalSentence(filled)) : filled);
}
