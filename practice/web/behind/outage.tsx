import { useId, useState } from 'react';
import { usePage } from '../store/context.ts';

/** Takes Slack away for some minutes. */
export function Outage() {
  const { state, act } = usePage();
  const [minutes, setMinutes] = useState(10);
  const id = useId();
  const isAway = state.troubles.some((one) => one.kind === 'outage');
  const begin = () => act({ act: 'trouble', on: true, trouble: { kind: 'outage', minutes } });
  return (
    <section>
      <h3>An outage</h3>
      <div className="trouble-row trouble-outage">
        <label htmlFor={id}>Minutes</label>
        <input
          id={id}
          className="text-input trouble-number"
          type="number"
          min={1}
          max={60}
          value={minutes}
          onChange={(event) => setMinutes(event.target.valueAsNumber)}
        />
        <button type="button" className="button" disabled={isAway || !(minutes >= 1 && minutes <= 60)} onClick={begin}>
          {isAway ? 'Slack is away' : 'Begin the outage'}
        </button>
      </div>
      <span className="choice-description">
        No call is answered and no socket stays open. What was to be done must be done afterwards, once.
      </span>
    </section>
  );
}
