import type { KnownBlock, ModalView } from '@slack/types';
import type { DepartmentForm } from '../domain/department-form.ts';
import { type Department, ROUTE_KINDS } from '../domain/settings.ts';
import { stampOf } from '../domain/stamp.ts';
import { input, option } from './blocks.ts';
import { channelChosen, choices, ticked, typed } from './form-values.ts';
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
