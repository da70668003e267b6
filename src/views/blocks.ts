import type {
  ActionsBlock,
  Button,
  DividerBlock,
  HeaderBlock,
  InputBlock,
  PlainTextElement,
  PlainTextOption,
  RichTextBlock,
  RichTextBlockElement,
} from '@slack/types';
import { clip } from '../domain/text.ts';
import type { ActionId, Place } from './ids.ts';
import { line, oneLine, webAddress, words } from './rich-text.ts';

/** Words without markup or emoji codes; never empty, since Slack refuses an empty text. */
export function plain(text: string, maxChars: number): PlainTextElement {
  return { type: 'plain_text', text: clip(text, maxChars).trim() || '–', emoji: false };
}

/** A heading. */
export function header(text: string): HeaderBlock {
  return { type: 'header', text: plain(oneLine(text, 150), 150) };
}

/** A thin rule between two parts. */
export function divider(): DividerBlock {
  return { type: 'divider' };
}

/** Lines, quotes and lists; parts without content are left out, since Slack refuses them. */
export function richText(...parts: RichTextBlockElement[]): RichTextBlock {
  const filled = parts.filter((part) => part.elements.length > 0);
  return { type: 'rich_text', elements: filled.length > 0 ? filled : [line(words('–'))] };
}

/** Buttons in a row; at most 5, so that a phone shows them all. */
export function actions(...buttons: (Button | undefined)[]): ActionsBlock[] {
  const elements = buttons.filter((one) => one !== undefined).slice(0, 5);
  return elements.length > 0 ? [{ type: 'actions', elements }] : [];
}

export type ButtonLook = { style?: 'primary' | 'danger'; aloud?: string };

/** A button that sends the id of its row; `aloud` is said by screen readers where the label alone is too short. */
export function button(id: { actionId: ActionId; label: string }, rowId: number, look: ButtonLook = {}): Button {
  return {
    type: 'button',
    action_id: id.actionId,
    text: plain(id.label, 75),
    value: String(rowId),
    ...(look.style && { style: look.style }),
    ...(look.aloud && { accessibility_label: clip(look.aloud, 75) }),
  };
}

/** A button that opens an address of the web; undefined when the address is no such thing. */
export function linkButton(
  id: { actionId: ActionId; label: string },
  rowId: number,
  url: string | null,
): Button | undefined {
  const safe = webAddress(url);
  return safe ? { ...button(id, rowId), url: safe } : undefined;
}

/** One field of a form. */
export function input(
  field: Place,
  label: string,
  element: InputBlock['element'],
  more: { optional?: boolean; hint?: string } = {},
): InputBlock {
  return {
    type: 'input',
    block_id: field.block,
    label: plain(label, 2000),
    element: { ...element, action_id: field.action },
    optional: more.optional ?? false,
    ...(more.hint && { hint: plain(more.hint, 2000) }),
  };
}

/** One thing to choose; Slack takes at most 75 characters of each text. */
export function option(value: string, label: string, description?: string): PlainTextOption {
  return { value, text: plain(label, 75), ...(description && { description: plain(description, 75) }) };
}
