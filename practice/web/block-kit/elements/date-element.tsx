import { useRef, useState } from 'react';
import { Calendar, dayWords } from '../../parts/calendar.tsx';
import { Icon } from '../../parts/icon.tsx';
import { dayOf, momentOf, today } from '../../parts/month.ts';
import type { ElementProps, Field } from '../element-view.tsx';
import { num, str, textOf } from '../read.ts';
import { useHeld, useSurface } from '../surface.ts';

/** A day, a time of day, or both. */
export function DateElement({ field, ...target }: ElementProps) {
  const surface = useSurface();
  const held = useHeld(target);
  const type = str(target.element.type);
  const placeholder = textOf(target.element.placeholder);

  if (type === 'datepicker') {
    return (
      <DayButton
        field={field}
        day={str(held?.selected_date)}
        placeholder={placeholder || 'Select a date'}
        onPick={(day) => surface.change(target, { type, selected_date: day })}
      />
    );
  }
  if (type === 'timepicker') {
    return (
      <TimeInput
        field={field}
        time={str(held?.selected_time)}
        onChange={(time) => surface.change(target, { type, selected_time: time || null })}
      />
    );
  }
  const moment = num(held?.selected_date_time);
  const date = moment === null ? null : new Date(moment * 1000);
  const time = date ? date.toTimeString().slice(0, 5) : '';
  const change = (day: string, at: string) =>
    surface.change(target, { type, selected_date_time: momentOf(day || today(), at || '09:00') });
  return (
    <div className="date-and-time">
      <DayButton
        field={field}
        day={date ? dayOf(date) : ''}
        placeholder={placeholder || 'Select a date'}
        onPick={(day) => change(day, time)}
      />
      <TimeInput
        time={time}
        field={field && { ...field, id: `${field.id}-time` }}
        onChange={(at) => change(date ? dayOf(date) : '', at)}
      />
    </div>
  );
}

type DayProps = { field?: Field; day: string; placeholder: string; onPick: (day: string) => void };

function DayButton({ field, day, placeholder, onPick }: DayProps) {
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={anchor}
        type="button"
        id={field?.id}
        className={day ? 'date-button' : 'date-button date-empty'}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-labelledby={field ? `${field.labelId} ${field.id}` : undefined}
        aria-describedby={field?.describedBy}
        data-invalid={field?.invalid || undefined}
        onClick={() => setOpen(!open)}
      >
        <Icon name="calendar" />
        {day ? dayWords(day).replace(/^\w+, /, '') : placeholder}
      </button>
      {open ? (
        <Calendar anchor={anchor} day={day} label={placeholder} onPick={onPick} onClose={() => setOpen(false)} />
      ) : null}
    </>
  );
}

function TimeInput({ field, time, onChange }: { field?: Field; time: string; onChange: (time: string) => void }) {
  return (
    <input
      type="time"
      id={field?.id}
      className="text-input time-input"
      value={time}
      aria-label={field ? undefined : 'Time'}
      aria-labelledby={field?.labelId}
      aria-describedby={field?.describedBy}
      aria-invalid={field?.invalid || undefined}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
