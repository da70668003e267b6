import { type KeyboardEvent, useEffect } from 'react';
import type { PracticeChannel, PracticeMessage } from '../../wire.ts';
import { Blocks } from '../block-kit/blocks.tsx';
import { SurfaceContext, useBlockSurface } from '../block-kit/surface.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Lamp } from '../parts/lamp.tsx';
import { useDirectory, usePage } from '../store/context.ts';
import { Conversation } from './channel-pane.tsx';

type Props = {
  channel: PracticeChannel | undefined;
  newSince: string | null;
  onDismiss: (message: PracticeMessage) => void;
  isDismissed: (message: PracticeMessage) => boolean;
};

const TABS = [
  { tab: 'home', label: 'Home' },
  { tab: 'messages', label: 'Messages' },
] as const;

/** The app itself: its Home tab, and the conversation with it. */
export function AppPane({ channel, ...rest }: Props) {
  const { state, place, go } = usePage();
  const { people } = useDirectory();
  const bot = people.get(state.bot);
  const move = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    go({ tab: place.tab === 'home' ? 'messages' : 'home', thread: '' });
    const tabs = event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]');
    tabs[place.tab === 'home' ? 1 : 0]?.focus();
  };
  return (
    <>
      <header className="pane-head pane-head-app">
        <h1>
          <Avatar person={bot} size={24} />
          {bot?.name ?? 'Porchlight'}
          <span className="badge">APP</span>
        </h1>
      </header>
      <div className="tabs" role="tablist" aria-label="Porchlight" onKeyDown={move}>
        {TABS.map(({ tab, label }) => (
          <button
            key={tab}
            type="button"
            role="tab"
            id={`app-tab-${tab}`}
            aria-selected={place.tab === tab}
            aria-controls="app-panel"
            tabIndex={place.tab === tab ? 0 : -1}
            onClick={() => go({ tab, thread: '' })}
          >
            {label}
          </button>
        ))}
      </div>
      <div className="app-panel" role="tabpanel" id="app-panel" aria-labelledby={`app-tab-${place.tab}`}>
        {place.tab === 'home' ? (
          <HomeTab />
        ) : channel ? (
          <Conversation channel={channel} {...rest} />
        ) : (
          <div className="home-empty">
            <Lamp size={64} />
            <p>Porchlight has not written to you yet. Reminders and private answers will arrive here.</p>
          </div>
        )}
      </div>
    </>
  );
}

function HomeTab() {
  const { state, act } = usePage();
  const { me, home } = state;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another person opens their own Home
  useEffect(() => {
    act({ act: 'open_home' });
  }, [act, me]);

  const blocks = home?.blocks ?? [];
  const surface = useBlockSurface('home', `home-${home?.id}`, { viewId: home?.id ?? '' }, blocks);
  if (!home) {
    return (
      <div className="home-empty">
        <Lamp size={64} />
        <p>
          {state.botOnline ? 'Porchlight is drawing this page…' : 'Porchlight draws this page when it is connected.'}
        </p>
      </div>
    );
  }
  return (
    <div className="home-scroll">
      <div className="home">
        <SurfaceContext value={surface}>
          <Blocks blocks={blocks} />
        </SurfaceContext>
      </div>
    </div>
  );
}
