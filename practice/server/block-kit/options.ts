/** Composition objects: options, their groups, and the confirmation dialog. */
import { z } from 'zod';
import { address, anyText, limited, plainText } from './text.ts';

/** The documentation allows 150, Slack's own types 75: the lower figure holds. */
const MAX_OPTION_VALUE = 75;

const shared = { value: limited(MAX_OPTION_VALUE), description: plainText(75).optional() };

/** The options of menus. */
export const option = z.strictObject({ ...shared, text: plainText(75) });

/** The options of overflow menus, which may be links. */
export const linkOption = z.strictObject({ ...shared, text: plainText(75), url: address.optional() });

/** The options of checkboxes and radio buttons, which may have mrkdwn. */
export const richOption = z.strictObject({ ...shared, text: anyText(75), description: anyText(75).optional() });

const group = z.strictObject({ label: plainText(75), options: z.array(option).min(1).max(100) });

const options = z.array(option).min(1).max(100).optional();

/** What a static menu chooses from. */
export const choices = { options, option_groups: z.array(group).min(1).max(100).optional() };

export const style = z.enum(['primary', 'danger']).optional();

/** The dialog before an act is done. */
export const confirm = z
  .strictObject({
    title: plainText(100),
    text: anyText(300),
    confirm: plainText(30).optional(),
    deny: plainText(30).optional(),
    style,
  })
  .optional();

type Choice = { options?: unknown[]; option_groups?: { options: unknown[] }[] };

/** Every option a menu offers. */
export function offered({ options: list = [], option_groups = [] }: Choice): unknown[] {
  return [...list, ...option_groups.flatMap((one) => one.options)];
}

/** Is what was chosen at first among what is offered? Slack compares the whole option. */
export function isOffered(choice: Choice, chosen: unknown): boolean {
  const key = (one: unknown) => {
    const { value, text } = one as { value?: string; text?: { text?: string } };
    return JSON.stringify([value, text?.text]);
  };
  return offered(choice).some((one) => key(one) === key(chosen));
}
