import type { ComponentType } from 'react';
import { ButtonElement } from './elements/button-element.tsx';
import { ChoiceElement } from './elements/choice-element.tsx';
import { DateElement } from './elements/date-element.tsx';
import { ImageElement } from './elements/image-element.tsx';
import { OverflowElement } from './elements/overflow-element.tsx';
import { RichTextInputElement } from './elements/rich-text-input-element.tsx';
import { MultiSelectElement, SelectElement } from './elements/select-element.tsx';
import { TextInputElement } from './elements/text-input-element.tsx';
import { type Obj, str } from './read.ts';
import type { Target } from './surface.ts';

/** The DOM side of an input's label, hint and error. */
export type Field = { id: string; labelId: string; describedBy?: string; invalid: boolean; required: boolean };

export type ElementProps = Target & { field?: Field };

const KINDS: Record<string, ComponentType<ElementProps>> = {
  button: ButtonElement,
  workflow_button: ButtonElement,
  overflow: OverflowElement,
  image: ({ element }) => <ImageElement element={element} size="accessory" />,
  static_select: SelectElement,
  users_select: SelectElement,
  channels_select: SelectElement,
  conversations_select: SelectElement,
  multi_static_select: MultiSelectElement,
  multi_users_select: MultiSelectElement,
  multi_channels_select: MultiSelectElement,
  multi_conversations_select: MultiSelectElement,
  radio_buttons: ChoiceElement,
  checkboxes: ChoiceElement,
  plain_text_input: TextInputElement,
  number_input: TextInputElement,
  url_text_input: TextInputElement,
  email_text_input: TextInputElement,
  rich_text_input: RichTextInputElement,
  datepicker: DateElement,
  timepicker: DateElement,
  datetimepicker: DateElement,
};

/** Draws one element by its type; an unknown one is named honestly. */
export function ElementView(props: ElementProps) {
  const type = str((props.element as Obj).type);
  const Kind = KINDS[type];
  if (Kind) return <Kind {...props} />;
  return (
    <span className="placeholder">
      A <code>{type}</code>: Slack draws this, the practice page does not.
    </span>
  );
}
