import { type KeyboardEvent, useRef, useState } from 'react';
import type { PracticeMessage } from '../../wire.ts';
import { EmojiMark } from '../emoji/emoji-mark.tsx';
import { EmojiPicker } from '../emoji/emoji-picker.tsx';
import { emojiWords } from '../emoji/names.ts';
import { Icon } from '../parts/icon.tsx';
import { usePage } from '../store/context.ts';
import { MoreActions } from './more-actions.tsx';

type Props = {
  message: PracticeMessage;
  inThread: boolean;
  /** Keeps the toolbar in sight while its picker is open. */
  onHold: (held: boolean) => void;
};

const QUICK = ['white_check_mark', 'eyes', 'raised_hands'];

/** What one may do with a message: react, answer in its thread, and more in a menu. */
export function Toolbar({ message, inThread, onHold }: Props) {
  const { act, go } = usePage();
  const [picking, setPicking] = useState(false);
  const picker = useRef<HTMLButtonElement>(null);
  const { channel, ts } = message;
  const react = (name: string) => act({ act: 'react', channel, ts, name, on: true });
  const hold = (open: boolean) => {
    setPicking(open);
    onHold(open);
  };
  return (
    <div className="toolbar" role="toolbar" aria-label="Message actions" onKeyDown={moveInToolbar}>
      {QUICK.map((name, index) => (
        <button
          key={name}
          type="button"
          tabIndex={index === 0 ? 0 : -1}
          aria-label={`React with ${emojiWords(name)}`}
          title={emojiWords(name)}
          onClick={() => react(name)}
        >
          <EmojiMark name={name} />
        </button>
      ))}
      <button
        ref={picker}
        type="button"
        tabIndex={-1}
        aria-label="Add reaction…"
        title="Add reaction…"
        aria-expanded={picking}
        onClick={() => hold(!picking)}
      >
        <Icon name="smile" />
      </button>
      {inThread ? null : (
        <button
          type="button"
          tabIndex={-1}
          aria-label="Reply in thread"
          title="Reply in thread"
          onClick={() => go({ thread: ts })}
        >
          <Icon name="reply" />
        </button>
      )}
      <MoreActions message={message} onHold={onHold} />
      {picking ? <EmojiPicker anchor={picker} onClose={() => hold(false)} onPick={react} /> : null}
    </div>
  );
}

/** One stop for Tab; the arrows go from button to button. */
function moveInToolbar(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button')];
  const at = buttons.indexOf(document.activeElement as HTMLElement);
  if (at >= 0) buttons[(at + step + buttons.length) % buttons.length]?.focus();
}
