import { type KeyboardEvent, useId, useRef } from 'react';
import type { Question } from '../store/context.ts';
import { TextObject } from '../text/text-object.tsx';
import { keepFocus, useFirstFocus } from './focus.ts';

/** Asks before something is done. */
export function Confirm({ question, onAnswer }: { question: Question; onAnswer: (sure: boolean) => void }) {
  const own = useRef<HTMLDivElement>(null);
  const id = useId();
  useFirstFocus(own, true, id);
  const keyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onAnswer(false);
    keepFocus(event, own.current);
  };
  return (
    <div className="modal-cover modal-cover-top">
      <div
        ref={own}
        className="modal modal-small"
        role="alertdialog"
        aria-modal="true"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-text`}
        tabIndex={-1}
        onKeyDown={keyDown}
      >
        <header className="modal-head">
          <h1 id={`${id}-title`}>{question.title}</h1>
        </header>
        <div className="modal-body" id={`${id}-text`}>
          <TextObject value={question.text} />
        </div>
        <footer className="modal-foot">
          <button type="button" className="button button-large" onClick={() => onAnswer(false)}>
            {question.deny}
          </button>
          <button
            type="button"
            className={`button button-large ${question.danger ? 'button-danger' : 'button-primary'}`}
            onClick={() => onAnswer(true)}
          >
            {question.confirm}
          </button>
        </footer>
      </div>
    </div>
  );
}
