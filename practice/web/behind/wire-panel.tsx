import { useMemo, useState } from 'react';
import { usePage } from '../store/context.ts';
import { useWire } from './use-wire.ts';
import { filterEntries, SHOW_ALL, type WireFilter } from './wire-filter.ts';
import { WireRow } from './wire-row.tsx';

const KINDS: { kind: WireFilter['kind']; label: string }[] = [
  { kind: 'all', label: 'Everything' },
  { kind: 'call', label: 'Calls' },
  { kind: 'event', label: 'Events' },
  { kind: 'interaction', label: 'Interactions' },
  { kind: 'reply', label: 'Replies' },
];

/** The inspector: what went between this Slack and the app, the newest first. */
export function WirePanel() {
  const entries = useWire();
  const [filter, setFilter] = useState(SHOW_ALL);
  const [clearedMs, setClearedMs] = useState(0);
  const kept = useMemo(() => (entries ?? []).filter((one) => one.atMs > clearedMs), [entries, clearedMs]);
  const shown = useMemo(() => filterEntries(kept, filter), [kept, filter]);
  return (
    <>
      <search className="wire-tools" aria-label="Filter">
        <input
          className="text-input"
          type="search"
          aria-label="Method, person, channel or error"
          placeholder="Method, person, channel or error"
          value={filter.words}
          onChange={(event) => setFilter({ ...filter, words: event.target.value })}
        />
        <select
          className="text-input"
          aria-label="Kind"
          value={filter.kind}
          onChange={(event) => setFilter({ ...filter, kind: event.target.value as WireFilter['kind'] })}
        >
          {KINDS.map(({ kind, label }) => (
            <option key={kind} value={kind}>
              {label}
            </option>
          ))}
        </select>
        <label className="wire-failed-only">
          <input
            type="checkbox"
            checked={filter.failedOnly}
            onChange={(event) => setFilter({ ...filter, failedOnly: event.target.checked })}
          />
          Only what failed
        </label>
        <span className="wire-count">
          {shown.length} of {kept.length}
        </span>
        <button
          type="button"
          className="button button-small"
          disabled={kept.length === 0}
          onClick={() => setClearedMs(Date.now())}
        >
          Clear
        </button>
      </search>
      <div className="behind-scroll">
        {shown.length > 0 ? (
          <ul className="wire-list" aria-label="What went over the wire, the newest first">
            {shown.map((entry) => (
              <WireRow key={entry.id} entry={entry} />
            ))}
          </ul>
        ) : (
          <Nothing isRead={entries !== null} isFiltered={kept.length > 0} />
        )}
      </div>
    </>
  );
}

function Nothing({ isRead, isFiltered }: { isRead: boolean; isFiltered: boolean }) {
  const { state } = usePage();
  if (!isRead) return <p className="behind-empty">Listening…</p>;
  if (isFiltered) return <p className="behind-empty">Nothing like that went over the wire.</p>;
  const command = state.commands[0]?.command ?? 'a command';
  return (
    <p className="behind-empty">
      Nothing has gone over the wire since you began to look. Press a button on a card, react to a message, or type{' '}
      {command}: what Slack tells the app and what the app answers appears here.
    </p>
  );
}
