import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useDismiss } from '../parts/use-dismiss.ts';
import { usePopover } from '../parts/use-popover.ts';
import { type EmojiEntry, emojiWords, findEmoji } from './names.ts';

type Props = { anchor: RefObject<HTMLElement | null>; onPick: (name: string) => void; onClose: () => void };

const COLUMNS = 9;

/** Emoji to choose from, with a search; arrows move through the grid. */
export function EmojiPicker({ anchor, onPick, onClose }: Props) {
  const [search, setSearch] = useState('');
  const [seen, setSeen] = useState<EmojiEntry | null>(null);
  const own = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const style = usePopover(anchor, { width: 352, height: 380 });
  const found = findEmoji(search);
  const close = () => {
    anchor.current?.focus();
    onClose();
  };
  useDismiss(close, own, anchor);
  useEffect(() => {
    input.current?.focus();
  }, []);

  const pick = (entry: EmojiEntry | undefined) => {
    if (!entry) return;
    close();
    onPick(entry.name);
  };
  const keyDown = (event: KeyboardEvent) => {
    const buttons = [...(own.current?.querySelectorAll<HTMLElement>('.emoji-choice') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: COLUMNS, ArrowUp: -COLUMNS };
    const step = steps[event.key];
    if (event.key === 'Enter' && at < 0) pick(found[0]);
    if (!step || (at < 0 && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    const next = at < 0 ? 0 : at + step;
    if (next < 0) input.current?.focus();
    else buttons[next]?.focus();
  };

  return createPortal(
    <div ref={own} className="popover emoji-picker" style={style} role="dialog" aria-label="Emoji" onKeyDown={keyDown}>
      <input
        ref={input}
        className="text-input emoji-search"
        placeholder="Search all emoji"
        aria-label="Search all emoji"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <div className="emoji-scroll">
        {found.length === 0 ? <p className="option-none">No emoji of that name here.</p> : null}
        {groupsOf(found).map(([group, entries]) => (
          <section key={group}>
            <h3 className="emoji-group">{group}</h3>
            <div className="emoji-grid">
              {entries.map((entry) => (
                <button
                  key={entry.name}
                  type="button"
                  className="emoji-choice"
                  aria-label={emojiWords(entry.name)}
                  onClick={() => pick(entry)}
                  onFocus={() => setSeen(entry)}
                  onMouseEnter={() => setSeen(entry)}
                >
                  {entry.char}
                </button>
              ))}
            </div>
          </section>
        ))}
      </div>
      <div className="emoji-seen" aria-hidden="true">
        {seen ? (
          <>
            <span className="emoji-large">{seen.char}</span> :{seen.name}:
          </>
        ) : (
          'Pick an emoji'
        )}
      </div>
    </div>,
    document.body,
  );
}

function groupsOf(entries: EmojiEntry[]): [string, EmojiEntry[]][] {
  const groups = new Map<string, EmojiEntry[]>();
  for (const entry of entries) groups.set(entry.group, [...(groups.get(entry.group) ?? []), entry]);
  return [...groups];
}
