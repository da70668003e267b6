import { useId, useRef, useState } from 'react';
import { EmojiPicker } from '../emoji/emoji-picker.tsx';
import { Icon } from '../parts/icon.tsx';
import { Menu } from '../parts/menu.tsx';
import { usePage } from '../store/context.ts';

type Props = { isEmpty: boolean; inThread: boolean; onInsert: (words: string) => void };

/** The small buttons under what one writes: emoji, mentions, commands, and the app's shortcuts. */
export function ComposerTools({ isEmpty, inThread, onInsert }: Props) {
  const [picking, setPicking] = useState(false);
  const smile = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={smile}
        type="button"
        className="icon-button"
        aria-label="Emoji"
        aria-expanded={picking}
        title="Emoji"
        onClick={() => setPicking(!picking)}
      >
        <Icon name="smile" />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label="Mention somebody"
        title="Mention somebody"
        onClick={() => onInsert('@')}
      >
        <Icon name="at" />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label="Run a command"
        title="Run a command"
        disabled={!isEmpty || inThread}
        onClick={() => onInsert('/')}
      >
        <Icon name="slash" />
      </button>
      {inThread ? null : <ShortcutsButton />}
      {picking ? (
        <EmojiPicker anchor={smile} onClose={() => setPicking(false)} onPick={(name) => onInsert(`:${name}: `)} />
      ) : null}
    </>
  );
}

/** What the app does from anywhere; nothing when it has no such shortcut. */
function ShortcutsButton() {
  const { state, act } = usePage();
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const id = useId();
  const shortcuts = state.shortcuts.filter((each) => each.type === 'global');
  if (shortcuts.length === 0) return null;
  return (
    <>
      <button
        ref={anchor}
        type="button"
        className="icon-button"
        aria-label="Shortcuts"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        title="Shortcuts"
        onClick={() => setOpen(!open)}
      >
        <Icon name="bolt" />
      </button>
      {open ? (
        <Menu
          id={id}
          label="Shortcuts"
          anchor={anchor}
          onClose={() => setOpen(false)}
          items={shortcuts.map(({ callbackId, name, description }) => ({
            key: callbackId,
            label: name,
            description,
            run: () => act({ act: 'shortcut', callbackId }),
          }))}
        />
      ) : null}
    </>
  );
}
