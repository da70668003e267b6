import { useEffect, useSyncExternalStore } from 'react';
import { Icon } from '../parts/icon.tsx';
import { useStored } from '../store/use-stored.ts';

const dark = window.matchMedia('(prefers-color-scheme: dark)');

function subscribe(listener: () => void): () => void {
  dark.addEventListener('change', listener);
  return () => dark.removeEventListener('change', listener);
}

/** Light or dark: as the system says until somebody presses here. */
export function ThemeSwitch() {
  const [chosen, choose] = useStored<'light' | 'dark' | ''>('porchlight.practice.theme', '');
  const system = useSyncExternalStore(subscribe, () => (dark.matches ? 'dark' : 'light'));
  const theme = chosen || system;
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  const other = theme === 'dark' ? 'light' : 'dark';
  return (
    <button
      type="button"
      className="top-button"
      aria-label={`Switch to ${other} colours`}
      title={`Switch to ${other} colours`}
      onClick={() => choose(other === system ? '' : other)}
    >
      <Icon name={theme === 'dark' ? 'sun' : 'moon'} />
    </button>
  );
}
