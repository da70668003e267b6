import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readGoalForm } from '../../src/domain/goal-form.ts';
import { readPolicyForm } from '../../src/domain/policy-form.ts';
import type { ExtraVotes, Goal } from '../../src/domain/settings.ts';
import { departmentModal, readDepartment } from '../../src/views/department-modal.ts';
import { goalModal, readGoal } from '../../src/views/goal-modal.ts';
import { homeView } from '../../src/views/home.ts';
import { ladderModal, readLadder } from '../../src/views/ladder-modal.ts';
import { policyModal, readPolicy } from '../../src/views/policy-modal.ts';
import { readSettingsRef } from '../../src/views/settings-form.ts';
import { settingsModal } from '../../src/views/settings-modal.ts';
import { readTeam, teamModal } from '../../src/views/team-modal.ts';
import { readWatchAnswers, watchModal } from '../../src/views/watch-modal.ts';
import { watchPage } from '../../src/views/watch-page.ts';
import { watchChecking, watchSaved } from '../../src/views/watch-saved.ts';
import { ANA, aHome, DANA, minutesAgo, NOW, someSettings, teamSettings, watchSettings } from '../helpers/facts.ts';
import { anyHome } from './any-facts.ts';
import { anyGroups, anyPreview, anySettings, anyTeam, anyWatchSettings } from './any-settings.ts';
import { viewProblems } from './limits.ts';
import { buttonsOf, everyObject, linesOf } from './reading.ts';

const VIEWS = {
  'the settings': fc.tuple(anySettings, fc.nat()).map(([facts, page]) => settingsModal(facts, page)),
  'the team': anyTeam.map(teamModal),
  'the watch': anyWatchSettings.map((watch) => watchModal(watch)),
  'the watch to read': anyWatchSettings.map(watchPage),
  'the watch that was saved': fc.tuple(anyWatchSettings, anyPreview).map(([watch, seen]) => watchSaved(watch, seen)),
  'the votes': fc.tuple(anyWatchSettings, anyGroups).map(([watch, groups]) => policyModal(watch, groups)),
  'the calls for help': fc.tuple(anyWatchSettings, anyGroups).map(([watch, groups]) => ladderModal(watch, groups)),
  'a department': anySettings.map(({ departments }) => departmentModal(departments[0])),
  'a new goal': anySettings.map((facts) => goalModal(facts)),
  'a goal': anySettings.map((facts) => goalModal(facts, facts.goals[0])),
  'the wait': fc.constant(watchChecking()),
};

