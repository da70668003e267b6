import { useId, useState } from 'react';
import type { Trouble } from '../../wire.ts';
import { usePage } from '../store/context.ts';

const METHODS = [
  'chat.postMessage',
  'chat.update',
  'chat.postEphemeral',
  'views.open',
  'views.update',
  'views.publish',
  'reactions.add',
  'reactions.get',
  'conversations.info',
  'users.info',
];

type OnCalls = Extract<Trouble, { times: number }>;
type Fate = OnCalls extends infer One ? (One extends OnCalls ? Omit<One, 'method' | 'times'> : never) : never;

const FATES: { label: string; hint: string; fate: Fate }[] = [
  { label: 'Lose the answer', hint: 'The work is done; the app must find that out.', fate: { kind: 'lose' } },
  { label: 'Answer 5 s late', hint: 'The work is done at once.', fate: { kind: 'delay', ms: 5000 } },
  { label: 'Too many requests', hint: '429: wait 10 s. Nothing is done.', fate: { kind: 'rate_limit', seconds: 10 } },
  { label: 'Error 503', hint: 'Nothing is done.', fate: { kind: 'status', status: 503 } },
  {
    label: 'Refuse it',
    hint: 'The call fails with internal_error.',
    fate: { kind: 'refuse', error: 'internal_error' },
  },
];

/** What can befall the next calls of the Web API. */
export function CallTroubles() {
  const { act } = usePage();
  const [method, setMethod] = useState('*');
  const [times, setTimes] = useState(1);
  const id = useId();
  const isGood = times >= 1 && times <= 100;
  return (
    <section>
      <h3>Answers to the app</h3>
      <div className="trouble-row trouble-calls">
        <label htmlFor={`${id}-method`}>Calls of</label>
        <select
          id={`${id}-method`}
          className="text-input trouble-method"
          value={method}
          onChange={(event) => setMethod(event.target.value)}
        >
          <option value="*">any method</option>
          {METHODS.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
        <label htmlFor={`${id}-times`}>How many</label>
        <input
          id={`${id}-times`}
          className="text-input trouble-number"
          type="number"
          min={1}
          max={100}
          value={times}
          onChange={(event) => setTimes(event.target.valueAsNumber)}
        />
      </div>
      {FATES.map(({ label, hint, fate }) => (
        <div className="trouble-row" key={label}>
          <button
            type="button"
            className="button"
            disabled={!isGood}
            onClick={() => act({ act: 'trouble', on: true, trouble: { ...fate, method, times } })}
          >
            {label}
          </button>
          <span className="choice-description">{hint}</span>
        </div>
      ))}
    </section>
  );
}
