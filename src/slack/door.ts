import type { Receiver } from '@slack/bolt';

/** The way on which Slack reaches us. */
export type Door = {
  receiver: Receiver;
  /** Calls `hear` each time we can be reached again, the first time too: what Slack said before that may be lost. */
  onConnected: (hear: () => void) => void;
  close: () => Promise<void>;
};
