import { logMention as log } from '../../src/flows/log-mention.ts';
import { readLog } from '../../src/views/log-modal.ts';
import type { OnSubmit } from '../submission.ts';

/** A call, an e-mail or a chat that somebody writes down. */
export const logMention: OnSubmit = (deps, { personId, formId, values }) => {
  const { author, watchId, ...told } = readLog(values);
  return log(deps, { personId, formId, saidBy: author, watchId: watchId ?? 0, ...told });
};
