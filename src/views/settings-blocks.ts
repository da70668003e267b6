import type { Button, KnownBlock, SectionBlock } from '@slack/types';
import type { Department, FileSection } from '../domain/settings.ts';
import type { SettingsFacts, WatchBrief } from '../domain/settings-facts.ts';
import { formatOfficeHours } from '../domain/time.ts';
import { actions, button, header, plain, richText } from './blocks.ts';
import { goalLine } from './goal-words.ts';
import { count, number } from './labels.ts';
import { bold, line, oneLine, people, words } from './rich-text.ts';
import { ROUTE_KIND_WORDS } from './route-words.ts';
import { note } from './settings-form.ts';
import { SETTING_BUTTONS } from './settings-ids.ts';

const IN_FILE = 'Set in community.yml, and changed there.';

/** The team's own settings on a line or two, with the button that changes them. */
export function teamBlocks({ team }: SettingsFacts): KnownBlock[] {
  const who =
    team.managers.length > 0 ? people(team.managers, 8) : [words('the workspace’s admins, until somebody is named')];
  const hours = team.officeHours ? `office hours ${formatOfficeHours(team.officeHours)}` : 'always open';
  const holidays = team.holidays.length > 0 ? ` · ${count(team.holidays.length, 'holiday')}` : '';
  return [
    richText(
      line(bold('Community managers'), words(': '), ...who),
      line(words(`${oneLine(team.timezone, 60)} · ${hours}${holidays}${inFile(team.sections, 'team')}`)),
    ),
    ...actions(button(SETTING_BUTTONS.team, 0), button(SETTING_BUTTONS.summaries, 0)),
  ];
}

/** So many watches from `from` on, each with the button that opens it. */
export function watchBlocks({ watches }: SettingsFacts, room: number, from = 0): KnownBlock[] {
  const shown = watches.slice(from, from + room);
  if (shown.length === 0) return [note('Nothing is being watched yet. Add a watch to begin.')];
  return [...shown.map(watchRow), ...rest(watches.length - from - shown.length, 'more watch', 'more watches')];
}

function watchRow({ id, name, fromFile, pausedReason }: WatchBrief): SectionBlock {
  const paused = pausedReason === null ? '' : ` · paused${pausedReason ? `: ${oneLine(pausedReason, 120)}` : ''}`;
  const text = `${oneLine(name) || 'watch'}${paused}${fromFile ? ' · set in community.yml' : ''}`;
  return row(text, button(SETTING_BUTTONS.watch_open, id, { aloud: `Open ${oneLine(name, 60)}` }));
}

/** So many departments, each with the button that changes it; none of community.yml’s has one. */
export function departmentBlocks({ departments, team }: SettingsFacts, room: number): KnownBlock[] {
  const isInFile = team.sections.includes('departments');
  const shown = departments.slice(0, room).map((one, place) => departmentRow(one, place, isInFile));
  const hidden = rest(departments.length - shown.length, 'more department');
  const none = shown.length === 0 ? [note('There is no department yet that mentions could be handed to.')] : [];
  return [...none, ...shown, ...hidden, ...added(isInFile, SETTING_BUTTONS.department_add)];
}

function departmentRow({ name, takes }: Department, place: number, isInFile: boolean): KnownBlock {
  const kinds = takes.map((kind) => ROUTE_KIND_WORDS[kind].label.toLowerCase()).join(', ');
  const text = `${oneLine(name)} takes: ${kinds}`;
  if (isInFile) return note(text);
  return row(text, button(SETTING_BUTTONS.department_edit, place, { aloud: `Change ${oneLine(name, 60)}` }));
}

/** So many goals, each with the button that changes it; none of community.yml’s has one. */
export function goalBlocks({ goals, team }: SettingsFacts, room: number): KnownBlock[] {
  const isInFile = team.sections.includes('goals');
  const shown = goals.slice(0, room).map((goal, place) => {
    const text = goalLine(goal);
    const edit = button(SETTING_BUTTONS.goal_edit, place, { aloud: `Change: ${text}` });
    return isInFile ? note(text) : row(text, edit);
  });
  const none = shown.length === 0 ? [note('There is no goal yet.')] : [];
  return [
    ...none,
    ...shown,
    ...rest(goals.length - shown.length, 'more goal'),
    ...added(isInFile, SETTING_BUTTONS.goal_add),
  ];
}

/** The button that adds one, or why there is none. */
function added(isInFile: boolean, add: (typeof SETTING_BUTTONS)['goal_add' | 'department_add']): KnownBlock[] {
  return isInFile ? [note(IN_FILE)] : actions(button(add, 0));
}

/** A heading of a part of the settings. */
export function part(title: string): KnownBlock {
  return header(title);
}

function row(text: string, accessory: Button): SectionBlock {
  return { type: 'section', text: plain(text, 300), accessory };
}

function rest(more: number, one: string, many?: string): KnownBlock[] {
  return more > 0 ? [note(`and ${number(more)} ${more === 1 ? one : (many ?? `${one}s`)}`)] : [];
}

function inFile(sections: FileSection[], section: FileSection): string {
  return sections.includes(section) ? ' · set in community.yml' : '';
}
