import { z } from 'zod';
import { limited, plainText } from './text.ts';

const shared = {
  blocks: z.array(z.unknown()),
  private_metadata: limited(3000, 0).optional(),
  callback_id: limited(255, 0).optional(),
  external_id: limited(255, 0).optional(),
};

/** The frame of a modal; its blocks are judged apart. */
export const modal = z.strictObject({
  type: z.literal('modal'),
  ...shared,
  title: plainText(24),
  submit: plainText(24).nullable().optional(),
  close: plainText(24).nullable().optional(),
  clear_on_close: z.boolean().optional(),
  notify_on_close: z.boolean().optional(),
});

/** The frame of a Home tab. */
export const home = z.strictObject({ type: z.literal('home'), ...shared });

/** A modal with an input must have a button to submit it. */
export function needsSubmit({ type, submit, blocks }: Record<string, unknown>): boolean {
  const hasInput = (blocks as { type: string }[]).some((block) => block.type === 'input');
  return type === 'modal' && hasInput && !submit;
}
