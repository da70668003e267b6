import bolt, { type Logger as BoltLogger } from '@slack/bolt';
import type { Logger } from 'pino';

/** Bolt's log in ours. Its payloads (texts, tokens) are not taken over: only its sentences. */
export function boltLogger(log: Logger): BoltLogger {
  const own = log.child({ part: 'slack' });
  const sentence = (said: unknown[]) => said.filter((one) => typeof one === 'string').join(' ');
  return {
    debug: (...said) => own.trace(sentence(said)),
    info: (...said) => own.debug(sentence(said)),
    warn: (...said) => own.warn(sentence(said)),
    error: (...said) => own.error(said.map(String).join(' ')),
    setLevel: () => {},
    getLevel: () => bolt.LogLevel.INFO,
    setName: () => {},
  };
}
