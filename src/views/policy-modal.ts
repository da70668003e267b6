import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import type { PolicyForm } from '../domain/policy-form.ts';
import type { Approvers } from '../domain/settings.ts';
import type { UserGroup, WatchFacts } from '../domain/settings-facts.ts';
import { stampOf } from '../domain/stamp.ts';
import { formatDuration } from '../domain/time.ts';
import { input, option } from './blocks.ts';
import { choice, choices, peopleChosen, typed } from './form-values.ts';
import { CALLBACKS, FIELDS, type Field } from './ids.ts';
import { oneLine } from './rich-text.ts';
import { readRiskAnswers, riskBlocks } from './risk-fields.ts';
import { note, peopleInput, settingsForm } from './settings-form.ts';

const HOUR = 60 * 60_000;
const WINDOWS = [1, 2, 4, 8, 24, 48, 72, 168].map((hours) => hours * HOUR);

/** The form of a watch's votes: how many, until when, and by whom. Pure. */
export function policyModal(watch: WatchFacts, groups: UserGroup[]): ModalView {
  const { votes, objections, windowMs, approvers } = watch.approval;
  const blocks: KnownBlock[] = [
    note(`How replies about ${oneLine(watch.name)} are approved.`),
    numberInput(FIELDS.policyVotes, 'Approvals that are needed', votes),
    numberInput(FIELDS.policyObjections, 'Objections that stop it', objections),
    windowInput(windowMs),
    ...approverBlocks(approvers, groups),
    ...riskBlocks(watch.approval.extra ?? [], groups),
  ];
  return settingsForm(
    { title: 'Votes', callbackId: CALLBACKS.policy, blocks },
    { id: watch.id, seen: stampOf(watch.approval) },
  );
}

/** The fields that say who may approve. */
export function approverBlocks(approvers: Approvers, groups: UserGroup[]): KnownBlock[] {
  const named = approvers === 'everyone' ? [] : approvers;
  const people = named.filter((id) => !id.startsWith('S'));
  return [
    whoInput(approvers === 'everyone'),
    peopleInput(FIELDS.policyPeople, 'These people', people, 'The writer of a draft never votes on it.'),
    ...groupsInput(
      groups,
      named.filter((id) => id.startsWith('S')),
    ),
  ];
}

/** A field for one to twenty. */
export function numberInput(field: Field, label: string, value: number): InputBlock {
  const bounds = { min_value: '1', max_value: '20', is_decimal_allowed: false };
  const known = value >= 1 && value <= 20 ? { initial_value: String(Math.floor(value)) } : {};
  return input(field, label, { type: 'number_input', ...bounds, ...known });
}

function windowInput(windowMs: number): InputBlock {
  const options = [...new Set([...WINDOWS, windowMs])]
    .sort((a, b) => a - b)
    .map((ms) => option(String(ms), formatDuration(ms)));
  const initial = options.find(({ value }) => value === String(windowMs));
  const element = { type: 'static_select', options, ...(initial && { initial_option: initial }) } as const;
  return input(FIELDS.policyWindow, 'How long a vote is open', element);
}

function whoInput(everyone: boolean): InputBlock {
  const options = [option('everyone', 'Everyone in the workspace'), option('named', 'Only those named below')];
  const initial = options[everyone ? 0 : 1];
  const element = { type: 'radio_buttons', options, ...(initial && { initial_option: initial }) } as const;
  return input(FIELDS.policyWho, 'Who may approve', element);
}

/** Slack has no field for user groups; where a plan has none, there is nothing to choose. */
function groupsInput(groups: UserGroup[], chosen: string[]): KnownBlock[] {
  const unknown = [...new Set(chosen)]
    .filter((id) => !groups.some((group) => group.id === id))
    .map((id) => ({ id, name: id }));
  const options = [...unknown, ...groups].slice(0, 100).map(groupOption);
  if (options.length === 0) return [note('This workspace has no user groups to choose from.')];
  const initial = options.filter(({ value }) => chosen.includes(value ?? ''));
  const element = {
    type: 'multi_static_select',
    options,
    ...(initial.length > 0 && { initial_options: initial }),
  } as const;
  const hint = 'Who is in a group is read anew for every vote.';
  return [input(FIELDS.policyGroups, 'And these user groups', element, { optional: true, hint })];
}

/** A user group to choose. */
export function groupOption({ id, name }: UserGroup) {
  return option(id, oneLine(name, 70) || id);
}

/** What came back. */
export function readPolicy(values: unknown): PolicyForm {
  const risks = readRiskAnswers(values);
  return {
    votes: typed(values, FIELDS.policyVotes),
    objections: typed(values, FIELDS.policyObjections),
    windowMs: choice(values, FIELDS.policyWindow) ?? '',
    everyone: choice(values, FIELDS.policyWho) !== 'named',
    people: peopleChosen(values, FIELDS.policyPeople),
    groups: choices(values, FIELDS.policyGroups),
    ...(risks && { risks }),
  };
}
