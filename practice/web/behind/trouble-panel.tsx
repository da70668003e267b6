import type { Mishap, TroubleNow } from '../../wire.ts';
import { usePage } from '../store/context.ts';
import { useNow } from '../store/use-now.ts';
import { CallTroubles } from './call-troubles.tsx';
import { Outage } from './outage.tsx';
import { troubleSentences } from './trouble-words.ts';

type Lasting = Extract<TroubleNow['kind'], 'events_twice' | 'interactions_twice' | 'reorder'>;

const LASTING: { kind: Lasting; label: string; hint: string }[] = [
  {
    kind: 'events_twice',
    label: 'Send every event twice',
    hint: 'With the same event id, as Slack does now and then.',
  },
  { kind: 'interactions_twice', label: 'Send every click and command twice', hint: 'A form handed in twice, too.' },
  { kind: 'reorder', label: 'Let events overtake each other', hint: 'Each changes places with the next one.' },
];

const MISHAPS: { mishap: Mishap; label: string; hint: string }[] = [
  { mishap: 'sockets_dropped', label: 'Cut every socket', hint: 'Without a goodbye, as when a cable is pulled.' },
  { mishap: 'sockets_refreshed', label: 'Ask the app to reconnect', hint: 'As Slack does every few hours.' },
];

/** The switchboard: what this Slack can do wrong, what is on, and one button that ends it all. */
export function TroublePanel() {
  const { state, act } = usePage();
  const sentences = troubleSentences(state.troubles, useNow());
  const isOn = (kind: Lasting) => state.troubles.some((one) => one.kind === kind);
  return (
    <div className="behind-scroll trouble">
      <section className="trouble-now" aria-label="What is on now" aria-live="polite">
        {sentences.length === 0 ? <p>All is well: nothing goes wrong on purpose.</p> : null}
        {sentences.length > 0 ? (
          <ul>
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        ) : null}
        <button
          type="button"
          className="button button-primary"
          disabled={sentences.length === 0}
          onClick={() => act({ act: 'behave' })}
        >
          Set everything right
        </button>
      </section>
      <CallTroubles />
      <section>
        <h3>Events and clicks</h3>
        {LASTING.map(({ kind, label, hint }) => (
          <label className="choice" key={kind}>
            <input
              type="checkbox"
              checked={isOn(kind)}
              onChange={() => act({ act: 'trouble', on: !isOn(kind), trouble: { kind } })}
            />
            <span>
              {label}
              <span className="choice-description">{hint}</span>
            </span>
          </label>
        ))}
      </section>
      <section>
        <h3>Connections</h3>
        {MISHAPS.map(({ mishap, label, hint }) => (
          <div className="trouble-row" key={mishap}>
            <button type="button" className="button" onClick={() => act({ act: 'mishap', mishap })}>
              {label}
            </button>
            <span className="choice-description">{hint}</span>
          </div>
        ))}
      </section>
      <Outage />
    </div>
  );
}
