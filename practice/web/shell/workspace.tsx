import { useCallback, useEffect, useState } from 'react';
import type { PracticeMessage } from '../../wire.ts';
import { BehindPane } from '../behind/behind-pane.tsx';
import { TroubleStrip } from '../behind/trouble-strip.tsx';
import { AppPane } from '../messages/app-pane.tsx';
import { ChannelPane } from '../messages/channel-pane.tsx';
import { channelTitle, isBotDm } from '../messages/channel-title.ts';
import { ThreadPane } from '../messages/thread-pane.tsx';
import { ModalStack } from '../modals/modal-stack.tsx';
import { ThreadNewsContext, usePage } from '../store/context.ts';
import { useReadMarks } from '../store/use-read-marks.ts';
import { useStored } from '../store/use-stored.ts';
import { Banner } from './banner.tsx';
import { Help } from './help.tsx';
import { News } from './news.tsx';
import { APP, Sidebar } from './sidebar.tsx';
import { TopBar } from './top-bar.tsx';
import { useDrawer } from './use-drawer.ts';
import { useRegions } from './use-regions.ts';

/** The workspace: bar, sidebar, the pane in the middle, a thread at the right, modals above. */
export function Workspace({ live }: { live: boolean }) {
  const { state, place, act } = usePage();
  const [helped, setHelped] = useStored('porchlight.practice.helped', false);
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  const botDm = state.channels.find((each) => isBotDm(each, state));
  const inApp = place.channel === APP || place.channel === botDm?.id;
  const channel = inApp
    ? botDm
    : (state.channels.find((each) => each.id === place.channel) ?? firstChannel(state.channels));
  const reading = inApp && place.tab === 'home' ? '' : (channel?.id ?? '');
  const { unread, threadNews, newSince } = useReadMarks(state, reading, place.thread);

  const onDismiss = useCallback(
    (message: PracticeMessage) => {
      setDismissed((all) => new Set(all).add(keyOf(message)));
      act({ act: 'delete', channel: message.channel, ts: message.ts });
    },
    [act],
  );
  const isDismissed = useCallback((message: PracticeMessage) => dismissed.has(keyOf(message)), [dismissed]);
  const waiting = Object.values(unread).reduce((sum, count) => sum + count, 0);
  const drawer = useDrawer(waiting);
  useRegions();
  const name = inApp ? 'Porchlight' : channel ? channelTitle(channel, state) : '';
  useEffect(() => {
    document.title = `${waiting > 0 ? `(${waiting}) ` : ''}${name} - ${state.team.name} - Porchlight practice`;
  }, [waiting, name, state.team.name]);

  const pane = { newSince, onDismiss, isDismissed };
  const covered = state.modals.length > 0 || !helped;

  return (
    <>
      <div className={drawer.isOpen ? 'app app-drawer' : 'app'} inert={covered}>
        <TopBar onHelp={() => setHelped(false)} drawer={drawer} />
        <Sidebar unread={unread} current={inApp ? APP : (channel?.id ?? '')} />
        {drawer.isOpen ? <div className="drawer-cover" onPointerDown={drawer.close} /> : null}
        <main className="main" inert={drawer.isOpen}>
          <Banner live={live} />
          <TroubleStrip />
          <div className="panes">
            <ThreadNewsContext value={threadNews}>
              <div className="pane">
                {inApp ? (
                  <AppPane key={state.me} channel={botDm} {...pane} />
                ) : channel ? (
                  <ChannelPane channel={channel} {...pane} />
                ) : (
                  <p className="hint">You are in no channel yet.</p>
                )}
              </div>
            </ThreadNewsContext>
            {place.thread && channel && reading ? (
              <ThreadPane channel={channel} rootTs={place.thread} onDismiss={onDismiss} isDismissed={isDismissed} />
            ) : null}
            {place.look ? <BehindPane /> : null}
          </div>
        </main>
        <News key={state.me} />
      </div>
      <ModalStack />
      {helped || state.modals.length > 0 ? null : <Help onClose={() => setHelped(true)} />}
    </>
  );
}

function firstChannel<C extends { isDm: boolean; isArchived: boolean }>(channels: C[]): C | undefined {
  return channels.find((each) => !each.isDm && !each.isArchived) ?? channels[0];
}

function keyOf(message: PracticeMessage): string {
  return `${message.channel}/${message.ts}`;
}
