import type { AllMiddlewareArgs } from '@slack/bolt';
import type { ModalView } from '@slack/types';

/** What Slack said of a modal that was drawn. */
export type Drawn = { view?: { id?: string; hash?: string } };

/** The person closed the modal, or something else was drawn there meanwhile. */
const GONE = ['not_found', 'hash_conflict'];

/** Opens a modal; undefined when the same press, told twice, has opened it already. */
export async function openOnce(
  client: AllMiddlewareArgs['client'],
  triggerId: string,
  view: ModalView,
): Promise<Drawn | undefined> {
  try {
    return await client.views.open({ trigger_id: triggerId, view });
  } catch (error) {
    if (errorOf(error) === 'exchanged_trigger_id') return undefined;
    throw error;
  }
}

/** Draws a modal anew, with `hash` only over what bears it. Undefined when there is nothing to draw on any more. */
export async function redraw(
  client: AllMiddlewareArgs['client'],
  at: { view_id: string; hash?: string | undefined },
  view: ModalView,
): Promise<Drawn | undefined> {
  try {
    return await client.views.update({ ...at, view });
  } catch (error) {
    if (GONE.includes(errorOf(error))) return undefined;
    throw error;
  }
}

/** Slack's own word for what went wrong. */
function errorOf(error: unknown): string {
  return String((error as { data?: { error?: unknown } }).data?.error);
}
