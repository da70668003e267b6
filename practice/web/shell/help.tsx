import { type KeyboardEvent, useRef } from 'react';
import { keepFocus, useFirstFocus } from '../modals/focus.ts';
import { Icon } from '../parts/icon.tsx';
import { Lamp } from '../parts/lamp.tsx';
import { usePage } from '../store/context.ts';

/** What this page is, and six things to try in it. */
export function Help({ onClose }: { onClose: () => void }) {
  const { state } = usePage();
  const own = useRef<HTMLDivElement>(null);
  useFirstFocus(own, true, 'help');
  const command = state.commands[0]?.command ?? '/community';
  const keyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
    keepFocus(event, own.current);
  };
  return (
    <div className="modal-cover">
      <div
        ref={own}
        className="modal"
        role="dialog"
        aria-modal="true"
        aria-labelledby="help-title"
        tabIndex={-1}
        onKeyDown={keyDown}
      >
        <header className="modal-head">
          <span className="avatar modal-lamp">
            <Lamp size={28} />
          </span>
          <h1 id="help-title">A Slack on your own machine</h1>
          <button type="button" className="icon-button" aria-label="Close" onClick={onClose}>
            <Icon name="close" size={20} />
          </button>
        </header>
        <div className="modal-body help">
          <p>
            Porchlight is connected to this page just as it would be to Slack. Nothing here leaves your machine, so
            press anything.
          </p>
          <ol>
            <li>
              <strong>Claim a card.</strong> Mentions of the demo company arrive by themselves; press Claim, then draft
              a reply.
            </li>
            <li>
              <strong>Become somebody else.</strong> Choose another person at the top and vote on the draft, by button
              or with an emoji such as ✅.
            </li>
            <li>
              <strong>Ask for help.</strong> Escalate a card and see who is called.
            </li>
            <li>
              <strong>Type {command}</strong> in any channel to see what else there is.
            </li>
            <li>
              <strong>Open Porchlight</strong> under Apps: its Home tab shows what waits for you.
            </li>
            <li>
              <strong>Look behind the scenes</strong> by the button at the top: see what goes over the wire, lose an
              answer, or take Slack away for ten minutes.
            </li>
          </ol>
          <p>
            The person is part of this page’s address: open it in a second window, choose somebody else, and be two
            people at once.
          </p>
          <p>
            By keyboard: <kbd>F6</kbd> goes from region to region, <kbd>↑</kbd> and <kbd>↓</kbd> from message to
            message, <kbd>Enter</kbd> opens a message’s thread, <kbd>Esc</kbd> closes what is open.
          </p>
        </div>
        <footer className="modal-foot">
          <button type="button" className="button button-large button-primary" onClick={onClose}>
            Have a look
          </button>
        </footer>
      </div>
    </div>
  );
}
