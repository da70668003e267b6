import { useId, useRef, useState } from 'react';
import type { PracticeMessage } from '../../wire.ts';
import { Icon } from '../parts/icon.tsx';
import { Menu, type MenuItem } from '../parts/menu.tsx';
import { useDirectory, usePage } from '../store/context.ts';

type Props = { message: PracticeMessage; onHold: (held: boolean) => void };

/** The rest of what one may do with a message: the app's shortcuts, its link, and deleting it. */
export function MoreActions({ message, onHold }: Props) {
  const { state, act, ask, notify } = usePage();
  const { me, people } = useDirectory();
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const id = useId();
  const { channel, ts } = message;
  const show = (isOpen: boolean) => {
    setOpen(isOpen);
    onHold(isOpen);
  };
  const isOwn = message.user === me;
  const remove = async () => {
    const sure = await ask({
      title: 'Delete message',
      text: { type: 'plain_text', text: 'Are you sure you want to delete this message? This cannot be undone.' },
      confirm: 'Delete',
      deny: 'Cancel',
      danger: true,
    });
    if (sure) act({ act: 'delete', channel, ts });
  };
  const copyLink = async () => {
    const link = `${location.origin}/archives/${channel}/p${ts.replace('.', '')}`;
    const isCopied = await navigator.clipboard.writeText(link).then(
      () => true,
      () => false,
    );
    notify(isCopied ? 'The link to this message is copied.' : `The link to this message is ${link}`);
  };
  const shortcuts = state.shortcuts.filter((each) => each.type === 'message');
  const items: MenuItem[] = shortcuts.map(({ callbackId, name, description }) => ({
    key: callbackId,
    label: name,
    description,
    run: () => act({ act: 'message_shortcut', callbackId, channel, ts }),
  }));
  items.push({ key: 'link', label: 'Copy link', run: copyLink });
  if (isOwn || people.get(me)?.isAdmin) {
    const label = isOwn ? 'Delete message…' : 'Delete message as an admin…';
    items.push({ key: 'delete', label, run: remove, danger: true });
  }
  return (
    <>
      <button
        ref={anchor}
        type="button"
        tabIndex={-1}
        aria-label="More actions…"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        title="More actions…"
        onClick={() => show(!open)}
      >
        <Icon name="more" />
      </button>
      {open ? <Menu id={id} label="Message actions" anchor={anchor} onClose={() => show(false)} items={items} /> : null}
    </>
  );
}
