import type { Refusal } from './refusal.ts';
import { formReader } from './setting-form.ts';
import * as values from './setting-values.ts';
import type { OfficeHours } from './settings.ts';

/** The team's form as it came back; what was not in the form is undefined. */
export type TeamForm = {
  managers?: string[];
  timezone?: string;
  officeHours?: string;
  holidays?: string;
  approvalsChannel?: string | null;
  escalationsChannel?: string | null;
  forbiddenWords?: string;
};

/** What the form changes; undefined stays as it is. */
export type TeamEdits = {
  managers?: string[] | undefined;
  timezone?: string | undefined;
  officeHours?: OfficeHours | null | undefined;
  holidays?: string[] | undefined;
  approvalsChannel?: string | null | undefined;
  escalationsChannel?: string | null | undefined;
  forbiddenWords?: string[] | undefined;
};

/** What the form says, or what is wrong in it. Pure. */
export function readTeamForm(form: TeamForm): TeamEdits | Refusal {
  const reader = formReader();
  const { officeHours, holidays, forbiddenWords } = form;
  const hours = officeHours?.trim();
  const edits: TeamEdits = {
    managers: form.managers && reader.read('managers', values.person.array(), form.managers),
    timezone: form.timezone && reader.read('timezone', values.timezone, form.timezone.trim()),
    officeHours: hours ? reader.read('officeHours', values.officeHours, hours) : hours === '' ? null : undefined,
    holidays: holidays === undefined ? undefined : reader.readLines('holidays', values.holiday, holidays).sort(),
    approvalsChannel: form.approvalsChannel,
    escalationsChannel: form.escalationsChannel,
    forbiddenWords:
      forbiddenWords === undefined ? undefined : reader.readLines('forbiddenWords', values.phrase, forbiddenWords),
  };
  if (form.timezone === '') reader.say('timezone', 'A team needs a time zone, such as Europe/Berlin.');
  return reader.refusal() ?? edits;
}
