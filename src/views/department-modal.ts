import type { KnownBlock, ModalView } from '@slack/types';
import type { DepartmentForm, GoalForm } from '../domain/department-form.ts';
import { type Department, METRICS, PERIODS, ROUTE_KINDS } from '../domain/settings.ts';
import { stampOf } from '../domain/stamp.ts';
import { input, option } from './blocks.ts';
import { channelChosen, choice, choices, ticked, typed } from './form-values.ts';
import { METRIC_WORDS, PERIOD_WORDS } from './goal-words.ts';
import { CALLBACKS, FIELDS } from './ids.ts';
import { ROUTE_KIND_WORDS } from './route-words.ts';
import { channelInput, settingsForm, textInput } from './settings-form.ts';

/** The form of a department; without one, of a new one. Pure. */
export function departmentModal(department?: Department): ModalView {
  const { name, channel, takes } = department ?? { name: '', channel: null, takes: [] };
  const options = ROUTE_KINDS.map((kind) => option(kind, ROUTE_KIND_WORDS[kind].label));
  const chosen = options.filter(({ value }) => takes.some((kind) => kind === value));
  const blocks: KnownBlock[] = [
    textInput(FIELDS.departmentName, 'Name', name, 80),
    channelInput(FIELDS.departmentChannel, 'Channel where they hear of it', channel),
    input(FIELDS.departmentTakes, 'What they take', {
      type: 'checkboxes',
      options,
      ...(chosen.length > 0 && { initial_options: chosen }),
    }),
    ...(department ? [removeBox()] : []),
  ];
  const title = department ? 'Change the department' : 'Add a department';
  const seen = department ? stampOf(department) : '';
  return settingsForm({ title, callbackId: CALLBACKS.department, blocks }, { id: 0, seen });
}

function removeBox(): KnownBlock {
  const options = [option('remove', 'Remove this department', 'What it was asked already stays with it')];
  return input(FIELDS.departmentRemove, 'Not needed any more', { type: 'checkboxes', options }, { optional: true });
}

/** What came back. */
export function readDepartment(values: unknown): DepartmentForm {
  return {
    name: typed(values, FIELDS.departmentName),
    channel: channelChosen(values, FIELDS.departmentChannel),
    takes: choices(values, FIELDS.departmentTakes),
    remove: ticked(values, FIELDS.departmentRemove),
  };
}

/** The form of a new goal. Pure. */
export function goalModal(): ModalView {
  const metrics = METRICS.map((metric) => option(metric, METRIC_WORDS[metric].label));
  const periods = PERIODS.map((period) => option(period, PERIOD_WORDS[period]));
  const blocks: KnownBlock[] = [
    input(FIELDS.goalMetric, 'What to look at', { type: 'static_select', options: metrics }),
    input(
      FIELDS.goalTarget,
      'Aim',
      { type: 'number_input', is_decimal_allowed: true, min_value: '0' },
      { hint: 'Minutes for the two times, a percentage for the share, otherwise how many' },
    ),
    input(FIELDS.goalPeriod, 'Over', { type: 'static_select', options: periods, initial_option: periods[1] }),
  ];
  return settingsForm({ title: 'Add a goal', callbackId: CALLBACKS.goal, blocks }, { id: 0, seen: '' });
}

/** What came back. */
export function readGoal(values: unknown): GoalForm {
  return {
    metric: choice(values, FIELDS.goalMetric) ?? '',
    target: typed(values, FIELDS.goalTarget),
    period: choice(values, FIELDS.goalPeriod) ?? '',
  };
}
