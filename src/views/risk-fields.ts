import type { InputBlock, KnownBlock } from '@slack/types';
import { demandOf, type RiskForm, rulesOf } from '../domain/risk-form.ts';
import type { ExtraVotes } from '../domain/settings.ts';
import type { UserGroup } from '../domain/settings-facts.ts';
import { header, input, option } from './blocks.ts';
import { choice, isThere, typed } from './form-values.ts';
import { FIELDS, type Field } from './ids.ts';
import { oneLine } from './rich-text.ts';

const RISKS: Record<ExtraVotes['when'], { field: Field; label: string }> = {
  negative: { field: FIELDS.riskNegative, label: 'When the mention sounds negative' },
  reach_over: { field: FIELDS.riskReach, label: 'When its author reaches many people' },
  first_draft: { field: FIELDS.riskFirst, label: 'When somebody drafts for the first time' },
  crisis: { field: FIELDS.riskCrisis, label: 'While a crisis runs' },
};
const WHENS = Object.keys(RISKS) as ExtraVotes['when'][];

const MORE = [1, 2, 3];
const MAX_GROUPS = 90;

/** The fields that say what a riskier reply needs besides. */
export function riskBlocks(extra: ExtraVotes[], groups: UserGroup[]): KnownBlock[] {
  return [
    header('What a risk adds'),
    ...WHENS.flatMap((when) => [
      demandInput(when, rulesOf(when, extra), groups),
      ...(when === 'reach_over' ? [reachInput(extra)] : []),
    ]),
  ];
}

function demandInput(when: ExtraVotes['when'], rules: ExtraVotes[], groups: UserGroup[]): InputBlock {
  const demand = demandOf(rules);
  const votes = Number(/^votes:(\d+)$/.exec(demand)?.[1] ?? 1);
  const options = [
    option('none', 'Nothing more'),
    ...[...new Set([...MORE, votes])].map((n) => option(`votes:${n}`, `${n} more approval${n === 1 ? '' : 's'}`)),
    ...named(demand, groups).map(({ id, name }) => option(`group:${id}`, `An approval by ${oneLine(name, 50) || id}`)),
    ...(demand === 'keep' ? [option('keep', 'What community.yml said; it stays as it is')] : []),
  ];
  const initial = options.find(({ value }) => value === demand) ?? options[0];
  const { field, label } = RISKS[when];
  return input(field, label, { type: 'static_select', options, ...(initial && { initial_option: initial }) });
}

/** The groups to choose from, and the chosen one even if Slack no longer lists it. */
function named(demand: string, groups: UserGroup[]): UserGroup[] {
  const chosen = /^group:(.+)$/.exec(demand)?.[1];
  const shown = groups.slice(0, MAX_GROUPS);
  return chosen === undefined || shown.some(({ id }) => id === chosen)
    ? shown
    : [{ id: chosen, name: chosen }, ...shown];
}

function reachInput(extra: ExtraVotes[]): InputBlock {
  const reach = extra.find(({ when }) => when === 'reach_over')?.reach;
  const known = reach !== undefined && Number.isSafeInteger(reach) ? { initial_value: String(reach) } : {};
  return input(
    FIELDS.riskReachOver,
    'More than so many followers',
    { type: 'number_input', is_decimal_allowed: false, min_value: '0', ...known },
    { optional: true },
  );
}

/** What came back; undefined where the form did not ask. */
export function readRiskAnswers(values: unknown): RiskForm[] | undefined {
  if (!isThere(values, FIELDS.riskNegative)) return undefined;
  const reach = typed(values, FIELDS.riskReachOver);
  return WHENS.map((when) => ({ when, demand: choice(values, RISKS[when].field) ?? 'none', reach }));
}
