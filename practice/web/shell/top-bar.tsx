import { Icon } from '../parts/icon.tsx';
import { ActAs } from './act-as.tsx';
import { ThemeSwitch } from './theme-switch.tsx';

/** The bar above everything: who one is, help, and light or dark. */
export function TopBar({ onHelp }: { onHelp: () => void }) {
  return (
    <div className="top-bar">
      <ActAs />
      <div className="top-tools">
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
