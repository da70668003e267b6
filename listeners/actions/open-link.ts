import type { OnPress } from '../press.ts';

/** Slack opens the link by itself and reports the press, which needs an answer and nothing else. */
export const openLink: OnPress = async () => {};
