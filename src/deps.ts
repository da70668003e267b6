import type { Logger } from 'pino';
import type { Db } from './db/schema.ts';
import type { Judge } from './domain/judgement.ts';
import type { Http } from './networks/http.ts';
import type { SlackPort } from './slack/port.ts';

/** What a flow has in its hands: one team, its Slack, the database, the way out to the web, an ear for tone, the time. */
export type Deps = {
  teamId: string;
  db: Db;
  slack: SlackPort;
  http: Http;
  /** Tells the tone of what is said outside. */
  judge: Judge;
  clock: () => Date;
  /** Runs what may follow the answer to a person, such as drawing; failures are logged, a stop waits for it. */
  afterwards: (work: () => Promise<void>) => void;
  log: Logger;
  /** The submitted form whose work this is: it is done once. Undefined for everything else. */
  submission?: string;
};
