import type { KnownBlock, ModalView, RichTextElement } from '@slack/types';
import type { TeamFacts } from '../domain/settings-facts.ts';
import type { TeamForm } from '../domain/team-form.ts';
import { formatOfficeHours } from '../domain/time.ts';
import { richText } from './blocks.ts';
import { channelChosen, isThere, peopleChosen, typed } from './form-values.ts';
import { CALLBACKS, FIELDS, SHOWN } from './ids.ts';
import { modal } from './modal.ts';
import { channel, line, oneLine, people, words } from './rich-text.ts';
import { channelInput, linesInput, peopleInput, settingsForm, textInput } from './settings-form.ts';

const IN_FILE = 'Set in community.yml, and changed there:';

/** The form of the team: managers, times, channels, forbidden words. What community.yml manages is only shown. Pure. */
export function teamModal(team: TeamFacts): ModalView {
  const blocks = [
    ...(team.sections.includes('team') ? peopleAndTimesShown(team) : peopleAndTimes(team)),
    ...(team.sections.includes('channels') ? channelsShown(team) : channels(team)),
    ...(team.sections.includes('forbidden_words') ? forbiddenShown(team) : forbidden(team)),
  ];
  // Where the file has everything there is nothing to save.
  const isForm = blocks.some(({ type }) => type === 'input');
  if (!isForm) return modal({ title: 'The team', callbackId: SHOWN.settings, blocks });
  return settingsForm({ title: 'The team', callbackId: CALLBACKS.team, blocks }, { id: 0, seen: team.stamp });
}

function peopleAndTimes(team: TeamFacts): KnownBlock[] {
  const hours = team.officeHours ? formatOfficeHours(team.officeHours) : '';
  return [
    peopleInput(
      FIELDS.teamManagers,
      'Community managers',
      team.managers,
      'They may change settings. If you leave yourself out, you no longer can; if nobody is named, the workspace’s admins can.',
    ),
    textInput(FIELDS.teamZone, 'Time zone', team.timezone, 60, { hint: 'Such as Europe/Berlin or America/New_York' }),
    textInput(FIELDS.teamHours, 'Office hours', hours, 60, {
      optional: true,
      hint: 'Such as mon-fri 09:00-18:00. Reminders and calls for help wait outside of them; empty means always.',
    }),
    linesInput(FIELDS.teamHolidays, 'Holidays', team.holidays, 'One day a line, such as 2026-12-25'),
  ];
}

function channels(team: TeamFacts): KnownBlock[] {
  return [
    channelInput(FIELDS.teamApprovals, 'Channel for votes', team.approvalsChannel, {
      optional: true,
      hint: 'Drafts are voted on here.',
    }),
    channelInput(FIELDS.teamEscalations, 'Channel for calls for help', team.escalationsChannel, {
      optional: true,
      hint: 'Used where a watch does not say whom a call for help reaches.',
    }),
  ];
}

function forbidden({ forbiddenWords }: TeamFacts): KnownBlock[] {
  const hint = 'One a line. A reply that holds one of them is not published.';
  return [linesInput(FIELDS.teamForbidden, 'Forbidden words', forbiddenWords, hint)];
}

function peopleAndTimesShown({ managers, timezone, officeHours, holidays }: TeamFacts): KnownBlock[] {
  const who = managers.length > 0 ? people(managers) : [words('the workspace’s admins')];
  const times = [timezone, officeHours ? formatOfficeHours(officeHours) : 'always open'];
  if (holidays.length > 0) times.push(`holidays ${holidays.slice(0, 20).join(', ')}`);
  return [shown([words('Community managers: '), ...who], [words(times.join(' · '))])];
}

function channelsShown({ approvalsChannel, escalationsChannel }: TeamFacts): KnownBlock[] {
  const at = (id: string | null) => (id ? channel(id) : words('none yet'));
  return [shown([words('Votes: '), at(approvalsChannel)], [words('Calls for help: '), at(escalationsChannel)])];
}

function forbiddenShown({ forbiddenWords }: TeamFacts): KnownBlock[] {
  const some = forbiddenWords.slice(0, 50).map((one) => oneLine(one, 60));
  const more = forbiddenWords.length > some.length ? ` and ${forbiddenWords.length - some.length} more` : '';
  return [shown([words(`Forbidden words: ${some.join(', ') || 'none'}${more}`)])];
}

function shown(...lines: RichTextElement[][]): KnownBlock {
  return richText(line(words(IN_FILE)), ...lines.map((one) => line(...one)));
}

/** What came back; fields that the form did not hold are left out. */
export function readTeam(values: unknown): TeamForm {
  const has = (field: Parameters<typeof isThere>[1]) => isThere(values, field);
  return {
    ...(has(FIELDS.teamManagers) && { managers: peopleChosen(values, FIELDS.teamManagers) }),
    ...(has(FIELDS.teamZone) && { timezone: typed(values, FIELDS.teamZone).trim() }),
    ...(has(FIELDS.teamHours) && { officeHours: typed(values, FIELDS.teamHours) }),
    ...(has(FIELDS.teamHolidays) && { holidays: typed(values, FIELDS.teamHolidays) }),
    ...(has(FIELDS.teamApprovals) && { approvalsChannel: channelChosen(values, FIELDS.teamApprovals) }),
    ...(has(FIELDS.teamEscalations) && { escalationsChannel: channelChosen(values, FIELDS.teamEscalations) }),
    ...(has(FIELDS.teamForbidden) && { forbiddenWords: typed(values, FIELDS.teamForbidden) }),
  };
}
