import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { parseCommunityFile } from '../src/community-file.ts';
import { DEFAULT_APPROVAL, type TeamSettings } from '../src/domain/settings.ts';

const NETWORKS = [
  { name: 'rss', settings: z.object({ url: z.url(), title: z.string().optional() }) },
  { name: 'forum', settings: z.strictObject({ board: z.object({ id: z.number() }) }) },
];

/** A watch that is right, with these lines under it. */
function aWatch(...lines: string[]): string {
  return [
    'watches:',
    '  - name: Acme',
    '    channel: C01GEN',
    '    any: [acme]',
    ...lines.map((line) => `    ${line}`),
  ].join('\n');
}

function settingsOf(text: string): TeamSettings {
  const read = parseCommunityFile(text, NETWORKS);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.settings;
}

/** One line a fault, "path: problem". */
function faultsOf(text: string): string[] {
  const read = parseCommunityFile(text, NETWORKS);
  return read.ok ? [] : read.problems.map(({ path, problem }) => `${path}: ${problem}`);
}

test('the example is right and means what it says', () => {
  const example = readFileSync(new URL('../community.example.yml', import.meta.url), 'utf8');
  const settings = settingsOf(example);
  expect(settings).toMatchObject({
    managers: ['U01ALICE', 'ben@example.com'],
    timezone: 'Europe/Berlin',
    officeHours: { days: [1, 2, 3, 4, 5], fromMinute: 540, toMinute: 1080 },
    holidays: ['2026-12-25', '2027-01-01'],
    forbiddenWords: ['guaranteed', 'world-class'],
    sections: ['team', 'forbidden_words', 'channels', 'departments', 'goals'],
    approvalsChannel: 'C02APPROVE',
    escalationsChannel: 'C03HELP',
    departments: [
      { name: 'Product', channel: 'C04PRODUCT', takes: ['idea', 'defect'] },
      { name: 'Sales', channel: 'C05SALES', takes: ['lead', 'partnership'] },
    ],
    goals: [
      { metric: 'median_minutes_to_claim', target: 60, period: 'week' },
      { metric: 'open_longer_than_hours', target: 0, period: 'week', hours: 24, owner: 'U01ALICE' },
      { metric: 'share_answered', target: 80, period: 'month', watch: 'Acme' },
    ],
  });
  expect(settings.watches).toEqual([
    {
      name: 'Acme',
      channel: 'C01GEN',
      any: ['acme cloud', 'acme.dev'],
      all: [],
      none: ['acme anvils'],
      voices: [],
      sources: [
        { network: 'rss', settings: { url: 'https://example.com/feed.xml' }, everyMs: 60_000, backfill: 5 },
        { network: 'rss', settings: { url: 'https://example.org/forum/latest.rss' }, everyMs: 300_000, backfill: 0 },
      ],
      approval: {
        votes: 2,
        objections: 1,
        windowMs: 86_400_000,
        approvers: 'everyone',
        extra: [
          { when: 'first_draft', votes: 1 },
          { when: 'reach_over', reach: 10_000, votes: 1, group: 'S01LEADS' },
        ],
      },
      escalation: [
        { to: 'C03HELP', afterMs: 0 },
        { to: 'S01LEADS', afterMs: 1_800_000 },
      ],
    },
  ]);
});

test('a file with nothing but a section that is empty takes every default', () => {
  expect(settingsOf('team: {}')).toEqual({
    sections: ['team'],
    managers: [],
    timezone: 'UTC',
    officeHours: undefined,
    holidays: [],
    forbiddenWords: [],
    approvalsChannel: undefined,
    escalationsChannel: undefined,
    watches: [],
    departments: [],
    goals: [],
  });
});

