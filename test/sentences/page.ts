import type { RefusalKind } from '../../src/domain/refusal.ts';
import {
  activitySentence,
  fieldSentence,
  findingSentence,
  LEVELS,
  refusalSentence,
  riskSentence,
  STATUS_LABELS,
} from '../../src/views/copy.ts';
import { CALL_BUTTONS, CRISIS_BUTTON, LOG_BUTTON, MENTION_BUTTONS, ROUTE_BUTTONS } from '../../src/views/ids.ts';
import { ROUTE_KIND_WORDS } from '../../src/views/route-words.ts';
import { SETTING_BUTTONS } from '../../src/views/settings-ids.ts';
import { BEN, NOW } from '../helpers/facts.ts';
import { AUTHOR_LABELS, authors } from './authors.ts';
import { cardLines, cardsByStatus } from './cards.ts';
import { FINDINGS, RISKS } from './findings.ts';
import { formsShown } from './forms.ts';
import { HISTORY } from './history.ts';
import { ballots, calls, crises, greetings, help, routes } from './messages.ts';
import { NOTICES } from './notices.ts';
import { drawn } from './on-screen.ts';
import { REFUSALS } from './refusals.ts';
import { reports } from './reports.ts';
import { summaries } from './summaries.ts';

const INTRO = `# Every sentence a person can meet

This page is made from the code with plain facts: Ben has a mention of the watch Acme by Maya Ito, Ana and Chi vote,
Dana is a community manager. \`UPDATE_DOCS=1 npm test -- test/sentences\` writes it anew. To change a sentence, change
it in \`src/views\`; to judge it, read it here among the others.`;

/** The whole page as it should be. */
export function sentencesPage(): string {
  const parts = [
    INTRO,
    section('Refusals', 'Why something was not done and what to do instead, for one person’s eyes.', refusals()),
    section('Under a field', 'Where a refusal stands below a form’s field, which draws no names.', underFields()),
    section('Notices', 'In the card’s thread, in a direct message, or for one person’s eyes.', notices()),
    section('History', 'The record under “More…”, each line with its time before it.', history()),
    section('Checks before publishing', '', findings()),
    section('Why a vote asks for more', '', [list(RISKS.map((risk) => drawn(riskSentence(risk, BEN))))]),
    section('Labels', '', labels()),
    section('The card', 'Whole, in each status.', shown(cardsByStatus())),
    section('What else a card says', 'The lines that come on top of those.', shown(cardLines())),
    section('The vote', '', shown(ballots())),
    section('The call for help', '', shown(calls())),
    section('The crisis', '', shown(crises())),
    section('What a department is asked', '', shown(routes())),
    section('Forms', 'Their title and the button that sends them, then what stands in them.', shown(formsShown())),
    section('People outside', 'What is said of authors: on cards, in forms and in lists.', shown(authors())),
    section('Summaries', 'What the clock posts, and where that is set.', shown(summaries())),
    section('First steps', 'The greeting of a community manager, in a direct message.', shown(greetings())),
    section('The report', 'What /community report answers, with its two charts in between.', shown(reports())),
    section('Help', '', shown(help())),
  ];
  return `${parts.join('\n\n')}\n`;
}

function section(title: string, about: string, body: string[]): string {
  return [`## ${title}`, ...(about ? [about] : []), ...body].join('\n\n');
}

function refusals(): string[] {
  const kinds = Object.keys(REFUSALS) as RefusalKind[];
  return [byName(kinds, (kind) => REFUSALS[kind].map((one) => drawn(refusalSentence(one))))];
}

function underFields(): string[] {
  const all = Object.values(REFUSALS).flat();
  const other = all.filter((one) => fieldSentence(one) !== drawn(refusalSentence(one)));
  return [list(other.map(fieldSentence))];
}

function notices(): string[] {
  const names = Object.keys(NOTICES) as (keyof typeof NOTICES)[];
  return [byName(names, (name) => NOTICES[name].map(drawn))];
}

function history(): string[] {
  return [
    byName(Object.keys(HISTORY), (act) =>
      (HISTORY[act] ?? []).map(({ by = BEN, detail = {} }) =>
        drawn(activitySentence({ at: NOW, personId: by, act, detail })),
      ),
    ),
  ];
}

function findings(): string[] {
  const kinds = Object.keys(FINDINGS) as (keyof typeof FINDINGS)[];
  return [byName(kinds, (kind) => FINDINGS[kind].map((one) => drawn(findingSentence(one, 'UTC'))))];
}

function labels(): string[] {
  const levels = Object.values(LEVELS).map(({ label, asks, means }) => `${label}: ${means}. “@Ben ${asks}”`);
  const kinds = Object.values(ROUTE_KIND_WORDS).map(({ label, one }) => `${label}: “@Ben has ${one}”`);
  const lone = [CRISIS_BUTTON.label, LOG_BUTTON.label];
  return [
    ['A status in a list', Object.values(STATUS_LABELS)],
    ['Levels of a call for help', levels],
    ['What a department takes', kinds],
    ['Buttons of a mention', labelsOf(MENTION_BUTTONS)],
    ['Buttons of a call for help, of a crisis, of the log', [...labelsOf(CALL_BUTTONS), ...lone]],
    ['Buttons of a department', labelsOf(ROUTE_BUTTONS)],
    ['Buttons of a list of authors', AUTHOR_LABELS],
    ['Buttons of settings', labelsOf(SETTING_BUTTONS)],
  ].map(([name, lines]) => `### ${name}\n\n${list(lines as string[])}`);
}

function labelsOf(buttons: Record<string, { label: string }>): string[] {
  return [...new Set(Object.values(buttons).map(({ label }) => label))];
}

/** Each sentence behind the name that the code has for it. */
function byName<T extends string>(names: T[], sentences: (name: T) => string[]): string {
  return names.flatMap((name) => sentences(name).map((one) => `- \`${name}\` ${escaped(one)}`)).join('\n');
}

function list(lines: string[]): string {
  return lines.map((one) => `- ${escaped(one)}`).join('\n');
}

/** Each thing under its own heading, line by line as on the screen. */
function shown(things: [string, string[]][]): string[] {
  return things.map(([name, lines]) => `### ${name}\n\n${lines.map((one) => `> ${escaped(one)}`).join('  \n')}`);
}

function escaped(text: string): string {
  return text.replace(/[*_<`]/g, '\\$&').replaceAll('\n', ' ');
}
