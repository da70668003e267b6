import { Icon } from '../parts/icon.tsx';
import { usePage } from '../store/context.ts';
import { ActAs } from './act-as.tsx';
import { DrawerButton } from './drawer-button.tsx';
import { ThemeSwitch } from './theme-switch.tsx';
import type { Drawer } from './use-drawer.ts';

/** The bar above everything: the channels on a narrow screen, who one is, behind the scenes, help, light or dark. */
export function TopBar({ onHelp, drawer }: { onHelp: () => void; drawer: Drawer }) {
  const { place, state, go } = usePage();
  const isOpen = place.look !== '';
  return (
    <div className="top-bar" data-region>
      <DrawerButton drawer={drawer} />
      <ActAs />
      <div className="top-tools">
        <button
          type="button"
          className={state.troubles.length > 0 ? 'top-button top-button-marked' : 'top-button'}
          aria-label="Behind the scenes"
          aria-pressed={isOpen}
          title="Behind the scenes: what goes over the wire, and how to make trouble"
          onClick={() => go({ look: isOpen ? '' : 'wire' })}
        >
          <Icon name="pulse" />
        </button>
        <button
          type="button"
          className="top-button"
          aria-label="What can I try here?"
          title="What can I try here?"
          onClick={onHelp}
        >
          <Icon name="help" />
        </button>
        <ThemeSwitch />
      </div>
    </div>
  );
}
