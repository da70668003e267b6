import type { KnownBlock, ModalView } from '@slack/types';
import type { RungForm } from '../domain/policy-form.ts';
import type { EscalationStep } from '../domain/settings.ts';
import type { UserGroup, WatchFacts } from '../domain/settings-facts.ts';
import { stampOf } from '../domain/stamp.ts';
import { formatDuration } from '../domain/time.ts';
import { header, input, option } from './blocks.ts';
import { channelChosen, choice, personChosen } from './form-values.ts';
import { CALLBACKS, FIELDS } from './ids.ts';
import { groupOption } from './policy-modal.ts';
import { isUserId, oneLine } from './rich-text.ts';
import { channelInput, note, settingsForm } from './settings-form.ts';

const MINUTE = 60_000;
const AFTER = [0, 15, 30, 60, 120, 240, 480, 1440].map((minutes) => minutes * MINUTE);

const RUNGS = [
  {
    title: 'First',
    channel: FIELDS.rung1Channel,
    person: FIELDS.rung1Person,
    group: FIELDS.rung1Group,
    after: FIELDS.rung1After,
  },
  {
    title: 'If nobody is on it',
    channel: FIELDS.rung2Channel,
    person: FIELDS.rung2Person,
    group: FIELDS.rung2Group,
    after: FIELDS.rung2After,
  },
  {
    title: 'If still nobody is on it',
    channel: FIELDS.rung3Channel,
    person: FIELDS.rung3Person,
    group: FIELDS.rung3Group,
    after: FIELDS.rung3After,
  },
] as const;

/** The form of a watch's ladder: whom a call for help reaches, one after the other. Pure. */
export function ladderModal(watch: WatchFacts, groups: UserGroup[]): ModalView {
  const blocks: KnownBlock[] = [
    note(
      `Whom a call for help about ${oneLine(watch.name)} reaches. Choose one for each step: a channel, a person${groups.length > 0 ? ' or a user group' : ''}.`,
    ),
    ...(watch.escalation.length > RUNGS.length
      ? [note(`It has ${watch.escalation.length} steps; only the first three fit here, and saving keeps only those.`)]
      : []),
    ...RUNGS.flatMap((rung, n) => rungBlocks(rung, watch.escalation[n], groups)),
  ];
  return settingsForm(
    { title: 'Calls for help', callbackId: CALLBACKS.ladder, blocks },
    { id: watch.id, seen: stampOf(watch.escalation) },
  );
}

function rungBlocks(rung: (typeof RUNGS)[number], step: EscalationStep | undefined, groups: UserGroup[]): KnownBlock[] {
  const to = step?.to ?? '';
  const person = isUserId(to) ? { initial_user: to } : {};
  return [
    header(rung.title),
    channelInput(rung.channel, 'A channel', to, { optional: true }),
    input(rung.person, 'A person', { type: 'users_select', ...person }, { optional: true }),
    ...groupBlock(rung.group, to, groups),
    afterBlock(rung.after, step?.afterMs ?? 0),
  ];
}

function groupBlock(field: (typeof RUNGS)[number]['group'], to: string, groups: UserGroup[]): KnownBlock[] {
  const known = to.startsWith('S') && !groups.some(({ id }) => id === to) ? [{ id: to, name: to }, ...groups] : groups;
  const options = known.slice(0, 100).map(groupOption);
  if (options.length === 0) return [];
  const initial = options.find(({ value }) => value === to);
  const element = { type: 'static_select', options, ...(initial && { initial_option: initial }) } as const;
  return [input(field, 'A user group', element, { optional: true })];
}

function afterBlock(field: (typeof RUNGS)[number]['after'], afterMs: number): KnownBlock {
  const options = [...new Set([...AFTER, afterMs])]
    .sort((a, b) => a - b)
    .map((ms) => option(String(ms), ms === 0 ? 'At once' : `After ${formatDuration(ms)}`));
  const initial = options.find(({ value }) => value === String(afterMs));
  return input(field, 'When', { type: 'static_select', options, ...(initial && { initial_option: initial }) });
}

/** What came back, step by step. */
export function readLadder(values: unknown): RungForm[] {
  return RUNGS.map(({ channel, person, group, after }) => ({
    channel: channelChosen(values, channel),
    person: personChosen(values, person) ?? null,
    group: choice(values, group) ?? null,
    afterMs: choice(values, after) ?? '0',
  }));
}
