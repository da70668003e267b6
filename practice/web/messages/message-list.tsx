import { Fragment, type ReactNode } from 'react';
import type { PracticeMessage } from '../../wire.ts';
import { Icon } from '../parts/icon.tsx';
import { useNow } from '../store/use-now.ts';
import { daysOf } from './group.ts';
import { Message } from './message.tsx';
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
  const { scroller, content, atEnd, toEnd, onScroll } = useScroll(messages.at(-1), me, at);

  return (
    <div className="message-pane">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="message-scroll" ref={scroller} onScroll={onScroll} tabIndex={0} aria-label={label}>
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