test('forbidden words are the file’s only when it names them, each once', () => {
  const words = (text: string) => {
    const { sections, forbiddenWords } = settingsOf(text);
    return { sections, forbiddenWords };
  };
  expect(words('team: { forbidden_words: [Guaranteed, "world-class", Guaranteed] }')).toEqual({
    sections: ['team', 'forbidden_words'],
    forbiddenWords: ['Guaranteed', 'world-class'],
  });
  expect(words('team: { forbidden_words: [] }').sections).toEqual(['team', 'forbidden_words']);
  expect(words('team: {}').sections).toEqual(['team']);
  expect(faultsOf('team: { forbidden_words: ["™"] }')[0]).toMatch(/^team\.forbidden_words\[0\]: has nothing in it/);
  expect(faultsOf('team: { forbidden_words: guaranteed }')[0]).toMatch(/^team\.forbidden_words: must be a list/);
});

test('a watch without a policy gets the default one, and a part of a policy is completed', () => {
  expect(settingsOf(aWatch()).watches[0]?.approval).toEqual(DEFAULT_APPROVAL);
  expect(settingsOf(aWatch('approval: { votes: 3 }')).watches[0]?.approval).toEqual({ ...DEFAULT_APPROVAL, votes: 3 });
});

test('a byte order mark, CRLF and a trailing space change nothing', () => {
  expect(settingsOf(`\uFEFF${aWatch().replaceAll('\n', ' \r\n')}`)).toEqual(settingsOf(aWatch()));
});

test('an anchor saves writing a policy twice', () => {
  const text = `${aWatch('approval: &strict { votes: 4 }')}\n  - { name: Two, channel: "#two", any: [two], approval: *strict }`;
  expect(settingsOf(text).watches.map(({ approval }) => approval.votes)).toEqual([4, 4]);
});

test('a fault behind an alias is told at the line where it is written', () => {
  const text = `${aWatch('approval: &strict', '  votes: 0')}\n  - { name: Two, channel: C01GEN, any: [two], approval: *strict }`;
  expect(faultsOf(text)).toEqual([
    'watches[0].approval.votes: must be at least 1 (line 6)',
    'watches[1].approval.votes: must be at least 1 (line 6)',
  ]);
});

test.each([
  ['a channel by name', 'channels: { approvals: "#ask-us_2" }'],
  ['a private channel', 'channels: { approvals: G01PRIVATE }'],
  ['a channel name of another script', 'channels: { approvals: "#コミュニティ" }'],
  ['approvers by id', aWatch('approval: { votes: 2, approvers: [U01ANA, W01CHI] }')],
  ['a group that approves alone', aWatch('approval: { votes: 5, approvers: [S01LEADS] }')],
  ['twenty votes', aWatch('approval: { votes: 20 }')],
  [
    'more votes for a risk',
    aWatch(
      'approval:',
      '  extra:',
      '    - { when: reach_over, reach: 1000, votes: 1 }',
      '    - { when: reach_over, reach: 100000, group: S01LEADS }',
      '    - { when: crisis, votes: 0 }',
    ),
  ],
  [
    'more votes than approvers where a group approves too',
    aWatch('approval: { votes: 1, approvers: [U01ANA], extra: [{ when: crisis, votes: 1, group: S01LEADS }] }'),
  ],
  ['steps at one time', aWatch('escalation: [{ to: U01ANA, after: 5m }, { to: "#help", after: 5m }]')],
  ['the fastest source', aWatch('sources: [{ network: rss, url: "https://a.test/f", every: 10s, backfill: 50 }]')],
  [
    'the same feed in two watches',
    `${aWatch('sources: [{ network: rss, url: "https://a.test/f" }]')}\n  - { name: B, channel: C01GEN, all: [b], sources: [{ network: rss, url: "https://a.test/f" }] }`,
  ],
  [
    'two feeds of one network',
    aWatch('sources: [{ network: rss, url: "https://a.test/f" }, { network: rss, url: "https://a.test/g" }]'),
  ],
  ['a watch that asks for all', 'watches: [{ name: A, channel: C01GEN, all: [a, b] }]'],
  ['a leap day', 'team: { holidays: [2028-02-29] }'],
])('%s is taken', (_, text) => {
  expect(faultsOf(text)).toEqual([]);
});

