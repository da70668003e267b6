import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { PracticeChannel, PracticeMessage } from '../../wire.ts';
import { Icon } from '../parts/icon.tsx';
import { compareTs } from '../store/apply-event.ts';
import { usePage } from '../store/context.ts';
import { channelTitle } from './channel-title.ts';
import { Composer } from './composer.tsx';
import { Message } from './message.tsx';

type Props = {
  channel: PracticeChannel;
  rootTs: string;
  onDismiss: (message: PracticeMessage) => void;
  isDismissed: (message: PracticeMessage) => boolean;
};

/** The thread at the right: its first message, the replies, and a place to answer. */
export function ThreadPane({ channel, rootTs, onDismiss, isDismissed }: Props) {
  const { state, go } = usePage();
  const own = useRef<HTMLElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const inThread = state.messages.filter(
    (each) => each.channel === channel.id && (each.ts === rootTs || each.threadTs === rootTs) && !isDismissed(each),
  );
  const root = inThread.find((each) => each.ts === rootTs);
  const replies = inThread.filter((each) => each.ts !== rootTs).sort((a, b) => compareTs(a.ts, b.ts));
  const last = replies.at(-1)?.ts;
  const close = () => {
    go({ thread: '' });
    document.querySelector<HTMLElement>(`.message-scroll [data-ts="${CSS.escape(rootTs)}"]`)?.focus();
  };
  const keyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) close();
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new reply is what moves the view
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'nearest' });
  }, [last]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another thread is what moves the focus
  useEffect(() => {
    if (document.activeElement?.closest('.message')) own.current?.querySelector('textarea')?.focus();
  }, [rootTs]);

  return (
    <aside ref={own} className="thread-pane" aria-label="Thread" data-region onKeyDown={keyDown}>
      <header className="pane-head">
        <h2>Thread</h2>
        <span className="pane-sub">{channelTitle(channel, state)}</span>
        <button type="button" className="icon-button" aria-label="Close thread" onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <div className="thread-scroll">
        <ul className="messages">
          {root ? (
            <Message message={root} compact={false} inThread onDismiss={onDismiss} />
          ) : (
            <li className="hint">The first message of this thread is gone.</li>
          )}
          {replies.length > 0 ? (
            <li className="thread-divider">
              {replies.length} {replies.length === 1 ? 'reply' : 'replies'}
            </li>
          ) : null}
          {replies.map((message) => (
            <Message key={message.ts} message={message} compact={false} inThread onDismiss={onDismiss} />
          ))}
        </ul>
        <div ref={end} />
      </div>
      {channel.isArchived ? null : (
        <Composer key={`${state.me}-${rootTs}`} channel={channel} threadTs={rootTs} placeholder="Reply…" />
      )}
    </aside>
  );
}
