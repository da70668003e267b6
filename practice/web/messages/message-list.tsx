import { Fragment, type KeyboardEvent, type ReactNode } from 'react';
import type { PracticeMessage } from '../../wire.ts';
import { Icon } from '../parts/icon.tsx';
import { usePage } from '../store/context.ts';
import { useNow } from '../store/use-now.ts';
import { daysOf } from './group.ts';
import { Message } from './message.tsx';
import { nextMessage } from './next-message.ts';
import { useScroll } from './use-scroll.ts';

type Props = {
  label: string;
  me: string;
  messages: PracticeMessage[];
  /** The line "New" stands above what came after this ts; null for no line. */
  newSince: string | null;
  /** The message to lead to, if any. */
  at: string;
  intro: ReactNode;
  onDismiss: (message: PracticeMessage) => void;
};

/** The scrolling list: it follows the newest message as long as one stands at its end. */
export function MessageList({ label, me, messages, newSince, at, intro, onDismiss }: Props) {
  const now = useNow();
  const { go } = usePage();
  const { scroller, content, atEnd, toEnd, onScroll } = useScroll(messages.at(-1), me, at);
  const keyDown = (event: KeyboardEvent<HTMLElement>) => {
    const held = event.target as HTMLElement;
    if (event.key === 'Enter' && held.matches('.message[data-ts]')) go({ thread: held.dataset.ts });
    const next = nextMessage(event.currentTarget, held, event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
  };

  return (
    <div className="message-pane">
      <section
        className="message-scroll"
        ref={scroller}
        onScroll={onScroll}
        onKeyDown={keyDown}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        data-region
        aria-label={label}
      >
        <div className="message-content" ref={content}>
          {intro}
          {daysOf(messages, now, newSince, me).map((day) => (
            <section key={day.key} className="day-section" aria-label={day.label}>
              <div className="day" aria-hidden="true">
                <span>{day.label}</span>
              </div>
              <ul className="messages">
                {day.rows.map(({ message, compact, opensNew }) => (
                  <Fragment key={message.ts}>
                    {opensNew ? <li className="new-line">New</li> : null}
                    <Message message={message} compact={compact} onDismiss={onDismiss} />
                  </Fragment>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </section>
      {atEnd ? null : (
        <button type="button" className="to-end" onClick={toEnd}>
          <Icon name="down" size={14} /> Jump to latest
        </button>
      )}
    </div>
  );
}