test.each<[string, string, string]>([
  ['an unknown key at the top', 'teams: {}', 'teams: is not a key that is known here (line 1)'],
  [
    'an unknown key in a watch',
    aWatch('chanel: C01GEN'),
    'watches[0].chanel: is not a key that is known here (line 5)',
  ],
  ['a key that is a trap', 'team:\n  __proto__: 1', 'team.__proto__: is not a key that is known here (line 2)'],
  ['a missing channel', 'watches:\n  - name: A\n    any: [a]', 'watches[0].channel: is missing (line 2)'],
  [
    'an unquoted #name',
    'channels:\n  approvals: #help',
    'channels.approvals: must be a channel: its id (C…) or, in quotes, its "#name" (line 2)',
  ],
  [
    'a channel that is a person',
    'channels: { approvals: U01ANA }',
    'channels.approvals: must be a channel: its id (C…) or, in quotes, its "#name" (line 1)',
  ],
  [
    'a channel name with a capital',
    'channels: { approvals: "#Help" }',
    'channels.approvals: must be a channel: its id (C…) or, in quotes, its "#name" (line 1)',
  ],
  ['a list that is a text', 'watches: Acme', 'watches: must be a list (line 1)'],
  ['a file that is a text', 'hello', '(file): must be a section with keys of its own (line 1)'],
  [
    'a name that is a number',
    'departments:\n  - { name: 7, channel: C01GEN, takes: [idea] }',
    'departments[0].name: must be text, in quotes where it looks like a number (line 2)',
  ],
  [
    'a blank name',
    'departments:\n  - { name: " ", channel: C01GEN, takes: [idea] }',
    'departments[0].name: must have at least 1 character (line 2)',
  ],
  [
    'a department that takes nothing',
    'departments:\n  - { name: A, channel: C01GEN, takes: [] }',
    'departments[0].takes: must have at least 1 entry (line 2)',
  ],
  [
    'an unknown route',
    'departments:\n  - { name: A, channel: C01GEN, takes: [ideas] }',
    'departments[0].takes[0]: must be idea, defect, lead, partnership, press or support (line 2)',
  ],
  [
    'a watch that hears nothing',
    'watches:\n  - name: A\n    channel: C01GEN\n    none: [b]',
    'watches[0].any: must name a phrase, unless "all" does: a watch without one hears nothing (line 2)',
  ],
  [
    'a phrase of nothing',
    'watches:\n  - name: A\n    channel: C01GEN\n    any: ["™"]',
    'watches[0].any[0]: has nothing in it to look for (line 4)',
  ],
  [
    'a voice by e-mail',
    aWatch('voices: [ben@example.com]'),
    'watches[0].voices[0]: must be the id of a person (U…) (line 5)',
  ],
  [
    'an unknown network',
    aWatch('sources:', '  - { network: rrs, url: "https://a.test" }'),
    'watches[0].sources[0].network: must be a network that is known: rss, forum (line 6)',
  ],
  [
    'a source without a network',
    aWatch('sources:', '  - { url: "https://a.test" }'),
    'watches[0].sources[0].network: is missing (line 6)',
  ],
  [
    'a source asked too often',
    aWatch('sources:', '  - { network: rss, url: "https://a.test", every: 9s }'),
    'watches[0].sources[0].every: must be from 10 seconds to 7 days (line 6)',
  ],
  [
    'a duration without a unit',
    aWatch('sources:', '  - { network: rss, url: "https://a.test",', '      every: 60 }'),
    'watches[0].sources[0].every: must be a duration such as 60s, 30m, 24h or 7d (line 7)',
  ],
  [
    'too much backfill',
    aWatch('sources:', '  - { network: rss, url: "https://a.test", backfill: 51 }'),
    'watches[0].sources[0].backfill: must be at most 50 (line 6)',
  ],
  [
    'negative backfill',
    aWatch('sources:', '  - { network: rss, url: "https://a.test", backfill: -1 }'),
    'watches[0].sources[0].backfill: must be at least 0 (line 6)',
  ],
  [
    'half a backfill',
    aWatch('sources:', '  - { network: rss, url: "https://a.test", backfill: 1.5 }'),
    'watches[0].sources[0].backfill: must be a whole number (line 6)',
  ],
  [
    'a network’s own key, missing',
    aWatch('sources:', '  - { network: rss }'),
    'watches[0].sources[0].url: is missing (line 6)',
  ],
  [
    'a network’s own key, wrong',
    aWatch('sources:', '  - { network: rss, url: here }'),
    'watches[0].sources[0].url: must be a whole address, such as https://acme.dev/feed.xml (line 6)',
  ],
  [
    'a network’s own key, deep down',
    aWatch('sources:', '  - network: forum', '    board:', '      id: x'),
    'watches[0].sources[0].board.id: must be a number (line 8)',
  ],
  [
    'a key the network does not know',
    aWatch('sources:', '  - network: rss', '    url: "https://a.test"', '    colour: red'),
    'watches[0].sources[0].colour: is not a key that is known here (line 8)',
  ],
  ['no votes', aWatch('approval: { votes: 0 }'), 'watches[0].approval.votes: must be at least 1 (line 5)'],
  ['too many votes', aWatch('approval: { votes: 1e9 }'), 'watches[0].approval.votes: must be at most 20 (line 5)'],
  [
    'more votes than approvers',
    aWatch('approval: { votes: 2, approvers: [U01ANA] }'),
    'watches[0].approval.votes: must not be more than there are approvers (line 5)',
  ],
  [
    'a risk that is not known',
    aWatch('approval: { extra: [{ when: full_moon, votes: 1 }] }'),
    'watches[0].approval.extra[0].when: must be negative, reach_over, first_draft or crisis (line 5)',
  ],
  [
    'a reach without a bound',
    aWatch('approval:', '  extra:', '    - { when: reach_over, votes: 1 }'),
    'watches[0].approval.extra[0].reach: is missing: above which reach? (line 7)',
  ],
  [
    'a bound that bounds nothing',
    aWatch('approval: { extra: [{ when: first_draft, reach: 10, votes: 1 }] }'),
    'watches[0].approval.extra[0].reach: belongs to reach_over only (line 5)',
  ],
  [
    'a risk that asks for nothing',
    aWatch('approval: { extra: [{ when: negative }] }'),
    'watches[0].approval.extra[0].votes: is missing, unless a group is demanded (line 5)',
  ],
  [
    'a demanded person',
    aWatch('approval: { extra: [{ when: negative, group: U01ANA }] }'),
    'watches[0].approval.extra[0].group: must be the id of a user group (S…) (line 5)',
  ],
  [
    'a risk that is named twice',
    aWatch('approval:', '  extra:', '    - { when: crisis, votes: 1 }', '    - { when: crisis, votes: 2 }'),
    'watches[0].approval.extra[1]: is a rule that stands in the list already (line 8)',
  ],
  [
    'risks that add up to too many votes',
    aWatch('approval: { votes: 1, approvers: [U01ANA], extra: [{ when: first_draft, votes: 1 }] }'),
    'watches[0].approval.extra: must not add up to more votes than there are approvers (line 5)',
  ],
  [
    'approvers of no kind',
    aWatch('approval: { approvers: all }'),
    'watches[0].approval.approvers: must be everyone, or a list of people (U…) and user groups (S…) (line 5)',
  ],
  [
    'no approver',
    aWatch('approval: { approvers: [] }'),
    'watches[0].approval.approvers: must have at least 1 entry (line 5)',
  ],
  [
    'a ladder that goes down',
    aWatch('escalation: [{ to: C03HELP, after: 1h }, { to: S01LEADS, after: 30m }]'),
    'watches[0].escalation: must go up: no step comes earlier than the one before it (line 5)',
  ],
  [
    'a step to nobody',
    aWatch('escalation: [{ to: leads, after: 1h }]'),
    'watches[0].escalation[0].to: must be a channel (C… or "#name"), a person (U…) or a user group (S…) (line 5)',
  ],
  [
    'an unknown zone',
    'team:\n  timezone: Mars/Olympus',
    'team.timezone: must be a time zone such as Europe/Berlin (line 2)',
  ],
  [
    'a day that is none',
    'team:\n  holidays: [2026-12-25, 2026-02-30]',
    'team.holidays[1]: must be a day of the calendar such as 2026-12-25 (line 2)',
  ],
  [
    'a week instead of a day',
    'team: { holidays: [2026-W12] }',
    'team.holidays[0]: must be a day of the calendar such as 2026-12-25 (line 1)',
  ],
  [
    'office hours backwards',
    'team: { office_hours: "mon-fri 18:00-09:00" }',
    'team.office_hours: must be office hours such as "mon-fri 09:00-18:00" (line 1)',
  ],
  [
    'a manager without an id',
    'team: { managers: [alice] }',
    'team.managers[0]: must be the id of a person (U…) or an e-mail address (line 1)',
  ],
  [
    'a goal below zero',
    'goals:\n  - { metric: mentions, target: -1, period: week }',
    'goals[0].target: must be from 0 to 1000000 here (line 2)',
  ],
  [
    'a target that is no number',
    'goals:\n  - { metric: mentions, target: .nan, period: week }',
    'goals[0].target: must be a number (line 2)',
  ],
  [
    'an unknown metric',
    'goals:\n  - { metric: joy, target: 1, period: week }',
    'goals[0].metric: must be median_minutes_to_claim, median_minutes_to_reply, share_answered, mentions, answered, open_longer_than_hours, tone_balance, share_of_voice, people_who_replied or resolved_by_department (line 2)',
  ],
  [
    'hours where none belong',
    'goals:\n  - { metric: mentions, target: 1, period: week, hours: 3 }',
    'goals[0].hours: is only for mentions that are open for too long (line 2)',
  ],
  [
    'a share of nobody knows what',
    'goals:\n  - { metric: share_of_voice, target: 1, period: week }',
    'goals[0].watch: must name a watch: the share of which one? (line 2)',
  ],
  [
    'a goal of one watch twice',
    'goals:\n  - { metric: mentions, target: 1, period: week }\n  - { metric: mentions, target: 1, period: week, watch: A }\n  - { metric: mentions, target: 2, period: week, watch: a }',
    'goals[2]: is a goal that stands in the list already (line 4)',
  ],
  [
    'a watch twice',
    'watches:\n  - { name: Acme, channel: C01GEN, any: [a] }\n  - { name: " acme", channel: C01GEN, any: [b] }',
    'watches[1].name: is a watch that stands in the list already (line 3)',
  ],
  [
    'a department twice',
    'departments:\n  - { name: A, channel: C01GEN, takes: [idea] }\n  - { name: a, channel: C01GEN, takes: [lead] }',
    'departments[1].name: is a department that stands in the list already (line 3)',
  ],
  [
    'a goal twice',
    'goals:\n  - { metric: mentions, target: 1, period: week }\n  - { metric: mentions, target: 2, period: week }',
    'goals[1]: is a goal that stands in the list already (line 3)',
  ],
  [
    'a source twice',
    aWatch(
      'sources:',
      '  - { network: rss, url: "https://a.test", every: 1m }',
      '  - { url: "https://a.test", network: rss, backfill: 3 }',
    ),
    'watches[0].sources[1]: is a source that stands in the list already (line 7)',
  ],
  ['a key twice', 'team:\n  timezone: UTC\n  timezone: UTC', 'team.timezone: stands twice (line 3)'],
  ['an empty file', '', '(file): is empty'],
  ['a file of comments', '# nothing yet\n', '(file): is empty'],
  ['a tab', 'team:\n\ttimezone: UTC', '(file): is not YAML: Tabs are not allowed as indentation (line 2)'],
  ['a tag', 'team: !!js/function x', '(file): is not YAML: Unresolved tag: tag:yaml.org,2002:js/function (line 1)'],
  [
    'an alias to nothing',
    'team: *gone',
    '(file): has an alias that is unknown, inside its own anchor, or used too often',
  ],
  ['a circle', 'watches: &w [*w]', '(file): has an alias that is unknown, inside its own anchor, or used too often'],
])('%s is refused where it stands', (_, text, fault) => {
  expect(faultsOf(text)).toEqual([fault]);
});

