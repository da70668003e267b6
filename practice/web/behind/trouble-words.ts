import type { TroubleNow } from '../../wire.ts';

/** Each trouble that is on now, as a sentence; an outage that has passed is none. */
export function troubleSentences(troubles: TroubleNow[], now: number): string[] {
  return troubles.filter((one) => one.kind !== 'outage' || one.untilMs > now).map((one) => sentence(one, now));
}

function sentence(trouble: TroubleNow, now: number): string {
  switch (trouble.kind) {
    case 'events_twice':
      return 'Every event is sent twice.';
    case 'interactions_twice':
      return 'Every click and command is sent twice.';
    case 'reorder':
      return 'Events overtake each other.';
    case 'outage':
      return `Slack is away for another ${minutes(trouble.untilMs - now)}.`;
    default:
      return `${calls(trouble)} ${fate(trouble)}.`;
  }
}

type OnCalls = Extract<TroubleNow, { times: number }>;

function calls({ method, times }: OnCalls): string {
  const which = times === 1 ? 'The next call' : `The next ${times} calls`;
  return method === '*' ? which : `${which} of ${method}`;
}

function fate(trouble: OnCalls): string {
  const one = trouble.times === 1;
  switch (trouble.kind) {
    case 'lose':
      return `will be done, but the ${one ? 'answer is' : 'answers are'} lost`;
    case 'delay':
      return trouble.ms > 0
        ? `will be answered ${trouble.ms / 1000} s late`
        : `will be answered only when a test lets ${one ? 'it' : 'them'} go`;
    case 'rate_limit':
      return `will be told to wait ${trouble.seconds} s (429)`;
    case 'status':
      return `will meet an error of Slack’s own (${trouble.status})`;
    case 'refuse':
      return `will be refused (${trouble.error})`;
  }
}

function minutes(ms: number): string {
  const count = Math.max(1, Math.round(ms / 60_000));
  return count === 1 ? 'minute' : `${count} minutes`;
}
