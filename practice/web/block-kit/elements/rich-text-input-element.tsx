import { useState } from 'react';
import type { ElementProps } from '../element-view.tsx';
import { textOf } from '../read.ts';
import { useSurface } from '../surface.ts';

/** A rich text input in its plainest form: what is written goes out as one section of text. */
export function RichTextInputElement({ field, ...target }: ElementProps) {
  const surface = useSurface();
  const [text, setText] = useState('');
  const change = (next: string) => {
    setText(next);
    const section = { type: 'rich_text_section', elements: [{ type: 'text', text: next }] };
    const value = next === '' ? null : { type: 'rich_text', elements: [section] };
    surface.change({ ...target, dispatch: false }, { type: 'rich_text_input', rich_text_value: value });
  };
  return (
    <textarea
      id={field?.id}
      className="text-input"
      rows={4}
      value={text}
      placeholder={textOf(target.element.placeholder) || undefined}
      aria-labelledby={field?.labelId}
      aria-describedby={field?.describedBy}
      aria-invalid={field?.invalid || undefined}
      onChange={(event) => change(event.target.value)}
    />
  );
}