test('two documents in one file are refused', () => {
  expect(faultsOf('team: {}\n---\nteam: {}')).toEqual([
    expect.stringMatching(/^\(file\): is not YAML: .*multiple documents/),
  ]);
});

test('all faults are listed, in the order of the file, and nothing is taken over', () => {
  const text = 'team:\n  timezone: Mars\ngoals:\n  - { metric: joy, target: 1, period: week, why: x }\nwatches: 3';
  expect(faultsOf(text).map((fault) => fault.split(':')[0])).toEqual([
    'team.timezone',
    'goals[0].metric',
    'goals[0].why',
    'watches',
  ]);
});

test('a fault of the house’s keys does not hide one of the network’s', () => {
  const faults = faultsOf(aWatch('sources: [{ network: rss, url: x, every: x, backfill: x }]'));
  expect(faults.map((fault) => fault.split(':')[0])).toEqual([
    'watches[0].sources[0].every',
    'watches[0].sources[0].backfill',
    'watches[0].sources[0].url',
  ]);
});

test('at most 20 faults are listed', () => {
  const text = Array.from({ length: 30 }, (_, index) => `key${index}: 1`).join('\n');
  expect(faultsOf(text)).toHaveLength(20);
});

test.each([
  ['a value', aWatch('voices: [xoxb-12-hush]'), 'watches[0].voices[0]', 5],
  [
    'an address',
    aWatch('sources:', '  - { network: rss, url: "https://hooks.slack.com/services/hush" }'),
    'watches[0].sources[0].url',
    6,
  ],
  ['a comment', 'team:\n  timezone: UTC\n# xapp-1-hush', '(file)', 3],
  ['a key', 'team:\n  ghp_hush: 1', 'team.—', 2],
  ['a broken file', 'team: [xoxp-1-hush', 'team[0]', 1],
])('a secret in %s is refused and not repeated', (_, text, path, line) => {
  const faults = faultsOf(text);
  expect(faults).toContain(`${path}: holds a token or a key; secrets belong in the environment (line ${line})`);
  expect(faults.join()).not.toContain('hush');
});