test.each(Object.entries(VIEWS))('%s keeps Slack’s limits, whatever the facts', (_, any) => {
  fc.assert(
    fc.property(any, (view) => {
      expect(viewProblems(view)).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test('App Home keeps its end, the settings, however much stands above', () => {
  fc.assert(
    fc.property(anyHome, anySettings, (facts, settings) => {
      const full = aHome({ ...facts, manager: { status: facts.manager?.status ?? NO_STATUS, settings } });
      const { blocks } = homeView(full, NOW);
      expect(buttonsOf(blocks)).toContain('All settings…');
      expect(linesOf(blocks)).toEqual(expect.arrayContaining(['Watches', 'Departments', 'Goals']));
      const last = settings.team.sections.includes('goals')
        ? 'Set in community.yml, and changed there.'
        : 'Add a goal…';
      expect(linesOf(blocks.slice(-1))).toEqual([last]);
    }),
    { numRuns: 60 },
  );
});

const NO_STATUS = {
  sources: [],
  due: { drawings: 0, polls: 0, recounts: 0 },
  dead: [],
  pausedChannels: [],
  timezone: 'UTC',
};

/** What Slack sends for a view as it was drawn, when nobody changes anything. */
function unchanged(view: { blocks: unknown[] }): Record<string, Record<string, unknown>> {
  const fields = everyObject(view.blocks).filter((one) => one.type === 'input');
  return Object.fromEntries(
    fields.map(({ block_id: block, element }) => {
      const { action_id: action, ...drawn } = element as Record<string, unknown>;
      return [block, { [String(action)]: asState(drawn) }];
    }),
  );
}

function asState(drawn: Record<string, unknown>): Record<string, unknown> {
  return {
    value: drawn.initial_value ?? null,
    selected_option: drawn.initial_option ?? null,
    selected_options: drawn.initial_options ?? [],
    selected_users: drawn.initial_users ?? [],
    selected_user: drawn.initial_user ?? null,
    selected_conversation: drawn.initial_conversation ?? null,
  };
}

test('the team’s form gives back what it was opened with', () => {
  const { sections: _, stamp: __, defaultChannel: ___, ...team } = teamSettings();
  expect(readTeam(unchanged(teamModal(teamSettings())))).toEqual({
    ...team,
    officeHours: 'mon-fri 09:00-18:00',
    holidays: '2026-12-25',
    forbiddenWords: 'guarantee',
  });
});

test('what community.yml manages of the team is shown as such, and does not come back', () => {
  const view = teamModal(teamSettings({ sections: ['team', 'channels'] }));
  expect(linesOf(view.blocks).slice(0, 6)).toEqual([
    'Set in community.yml, and changed there:',
    'Community managers: Dana',
    'Europe/Berlin · mon-fri 09:00-18:00 · holidays 2026-12-25',
    'Set in community.yml, and changed there:',
    'Votes: #C0VOTES',
    'Calls for help: #C0HELP',
  ]);
  expect(readTeam(unchanged(view))).toEqual({ forbiddenWords: 'guarantee' });
});

test('forbidden words of community.yml are shown, and a form that has nothing to change has nothing to save', () => {
  const words = teamModal(teamSettings({ sections: ['forbidden_words'] }));
  expect(linesOf(words.blocks).slice(-2)).toEqual([
    'Set in community.yml, and changed there:',
    'Forbidden words: guarantee',
  ]);
  expect(readTeam(unchanged(words))).not.toHaveProperty('forbiddenWords');
  const all = teamModal(teamSettings({ sections: ['team', 'forbidden_words', 'channels'], forbiddenWords: [] }));
  expect(linesOf(all.blocks).at(-1)).toBe('Forbidden words: none');
  expect(all.submit).toBeUndefined();
});

test('the watch’s form gives back what it was opened with, and remembers which watch it is', () => {
  const view = watchModal(watchSettings());
  expect(readSettingsRef(view.private_metadata)).toEqual({ id: 7, seen: 'stamp' });
  expect(readWatchAnswers(unchanged(view))).toEqual({
    name: 'Acme',
    channel: 'C0GEN',
    any: 'acme cloud',
    all: '',
    none: 'acme anvils',
    addresses: 'https://blog.example/feed.xml',
    voices: [ANA],
    showNewest: false,
  });
});

test('what is too long for a field is said to stay, and does not come back', () => {
  const view = watchModal(watchSettings({ none: Array.from({ length: 400 }, (_, n) => `phrase number ${n}`) }));
  expect(linesOf(view.blocks)).toContain('None of these: too long to be changed here; it stays as it is.');
  expect(readWatchAnswers(unchanged(view)).none).toBeUndefined();
});

test('the form of the votes gives back what it was opened with, also a group that Slack no longer lists', () => {
  const approval = { votes: 3, objections: 2, windowMs: 90 * 60_000, approvers: [ANA, 'S0GONE'] };
  expect(readPolicy(unchanged(policyModal(watchSettings({ approval }), [{ id: 'S0LEADS', name: 'Leads' }])))).toEqual({
    votes: '3',
    objections: '2',
    windowMs: String(90 * 60_000),
    everyone: false,
    people: [ANA],
    groups: ['S0GONE'],
    risks: expect.any(Array),
  });
});

test('what risks add comes back as it was set, also what the form cannot say', () => {
  const extra: ExtraVotes[] = [
    { when: 'negative', votes: 5 },
    { when: 'reach_over', reach: 1000, votes: 1 },
    { when: 'reach_over', reach: 9000, votes: 2 },
    { when: 'first_draft', group: 'S0GONE' },
  ];
  const approval = { ...watchSettings().approval, extra };
  const { risks } = readPolicy(unchanged(policyModal(watchSettings({ approval }), [])));
  expect(risks?.map(({ when, demand }) => [when, demand])).toEqual([
    ['negative', 'votes:5'],
    ['reach_over', 'keep'],
    ['first_draft', 'group:S0GONE'],
    ['crisis', 'votes:1'],
  ]);
  const form = { votes: '2', objections: '1', windowMs: '3600000', everyone: true, people: [], groups: [] };
  const policy = readPolicyForm({ ...form, ...(risks && { risks }) }, extra);
  expect('extra' in policy && policy.extra).toEqual([...extra, { when: 'crisis', votes: 1 }]);
});

test('a workspace without user groups is not asked for one', () => {
  const lines = linesOf(policyModal(watchSettings(), []).blocks);
  expect(lines).toContain('This workspace has no user groups to choose from.');
  expect(linesOf(ladderModal(watchSettings(), []).blocks)).not.toContain('A user group');
});

test('the ladder’s form gives back what it was opened with', () => {
  const escalation = [
    { to: 'C0HELP', afterMs: 0 },
    { to: DANA, afterMs: 20 * 60_000 },
    { to: 'S0LEADS', afterMs: 60 * 60_000 },
  ];
  const nobody = { channel: null, person: null, group: null };
  expect(readLadder(unchanged(ladderModal(watchSettings({ escalation }), [{ id: 'S0LEADS', name: 'Leads' }])))).toEqual(
    [
      { ...nobody, channel: 'C0HELP', afterMs: '0' },
      { ...nobody, person: DANA, afterMs: String(20 * 60_000) },
      { ...nobody, group: 'S0LEADS', afterMs: String(60 * 60_000) },
    ],
  );
});

test('a department’s form gives back what it was opened with, and can remove it', () => {
  const department = { name: 'Product', channel: 'C0PRODUCT', takes: ['idea' as const, 'defect' as const] };
  const view = departmentModal(department);
  expect(readDepartment(unchanged(view))).toEqual({ ...department, remove: false });
  expect(linesOf(view.blocks)).toContain('Remove this department');
  expect(linesOf(departmentModal().blocks)).not.toContain('Remove this department');
});

test('a goal’s form comes back as it was, whatever the goal', () => {
  const goals: Goal[] = [
    { metric: 'mentions', target: 5, period: 'day' },
    { metric: 'tone_balance', target: -12.5, period: 'quarter', watch: 'a watch of old', owner: 'U0BEN' },
    { metric: 'open_longer_than_hours', target: 0, period: 'week', hours: 24 },
    { metric: 'resolved_by_department', target: 3, period: 'month', department: 'Product' },
  ];
  for (const goal of goals) {
    const form = readGoal(unchanged(goalModal({ watches: [], departments: [] }, goal)));
    const names = { watches: ['a watch of old'], departments: ['Product'] };
    expect(readGoalForm(form, [], names)).toEqual(goal);
  }
});

test.each([undefined, null, {}, [], 'x', { team_zone: 1 }, { watch_any: { text: { value: 7 } } }])(
  'a settings form that came back as %j is read without harm',
  (values) => {
    expect(readTeam(values).managers ?? []).toEqual([]);
    expect(readWatchAnswers(values).name).toBe('');
    expect(readPolicy(values)).toMatchObject({ votes: '', everyone: true, people: [] });
    expect(readLadder(values)).toHaveLength(3);
    expect(readDepartment(values)).toEqual({ name: '', channel: null, takes: [], remove: false });
    const none = { metric: '', target: '', period: '', watch: '', department: '', hours: '', owner: '' };
    expect(readGoal(values)).toEqual({ ...none, remove: false });
  },
);

test.each([undefined, '', 'x', 'null', '{"id":-1,"seen":""}', '{"id":"7","seen":"x"}'])(
  'metadata that is not ours is a new one’s: %s',
  (metadata) => {
    expect(readSettingsRef(metadata)).toEqual({ id: 0, seen: '' });
  },
);

test('a watch of community.yml is shown whole, without a button that changes it', () => {
  const { blocks } = watchPage(watchSettings({ fromFile: true }));
  expect(buttonsOf(blocks)).toEqual(['All settings…']);
  expect(linesOf(blocks)).toContain('It is set in community.yml, and changed there.');
});

test('a watch of Slack says what holds, how its sources are, and what can be changed', () => {
  const source = {
    ...{ id: 1, network: 'rss', name: 'Acme Blog', watches: [], everyMs: 300_000, nextPollAt: null, stopped: false },
    ...{ lastSuccessAt: minutesAgo(3), lastError: null },
  };
  const escalation = [
    { to: 'C0HELP', afterMs: 0 },
    { to: DANA, afterMs: 30 * 60_000 },
  ];
  const { blocks } = watchPage(watchSettings({ sources: [source], escalation }));
  expect(linesOf(blocks).slice(0, 7)).toEqual([
    'Acme in #C0GEN',
    'Listens for any of “acme cloud”, but not “acme anvils”',
    'A draft needs 2 approvals; 1 objection stops it. A vote is open for 1 day. Everyone may approve.',
    'No vote is needed for Ana.',
    'A call for help reaches #C0HELP at once, then Dana after 30 minutes.',
    'Sources',
    'Acme Blog · last fetched {ago}',
  ]);
  expect(buttonsOf(blocks)).toEqual(['Change…', 'Votes…', 'Calls for help…', 'Pause', 'All settings…']);
  const paused = watchPage(watchSettings({ pausedReason: 'A community manager paused it.' }));
  expect(buttonsOf(paused.blocks)).toContain('Resume');
});

test('the settings name what is managed by the file, and offer no change there', () => {
  const facts = someSettings({
    team: teamSettings({ sections: ['departments', 'goals'] }),
    watches: [
      { id: 7, name: 'Acme', fromFile: true, pausedReason: null },
      { id: 8, name: 'Beta', fromFile: false, pausedReason: 'The channel was archived.' },
    ],
    departments: [{ name: 'Product', channel: 'C0PRODUCT', takes: ['idea', 'defect'] }],
    goals: [{ metric: 'median_minutes_to_claim', target: 60, period: 'week' }],
  });
  const { blocks } = settingsModal(facts);
  expect(linesOf(blocks)).toEqual([
    'Community managers: Dana',
    'Europe/Berlin · office hours mon-fri 09:00-18:00 · 1 holiday',
    'Change the team…',
    'Summaries…',
    'Watches',
    'Acme · set in community.yml',
    'Open…',
    'Beta · paused: The channel was archived.',
    'Open…',
    'Add a watch…',
    'Departments',
    'Product takes: product idea, defect',
    'Set in community.yml, and changed there.',
    'Goals',
    'A week: half of the claims within 60 minutes',
    'Set in community.yml, and changed there.',
  ]);
});

test('more watches than fit are on further pages, and after the last the first comes again', () => {
  const watches = Array.from({ length: 70 }, (_, n) => ({
    id: n + 1,
    name: `W${n}`,
    fromFile: false,
    pausedReason: null,
  }));
  const pages = [0, 1, 2, 3].map((page) => settingsModal(someSettings({ watches }), page).blocks);
  expect(pages.map((blocks) => linesOf(blocks).filter((one) => /^W\d/.test(one)).length)).toEqual([30, 30, 10, 30]);
  expect(pages.map((blocks) => buttonsOf(blocks).find((one) => /watches$/.test(one)))).toEqual([
    'More watches',
    'More watches',
    'The first watches',
    'More watches',
  ]);
});

test.each([
  [
    { items: 40, matches: 3, days: 14, titles: ['One'] },
    'Of the 40 items of the last 14 days it would have matched 3.',
  ],
  [{ items: 1, matches: 1, days: 14, titles: [] }, 'Of the one item of the last 14 days it would have matched 1.'],
  [
    { items: 40, matches: 0, days: 14, titles: [] },
    'Of the 40 items of the last 14 days it would have matched none. Perhaps the phrases are too narrow.',
  ],
  [{ items: 0, matches: 0, days: 14, titles: [] }, 'Its sources have brought nothing yet.'],
])('a saved watch says what it would have matched', (preview, words) => {
  const source = {
    ...{ id: 1, network: 'rss', name: 'Acme Blog', watches: [], everyMs: 300_000, nextPollAt: null, stopped: false },
    ...{ lastSuccessAt: minutesAgo(0), lastError: null },
  };
  const lines = linesOf(watchSaved(watchSettings({ sources: [source] }), preview).blocks);
  expect(lines).toContain(words);
  for (const title of preview.titles) expect(lines).toContain(title);
});
