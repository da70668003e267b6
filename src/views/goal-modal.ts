import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import { MAX_GOAL_HOURS } from '../domain/goal.ts';
import type { GoalForm } from '../domain/goal-form.ts';
import { type Goal, METRICS, PERIODS } from '../domain/settings.ts';
import type { SettingsFacts } from '../domain/settings-facts.ts';
import { stampOf } from '../domain/stamp.ts';
import { input, option } from './blocks.ts';
import { choice, personChosen, ticked, typed } from './form-values.ts';
import { METRIC_WORDS, PERIOD_WORDS } from './goal-words.ts';
import { CALLBACKS, FIELDS, type Field } from './ids.ts';
import { isUserId } from './rich-text.ts';
import { settingsForm } from './settings-form.ts';

/** What a goal may be about. */
type About = Pick<SettingsFacts, 'watches' | 'departments'>;

/** Slack's own limit on what one list offers. */
const MAX_OPTIONS = 100;

/** The form of a goal; without one, of a new one. Pure. */
export function goalModal({ watches, departments }: About, goal?: Goal): ModalView {
  const metrics = METRICS.map((metric) => option(metric, METRIC_WORDS[metric].label));
  const periods = PERIODS.map((period) => option(period, PERIOD_WORDS[period]));
  const blocks: (KnownBlock | undefined)[] = [
    input(FIELDS.goalMetric, 'What to look at', select(metrics, goal?.metric)),
    input(FIELDS.goalTarget, 'Aim', number(goal?.target, { min: -100, isDecimal: true }), { hint: UNITS }),
    input(FIELDS.goalPeriod, 'Over', select(periods, goal?.period ?? 'week')),
    names(FIELDS.goalWatch, 'Of one watch', namesOf(watches), goal?.watch, 'Nothing chosen: all of them together'),
    names(FIELDS.goalDepartment, 'Of one department', namesOf(departments), goal?.department, OF_RESOLVED),
    input(
      FIELDS.goalHours,
      'Open for longer than so many hours',
      number(goal?.hours, { min: 1, max: MAX_GOAL_HOURS, isDecimal: false }),
      {
        optional: true,
        hint: `Only for “${METRIC_WORDS.open_longer_than_hours.label}”; office hours, where you set them`,
      },
    ),
    input(FIELDS.goalOwner, 'Who looks after it', person(goal?.owner), { optional: true }),
    goal && removeBox(),
  ];
  const title = goal ? 'Change the goal' : 'Add a goal';
  const shown = blocks.filter((block) => block !== undefined);
  const ref = { id: 0, seen: goal ? stampOf(goal) : '' };
  return settingsForm({ title, callbackId: CALLBACKS.goal, blocks: shown }, ref);
}

/** What came back. */
export function readGoal(values: unknown): GoalForm {
  return {
    metric: choice(values, FIELDS.goalMetric) ?? '',
    target: typed(values, FIELDS.goalTarget),
    period: choice(values, FIELDS.goalPeriod) ?? '',
    watch: choice(values, FIELDS.goalWatch) ?? '',
    department: choice(values, FIELDS.goalDepartment) ?? '',
    hours: typed(values, FIELDS.goalHours),
    owner: personChosen(values, FIELDS.goalOwner) ?? '',
    remove: ticked(values, FIELDS.goalRemove),
  };
}

const UNITS =
  'Minutes for the two times, a percentage for the shares, -100 to 100 for the balance of tone, otherwise how many';
const OF_RESOLVED = `Only for “${METRIC_WORDS.resolved_by_department.label}”`;

function select(options: ReturnType<typeof option>[], chosen: string | undefined): InputBlock['element'] {
  const initial = options.find(({ value }) => value === chosen);
  return { type: 'static_select', options, ...(initial && { initial_option: initial }) };
}

function number(
  value: number | undefined,
  { min, max, isDecimal }: { min: number; max?: number; isDecimal: boolean },
): InputBlock['element'] {
  return {
    type: 'number_input',
    is_decimal_allowed: isDecimal,
    min_value: String(min),
    ...(max !== undefined && { max_value: String(max) }),
    ...(value !== undefined && { initial_value: String(value) }),
  };
}

/** A list of names; the one that is chosen is there even when nothing has it any more. */
function names(
  field: Field,
  label: string,
  known: string[],
  chosen: string | undefined,
  hint: string,
): InputBlock | undefined {
  const all = [...new Set(chosen === undefined ? known : [chosen, ...known])].slice(0, MAX_OPTIONS);
  if (all.length === 0) return undefined;
  const options = all.map((name) => option(stampOf(name), name));
  const initial = chosen === undefined ? undefined : stampOf(chosen);
  return input(field, label, select(options, initial), { optional: true, hint });
}

function namesOf(things: { name: string }[]): string[] {
  return things.map(({ name }) => name).filter((name) => name.trim() !== '');
}

function person(id: string | undefined): InputBlock['element'] {
  return { type: 'users_select', ...(id !== undefined && isUserId(id) && { initial_user: id }) };
}

function removeBox(): KnownBlock {
  const options = [option('remove', 'Remove this goal', 'Nothing else changes')];
  return input(FIELDS.goalRemove, 'Not needed any more', { type: 'checkboxes', options }, { optional: true });
}
