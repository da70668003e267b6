/** An `ok: false` answer: Slack's error code with whatever else the answer carries. */
export class SlackFailure extends Error {
  readonly code: string;
  readonly extra: Record<string, unknown>;

  constructor(code: string, extra: Record<string, unknown> = {}) {
    super(code);
    this.code = code;
    this.extra = extra;
  }
}

/** Ends the call with `ok: false` and this error code. @throws SlackFailure always. */
export function refuse(code: string, extra: Record<string, unknown> = {}): never {
  throw new SlackFailure(code, extra);
}

/** Ends the call as `invalid_arguments` with Slack's list of what is wrong. @throws SlackFailure always. */
export function refuseArguments(...problems: string[]): never {
  refuse('invalid_arguments', { response_metadata: { messages: problems.map((problem) => `[ERROR] ${problem}`) } });
}
