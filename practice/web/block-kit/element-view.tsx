import type { ComponentType } from 'react';
import { ButtonElement } from './elements/button-element.tsx';
import { ChoiceElement } from './elements/choice-element.tsx';
import { DateElement } from './elements/date-element.tsx';
import { ExternalSelectElement } from './elements/external-select-element.tsx';
import { FileInputElement } from './elements/file-input-element.tsx';
import { ImageElement } from './elements/image-element.tsx';
import { OverflowElement } from './elements/overflow-element.tsx';
import { RichTextInputElement } from './elements/rich-text-input-element.tsx';
import { MultiSelectElement, SelectElement } from './elements/select-element.tsx';
import { FeedbackElement, IconButtonElement } from './elements/small-buttons.tsx';
import { TextInputElement } from './elements/text-input-element.tsx';
import { type Obj, str } from './read.ts';
import type { Target } from './surface.ts';

/** The DOM side of an input's label, hint and error. */
export type Field = { id: string; labelId: string; describedBy?: string; invalid: boolean; required: boolean };

export type ElementProps = Target & { field?: Field };

/** Every element that Slack has. */
export const KINDS: Record<string, ComponentType<ElementProps>> = {
  button: ButtonElement,
  workflow_button: ButtonElement,
  overflow: OverflowElement,
  image: ({ element }) => <ImageElement element={element} size="accessory" />,
  static_select: SelectElement,
  external_select: ExternalSelectElement,
  users_select: SelectElement,
  channels_select: SelectElement,
  conversations_select: SelectElement,
  multi_static_select: MultiSelectElement,
  multi_external_select: ExternalSelectElement,
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
  file_input: FileInputElement,
  feedback_buttons: FeedbackElement,
  icon_button: IconButtonElement,
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
