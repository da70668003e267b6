import type { Workspace } from './state.ts';

export type DemoAnswer = { status: number; headers: Record<string, string>; body: string | Buffer };

export type Timing = {
  /** How long the bot may take to acknowledge an envelope. */
  ackMs: number;
  /** The pauses before the first, second and third redelivery of an event. */
  retryPausesMs: number[];
  /** How often each socket is pinged. */
  pingMs: number;
  /** How long a socket lives until it is told to reconnect, and how long it may take for that. */
  refreshMs: number;
  goodbyeMs: number;
  /** How long an event waits for another to change places with, while events are reordered. */
  reorderMs: number;
};

export type PracticeOptions = {
  /** 0 takes any free port. */
  port: number;
  /** Folder of the saved state; absent: memory only. */
  dataDir?: string;
  /** Folder of the page's static files; absent: no page. */
  webDir?: string;
  workspace?: Workspace;
  /** The app's manifest.yml; absent or missing: an app that may do everything. */
  manifestFile?: string;
  /** Bot scopes, instead of the manifest's. */
  scopes?: string[];
  /** Event subscriptions, instead of the manifest's. */
  botEvents?: string[];
  clock?: () => Date;
  demo?: { feed(path: string, now: Date): DemoAnswer | undefined };
  /** Slack's rate limits; on unless false. */
  limits?: boolean;
  timing?: Partial<Timing>;
};

/** Slack's own 3 s; the pauses of redelivery (at once, 1 min, 5 min at Slack) are shortened. */
export const defaultTiming: Timing = {
  ackMs: 3000,
  retryPausesMs: [200, 5000, 20_000],
  pingMs: 10_000,
  refreshMs: 3_600_000,
  goodbyeMs: 10_000,
  reorderMs: 1000,
};
