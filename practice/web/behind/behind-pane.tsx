import type { KeyboardEvent } from 'react';
import { Icon } from '../parts/icon.tsx';
import { usePage } from '../store/context.ts';
import { TroublePanel } from './trouble-panel.tsx';
import { WirePanel } from './wire-panel.tsx';

const TABS = [
  { look: 'wire', label: 'On the wire' },
  { look: 'trouble', label: 'Make trouble' },
] as const;

/** Behind the scenes, at the right: what goes over the wire, and the switchboard. */
export function BehindPane() {
  const { place, go } = usePage();
  const keyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) go({ look: '' });
  };
  const move = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const other = place.look === 'wire' ? 'trouble' : 'wire';
    go({ look: other });
    document.getElementById(`behind-tab-${other}`)?.focus();
  };
  return (
    <aside className="behind-pane" aria-label="Behind the scenes" data-region onKeyDown={keyDown}>
      <header className="pane-head pane-head-app">
        <h2>Behind the scenes</h2>
        <button type="button" className="icon-button" aria-label="Close" onClick={() => go({ look: '' })}>
          <Icon name="close" />
        </button>
      </header>
      <div className="tabs" role="tablist" aria-label="Behind the scenes" onKeyDown={move}>
        {TABS.map(({ look, label }) => (
          <button
            key={look}
            type="button"
            role="tab"
            id={`behind-tab-${look}`}
            aria-selected={place.look === look}
            aria-controls="behind-panel"
            tabIndex={place.look === look ? 0 : -1}
            onClick={() => go({ look })}
          >
            {label}
          </button>
        ))}
      </div>
      <div className="app-panel" role="tabpanel" id="behind-panel" aria-labelledby={`behind-tab-${place.look}`}>
        {place.look === 'wire' ? <WirePanel /> : <TroublePanel />}
      </div>
    </aside>
  );
}
