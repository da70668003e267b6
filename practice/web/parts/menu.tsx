import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useDismiss } from './use-dismiss.ts';
import { usePopover } from './use-popover.ts';

export type MenuItem = { key: string; label: ReactNode; description?: string; run: () => void; danger?: boolean };

type Props = {
  id: string;
  label: string;
  anchor: RefObject<HTMLElement | null>;
  items: MenuItem[];
  onClose: () => void;
};

/** A menu under its button: arrows move, Enter runs, Escape closes and gives the focus back. */
export function Menu({ id, label, anchor, items, onClose }: Props) {
  const own = useRef<HTMLDivElement>(null);
  const style = usePopover(anchor, { height: 320, width: 240 });
  const close = () => {
    anchor.current?.focus();
    onClose();
  };
  useDismiss(close, own, anchor);
  useEffect(() => {
    own.current?.querySelector('button')?.focus();
  }, []);

  const move = (event: KeyboardEvent) => {
    const buttons = [...(own.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (event.key === 'Tab') close();
    if (next === undefined) return;
    event.preventDefault();
    buttons.at(next % buttons.length)?.focus();
  };

  return createPortal(
    <div
      ref={own}
      id={id}
      role="menu"
      tabIndex={-1}
      aria-label={label}
      className="popover menu"
      style={style}
      onKeyDown={move}
    >
      {items.map((item) => (
        <button
          key={item.key}
          type="button"
          role="menuitem"
          tabIndex={-1}
          className={item.danger ? 'menu-item menu-item-danger' : 'menu-item'}
          onClick={() => {
            close();
            item.run();
          }}
        >
          {item.label}
          {item.description ? <span className="menu-description">{item.description}</span> : null}
        </button>
      ))}
    </div>,
    document.body,
  );
}
