import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { ElementProps } from '../element-view.tsx';
import { flag, num, obj, str, strings, textOf } from '../read.ts';
import { useHeld, useSurface } from '../surface.ts';

const TYPING_MS = 600;
const MODES: Record<string, 'decimal' | 'url' | 'email' | undefined> = {
  number_input: 'decimal',
  url_text_input: 'url',
  email_text_input: 'email',
};

/** Every input one writes into: text in one line or many, a number, an address. */
export function TextInputElement({ field, ...target }: ElementProps) {
  const surface = useSurface();
  const { element, dispatch } = target;
  const type = str(element.type);
  const value = str(useHeld(target)?.value);
  const typing = useRef<ReturnType<typeof setTimeout>>(undefined);
  const own = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const triggers = strings(obj(element.dispatch_action_config)?.trigger_actions_on);
  const onTyping = dispatch && triggers.includes('on_character_entered');
  const onEnter = dispatch && (triggers.length === 0 || triggers.includes('on_enter_pressed'));
  const multiline = flag(element.multiline);

  useEffect(() => {
    if (flag(element.focus_on_load)) own.current?.focus();
    return () => clearTimeout(typing.current);
  }, [element.focus_on_load]);

  const write = (text: string, tell: boolean) =>
    surface.change({ ...target, dispatch: tell }, { type, value: text === '' ? null : text });
  const change = (text: string) => {
    write(text, false);
    if (!onTyping) return;
    clearTimeout(typing.current);
    typing.current = setTimeout(() => write(text, true), TYPING_MS);
  };
  const keyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || multiline || !onEnter) return;
    event.preventDefault();
    write(value, true);
  };

  const shared = {
    ref: own,
    id: field?.id,
    className: 'text-input',
    value,
    placeholder: textOf(element.placeholder) || undefined,
    'aria-labelledby': field?.labelId,
    'aria-label': field ? undefined : textOf(element.placeholder) || 'Text',
    'aria-describedby': field?.describedBy,
    'aria-invalid': field?.invalid || undefined,
    'aria-required': field?.required || undefined,
    autoComplete: 'off',
    'data-focus-on-load': flag(element.focus_on_load) || undefined,
  };
  return (
    <div className="text-input-wrap">
      {multiline ? (
        <textarea {...shared} rows={4} onChange={(event) => change(event.target.value)} />
      ) : (
        <input
          {...shared}
          type="text"
          inputMode={MODES[type]}
          onChange={(event) => change(event.target.value)}
          onKeyDown={keyDown}
        />
      )}
      <Counter value={value} max={type === 'plain_text_input' ? num(element.max_length) : null} multiline={multiline} />
    </div>
  );
}

/** How many characters are left, red when there are too many. */
function Counter({ value, max, multiline }: { value: string; max: number | null; multiline: boolean }) {
  if (max === null) return null;
  const left = max - [...value].length;
  return (
    <span className={`counter${multiline ? ' counter-low' : ''}${left < 0 ? ' counter-over' : ''}`}>
      {left}
      <span className="visually-hidden"> characters left</span>
    </span>
  );
}
