import { z } from 'zod';
import type { Refusal } from './refusal.ts';
import { type RiskForm, readRisks } from './risk-form.ts';
import { formReader } from './setting-form.ts';
import * as values from './setting-values.ts';
import type { ApprovalPolicy, EscalationStep, ExtraVotes } from './settings.ts';

/** The form about votes as it came back. */
export type PolicyForm = {
  votes: string;
  objections: string;
  windowMs: string;
  everyone: boolean;
  people: string[];
  groups: string[];
  /** What risks ask for; absent where the form does not ask. */
  risks?: RiskForm[];
};

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const votes = z.coerce
  .number('must be a whole number')
  .int('must be a whole number')
  .min(1, 'must be at least 1')
  .max(20, 'must be at most 20');
const windowMs = z.coerce
  .number()
  .int()
  .min(MINUTE)
  .max(30 * DAY);

/** The rule that the form asks for, or what is wrong in it; `known` is what risks ask for so far. Pure. */
export function readPolicyForm(form: PolicyForm, known: ExtraVotes[] = []): ApprovalPolicy | Refusal {
  const reader = formReader();
  const approvers = form.everyone ? 'everyone' : [...form.people, ...form.groups];
  const policy = {
    votes: reader.read('votes', votes, form.votes) ?? 0,
    objections: reader.read('objections', votes, form.objections) ?? 0,
    windowMs: reader.read('windowMs', windowMs, form.windowMs) ?? 0,
    approvers: approvers === 'everyone' ? approvers : (reader.read('people', values.approver.array(), approvers) ?? []),
  } satisfies ApprovalPolicy;
  if (policy.approvers.length === 0)
    reader.say('people', 'Please choose people or a user group, or let everyone approve.');
  else if (!values.canPass(policy.votes, policy.approvers))
    reader.say('votes', 'There are fewer approvers than that: no vote could ever pass.');
  const extra = form.risks ? readRisks(reader, form.risks, known) : known;
  if (!reader.refusal() && !canEverPass(policy, extra))
    reader.say('votes', 'With what the risks add there are fewer approvers than that: such a vote could never pass.');
  return reader.refusal() ?? (extra.length > 0 ? { ...policy, extra } : policy);
}

/** Whether it passes when every risk comes together; the members of a demanded group may vote too. */
function canEverPass({ votes, approvers }: ApprovalPolicy, extra: ExtraVotes[]): boolean {
  const most = extra.reduce((sum, rule) => sum + (rule.votes ?? 0), votes);
  return extra.some(({ group }) => group !== undefined) || values.canPass(most, approvers);
}

/** One rung as it came back: one of the three, and after how long. */
export type RungForm = { channel: string | null; person: string | null; group: string | null; afterMs: string };

/** The ladder that the form asks for, or what is wrong in it; a rung without anybody is left out. Pure. */
export function readLadderForm(rungs: RungForm[]): EscalationStep[] | Refusal {
  const reader = formReader();
  const steps = rungs.flatMap(({ channel, person, group, afterMs }, n) => {
    const named = [channel, person, group].filter((one) => one !== null);
    if (named.length > 1) reader.say(`rung${n + 1}`, 'Please choose one: a channel, a person or a user group.');
    const to = named[0];
    return to === undefined ? [] : [{ to, afterMs: Math.min(Math.max(Number(afterMs) || 0, 0), 30 * DAY), n }];
  });
  const early = steps.find(({ afterMs }, n) => afterMs < (steps[n - 1]?.afterMs ?? 0));
  if (early) reader.say(`rung${early.n + 1}`, 'This comes before the one above it. Please choose a later time.');
  const twice = steps.find(({ to }, n) => steps.findIndex((one) => one.to === to) < n);
  if (twice) reader.say(`rung${twice.n + 1}`, 'They are called already. Please choose somebody else.');
  return reader.refusal() ?? steps.map(({ to, afterMs }) => ({ to, afterMs }));
}
