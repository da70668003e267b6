import { memo, useEffect, useId, useState } from 'react';
import type { WireDetail, WireEntry } from '../../wire.ts';
import { Icon } from '../parts/icon.tsx';
import { fetchDetail } from './use-wire.ts';
import { outcome } from './wire-filter.ts';

const WAYS: Record<WireEntry['kind'], string> = {
  call: 'call of the app',
  reply: 'answer of the app',
  event: 'event to the app',
  interaction: 'interaction to the app',
};

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });

/** One line of the inspector; pressed, it shows what was sent and answered. */
export const WireRow = memo(function WireRow({ entry }: { entry: WireEntry }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const toApp = entry.kind === 'event' || entry.kind === 'interaction';
  return (
    <li className={entry.ok ? 'wire-entry' : 'wire-entry wire-failed'}>
      <button
        type="button"
        className="wire-line"
        aria-expanded={open}
        aria-controls={`${id}-detail`}
        onClick={() => setOpen(!open)}
      >
        <span className={toApp ? 'wire-way wire-to-app' : 'wire-way'}>
          <Icon name="down" size={14} />
        </span>
        <span className="wire-name">
          {entry.name}
          <span className="visually-hidden">, {WAYS[entry.kind]},</span>
        </span>
        <span className="wire-outcome">{outcome(entry)}</span>
        <span className="wire-ms">{entry.ms} ms</span>
        <span className="wire-about">{entry.about}</span>
        <time className="wire-time" dateTime={new Date(entry.atMs).toISOString()}>
          {clock.format(entry.atMs)}
        </time>
      </button>
      <div id={`${id}-detail`}>{open ? <Detail id={entry.id} /> : null}</div>
    </li>
  );
});

function Detail({ id }: { id: number }) {
  const [detail, setDetail] = useState<WireDetail | null | undefined>(undefined);
  useEffect(() => {
    let gone = false;
    fetchDetail(id).then((found) => gone || setDetail(found));
    return () => {
      gone = true;
    };
  }, [id]);
  if (detail === undefined) return <p className="wire-none">Reading it…</p>;
  if (detail === null) return <p className="wire-none">That is not kept any more.</p>;
  return (
    <>
      <Json title="Sent" value={detail.sent} />
      <Json title="Answered" value={detail.answered} />
    </>
  );
}

function Json({ title, value }: { title: string; value: unknown }) {
  if (value === undefined || value === '') return <p className="wire-none">{title}: nothing</p>;
  return (
    <section className="wire-json" aria-label={title}>
      <h4>{title}</h4>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <pre tabIndex={0}>{typeof value === 'string' ? value : JSON.stringify(value, null, 2)}</pre>
    </section>
  );
}
