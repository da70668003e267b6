import type { FormReader } from './setting-form.ts';
import { EXTRA_WHENS, type ExtraVotes } from './settings.ts';

/** What a form asks for when one thing is so: 'none', 'keep', 'votes:2' or 'group:S…'; the reach is that of `reach_over`. */
export type RiskForm = { when: ExtraVotes['when']; demand: string; reach: string };

/** What a rule is called in a form; 'keep' for what a form cannot say. Pure. */
export function demandOf(rules: ExtraVotes[]): string {
  const [rule, ...more] = rules;
  if (!rule) return 'none';
  if (more.length > 0 || (rule.group && rule.votes)) return 'keep';
  if (rule.group) return `group:${rule.group}`;
  return rule.votes ? `votes:${rule.votes}` : 'none';
}

/** The rules of one kind that hold: a crisis asks for one more approval even where nobody said so. Pure. */
export function rulesOf(when: ExtraVotes['when'], extra: ExtraVotes[]): ExtraVotes[] {
  const rules = extra.filter((rule) => rule.when === when);
  return when === 'crisis' && rules.length === 0 ? [{ when, votes: 1 }] : rules;
}

/** What the form asks for besides the votes, or what is wrong in it; `known` is what holds so far. Pure. */
export function readRisks(reader: FormReader, forms: RiskForm[], known: ExtraVotes[]): ExtraVotes[] {
  return EXTRA_WHENS.flatMap((when) => {
    const form = forms.find((one) => one.when === when);
    return form ? rulesFrom(reader, form, known) : known.filter((rule) => rule.when === when);
  });
}

function rulesFrom(reader: FormReader, { when, demand, reach }: RiskForm, known: ExtraVotes[]): ExtraVotes[] {
  const [, votes, group] = /^(?:votes:([1-9]|1\d|20)|group:(S[A-Z0-9]{2,}))$/.exec(demand) ?? [];
  if (demand === 'keep') return known.filter((rule) => rule.when === when);
  // Only a rule of its own keeps a crisis from asking for one more.
  if (votes === undefined && group === undefined) return when === 'crisis' ? [{ when, votes: 0 }] : [];
  const bound = when === 'reach_over' ? { reach: readReach(reader, reach) } : {};
  return [{ when, ...bound, ...(votes ? { votes: Number(votes) } : {}), ...(group ? { group } : {}) }];
}

function readReach(reader: FormReader, text: string): number {
  const reach = Number(text);
  if (text.trim() !== '' && Number.isSafeInteger(reach) && reach >= 0) return reach;
  reader.say('reach', 'Please say above how many followers, as a whole number.');
  return 0;
}
