import { Icon } from '../parts/icon.tsx';
import type { Drawer } from './use-drawer.ts';

/** Opens the channels on a narrow screen; it says how much is unread there. */
export function DrawerButton({ drawer }: { drawer: Drawer }) {
  const { isOpen, waiting, button, toggle } = drawer;
  const label = waiting > 0 ? `Channels, ${waiting} unread` : 'Channels';
  return (
    <button
      ref={button}
      type="button"
      className={waiting > 0 ? 'top-button top-button-marked drawer-button' : 'top-button drawer-button'}
      aria-label={label}
      aria-expanded={isOpen}
      aria-controls="channels"
      title={label}
      onClick={toggle}
    >
      <Icon name="menu" size={20} />
    </button>
  );
}
