import { z } from 'zod';

/** A string of `min` to `max` code points, as Slack counts. */
export function limited(max: number, min = 1) {
  return z.string().check(({ value, issues }) => {
    const length = [...value].length;
    if (length > max) issues.push({ code: 'too_big', origin: 'string', maximum: max, input: value });
    if (length < min) issues.push({ code: 'too_small', origin: 'string', minimum: min, input: value });
  });
}

/** A plain_text object. */
export function plainText(max: number) {
  return z.strictObject({ type: z.literal('plain_text'), text: limited(max), emoji: z.boolean().optional() });
}

/** A mrkdwn object. */
export function mrkdwn(max: number) {
  return z.strictObject({ type: z.literal('mrkdwn'), text: limited(max), verbatim: z.boolean().optional() });
}

/** Either text object. */
export function anyText(max: number) {
  return z.discriminatedUnion('type', [plainText(max), mrkdwn(max)]);
}

/** An address of up to 3000 characters. */
export const address = limited(3000).refine((text) => URL.canParse(text), 'must be a valid URL');

/** block_id, action_id, callback_id and external_id. */
export const identifier = limited(255);

/** The accessible name of a button. */
export const accessibleName = limited(75).optional();
