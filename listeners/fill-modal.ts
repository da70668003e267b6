import type { AllMiddlewareArgs } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { isRefusal, type Refusal } from '../src/domain/refusal.ts';
import { refusalSentence, troubleNotice } from '../src/views/copy.ts';
import { problemModal } from '../src/views/problem-modal.ts';

/** What Slack said of a modal that was just opened. */
type Opened = { view?: { id?: string; hash?: string } };

/**
 * Fills a modal that says "Loading": with its form, or with why there is none. What `fill` throws is told there too,
 * and thrown on to where errors are logged.
 */
export async function fillModal(
  client: AllMiddlewareArgs['client'],
  opened: Opened,
  title: string,
  fill: () => Promise<ModalView | Refusal>,
): Promise<void> {
  const show = (view: ModalView) =>
    client.views.update({ view_id: opened.view?.id ?? '', hash: opened.view?.hash, view });
  let filled: ModalView | Refusal;
  try {
    filled = await fill();
  } catch (error) {
    await show(problemModal(title, troubleNotice())).catch(() => {});
    throw error;
  }
  await show(isRefusal(filled) ? problemModal(title, refusalSentence(filled)) : filled);
}