test.each([
  [
    'an alias bomb',
    `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefgh'.replace(/./g, (key) => `${key}: &${key} [${`*${String.fromCharCode(key.charCodeAt(0) - 1)},`.repeat(9)}x]\n`)}`,
    /alias/,
  ],
  ['a hundred thousand brackets', '['.repeat(100_000), /nested too deeply/],
  ['a hundred thousand dashes', '- '.repeat(100_000), /nested too deeply/],
  ['a staircase', Array.from({ length: 1200 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join(''), /./],
  ['a file without end', `# ${'x'.repeat(1_000_001)}`, /larger than/],
])('%s is refused quickly', (_, text, problem) => {
  const startedAt = performance.now();
  expect(faultsOf(text)[0]).toMatch(problem);
  expect(performance.now() - startedAt).toBeLessThan(3000);
});

test('ten thousand sources are read', () => {
  const sources = Array.from({ length: 10_000 }, (_, index) => `  - { network: rss, url: "https://a.test/${index}" }`);
  expect(settingsOf(aWatch('sources:', ...sources)).watches[0]?.sources).toHaveLength(10_000);
});

test('no text makes it throw', () => {
  const snippet = fc.constantFrom(
    'team:',
    'watches:',
    '- ',
    '  ',
    '\n',
    '{',
    '}',
    '[',
    ']',
    '&a ',
    '*a',
    '"',
    "'",
    '|',
    '? ',
    ': ',
    '#',
    '~',
    '%',
    '\t',
    'x',
    '<<',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(snippet, { maxLength: 40 }).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, (candidate) => {
      const read = parseCommunityFile(candidate, NETWORKS);
      return read.ok || (read.problems.length > 0 && read.problems.length <= 20);
    }),
    { numRuns: 500 },
  );
});
