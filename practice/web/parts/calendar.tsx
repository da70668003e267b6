import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { keepFocus } from '../modals/focus.ts';
import { formatSlackDate } from '../text/format-date.ts';
import { Icon } from './icon.tsx';
import { addDays, addMonths, type Day, today, weeksOf } from './month.ts';
import { useDismiss } from './use-dismiss.ts';
import { usePopover } from './use-popover.ts';

type Props = {
  anchor: RefObject<HTMLElement | null>;
  day: Day;
  label: string;
  onPick: (day: Day) => void;
  onClose: () => void;
};

const STEPS: Record<string, (day: Day) => Day> = {
  ArrowLeft: (day) => addDays(day, -1),
  ArrowRight: (day) => addDays(day, 1),
  ArrowUp: (day) => addDays(day, -7),
  ArrowDown: (day) => addDays(day, 7),
  PageUp: (day) => addMonths(day, -1),
  PageDown: (day) => addMonths(day, 1),
};

/** A month to pick a day from; arrows move by days and weeks, PageUp and PageDown by months. */
export function Calendar({ anchor, day, label, onPick, onClose }: Props) {
  const own = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(day || today());
  const style = usePopover(anchor, { width: 284, height: 340 });
  const close = () => {
    anchor.current?.focus();
    onClose();
  };
  useDismiss(close, own, anchor);
  useEffect(() => {
    own.current?.querySelector<HTMLElement>(`[data-day="${at}"]`)?.focus();
  }, [at]);

  const stay = (event: KeyboardEvent) => {
    event.stopPropagation();
    keepFocus(event, own.current);
  };
  const keyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    setAt(step(at));
  };

  return createPortal(
    <div ref={own} className="popover calendar" style={style} role="dialog" aria-label={label} onKeyDown={stay}>
      <div className="calendar-head">
        <button
          type="button"
          className="icon-button"
          aria-label="Previous month"
          onClick={() => setAt(addMonths(at, -1))}
        >
          <Icon name="back" size={16} />
        </button>
        <span aria-live="polite">{monthTitle(at)}</span>
        <button
          type="button"
          className="icon-button icon-flip"
          aria-label="Next month"
          onClick={() => setAt(addMonths(at, 1))}
        >
          <Icon name="back" size={16} />
        </button>
      </div>
      <table className="calendar-grid" onKeyDown={keyDown}>
        <thead>
          <tr>
            {['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'].map((name) => (
              <th key={name} scope="col" abbr={name}>
                {name.slice(0, 2)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(at).map((week) => (
            <tr key={week[0]}>
              {week.map((each) => (
                <td key={each}>
                  <button
                    type="button"
                    data-day={each}
                    tabIndex={each === at ? 0 : -1}
                    className={each.slice(0, 7) === at.slice(0, 7) ? 'calendar-day' : 'calendar-day calendar-other'}
                    aria-pressed={each === day}
                    aria-current={each === today() ? 'date' : undefined}
                    aria-label={dayWords(each)}
                    onClick={() => {
                      onPick(each);
                      close();
                    }}
                  >
                    {Number(each.slice(8))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>,
    document.body,
  );
}

function monthTitle(day: Day): string {
  return new Intl.DateTimeFormat('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

/** A day in words: "Friday, August 14th, 2026". */
export function dayWords(day: Day): string {
  const seconds = Date.parse(`${day}T00:00:00Z`) / 1000;
  return formatSlackDate(seconds, '{date_long_full}', { now: 0, timeZone: 'UTC' }) ?? day;
}
