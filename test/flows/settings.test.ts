import { beforeEach, expect, test } from '@jest/globals';
import type { GoalForm } from '../../src/domain/goal-form.ts';
import type { PolicyForm } from '../../src/domain/policy-form.ts';
import { isRefusal, type Refusal } from '../../src/domain/refusal.ts';
import type { RiskForm } from '../../src/domain/risk-form.ts';
import type { Department, Goal, TeamSettings } from '../../src/domain/settings.ts';
import { stampOf } from '../../src/domain/stamp.ts';
import { applySettings, releaseSettings } from '../../src/flows/apply-settings.ts';
import { pauseWatch, resumeWatch } from '../../src/flows/pause-watch.ts';
import { getPerson } from '../../src/flows/person.ts';
import { readEditableWatch, readSettings, readWatch } from '../../src/flows/read-settings.ts';
import { saveDepartment } from '../../src/flows/save-departments.ts';
import { saveGoal } from '../../src/flows/save-goal.ts';
import { saveEscalation, savePolicy } from '../../src/flows/save-policy.ts';
import { saveTeam, teamFacts } from '../../src/flows/save-team.ts';
import { saveWatch } from '../../src/flows/save-watch.ts';
import { aRoom, aTeam, aWatch, GEN, OTHER_TEAM, TEAM, VOTES } from '../helpers/builders.ts';
import { ANA, BEN, CHI, DANA } from '../helpers/facts.ts';
import { granted } from '../helpers/stages.ts';
import { testWorld } from '../helpers/world.ts';

const world = testWorld();
beforeEach(() => aTeam(world, { managers: [DANA] }));

const PRODUCT: Department = { name: 'Product', channel: GEN, takes: ['idea'] };
const GOAL: Goal = { metric: 'mentions', target: 5, period: 'week' };
const GOAL_FORM: GoalForm = {
  ...{
    metric: 'mentions',
    target: '5',
    period: 'week',
    watch: '',
    department: '',
    hours: '',
    owner: '',
    remove: false,
  },
};
const POLICY = { votes: '3', objections: '1', windowMs: '3600000', everyone: true, people: [], groups: [] };
const RUNG = { channel: VOTES, person: null, group: null, afterMs: '0' };
const WATCH = {
  name: 'Beta',
  channel: GEN,
  any: 'beta',
  all: '',
  none: '',
  addresses: '',
  voices: [],
  showNewest: false,
};

function team() {
  return world.db.selectFrom('teams').selectAll().where('id', '=', TEAM).executeTakeFirstOrThrow();
}

function watches() {
  return world.db.selectFrom('watches').selectAll().where('team_id', '=', TEAM).orderBy('id').execute();
}

async function aSlackWatch(facts: Parameters<typeof aWatch>[1] = {}) {
  const { id } = await aWatch(world, facts);
  await world.db.updateTable('watches').set({ from_file: false }).where('id', '=', id).execute();
  return id;
}

async function stampOfWatch(watchId: number) {
  return granted(await readWatch(world.deps, { personId: DANA, watchId })).stamp;
}

const seenTeam = async () => teamFacts(await team()).stamp;

/** The problems of a form, by the name of the field. */
function problemsOf(outcome: unknown): Record<string, string> {
  if (!isRefusal(outcome)) return {};
  if (outcome.refusal !== 'unfit_settings') return { refusal: outcome.refusal };
  return Object.fromEntries(outcome.problems.map(({ at, problem }) => [at, problem]));
}

/** Everything that changes or shows settings, as somebody asks for it on a watch of this id. */
const ACTS: Record<string, (personId: string, watchId: number) => Promise<unknown>> = {
  'the team': async (personId) =>
    saveTeam(world.deps, { personId, seen: await seenTeam(), form: { timezone: 'Asia/Tokyo' } }),
  'a new watch': (personId) => saveWatch(world.deps, { personId, watchId: null, seen: '', form: WATCH }),
  'a watch': async (personId, watchId) =>
    saveWatch(world.deps, { personId, watchId, seen: await stampOfWatch(watchId), form: { ...WATCH, name: 'Gamma' } }),
  'the votes': async (personId, watchId) => {
    const [watch] = await watches();
    return savePolicy(world.deps, { personId, watchId, seen: stampOf(watch?.approval), form: POLICY });
  },
  'the ladder': async (personId, watchId) =>
    saveEscalation(world.deps, { personId, watchId, seen: stampOf([]), form: [RUNG] }),
  'a pause': (personId, watchId) => pauseWatch(world.deps, { personId, watchId }),
  'an end of the pause': (personId, watchId) => resumeWatch(world.deps, { personId, watchId }),
  'a department': (personId) => saveDepartment(world.deps, { personId, seen: '', form: { ...PRODUCT, remove: false } }),
  'a goal': (personId) => saveGoal(world.deps, { personId, seen: '', form: { ...GOAL_FORM, period: 'day' } }),
  'the end of a goal': (personId) =>
    saveGoal(world.deps, { personId, seen: stampOf(GOAL), form: { ...GOAL_FORM, remove: true } }),
  'the list': (personId) => readSettings(world.deps, personId),
  'the page of a watch': (personId, watchId) => readWatch(world.deps, { personId, watchId }),
};

test.each(Object.entries(ACTS))('%s is for community managers alone', async (_, act) => {
  const watchId = await aSlackWatch();
  for (const [id, facts] of Object.entries({
    [BEN]: {},
    [CHI]: { isAdmin: true },
    U0GUEST: { isGuest: true },
    U0FOREIGN: { isForeign: true },
    U0APP: { isBot: true },
    U0GONE: { isDeleted: true },
  }))
    world.slack.describe(id, facts);
  await world.db
    .updateTable('teams')
    .set({ goals: JSON.stringify([GOAL]) })
    .execute();
  const before = { team: await team(), watches: await watches() };
  for (const id of [BEN, CHI, 'U0GUEST', 'U0FOREIGN', 'U0APP', 'U0GONE']) {
    expect({ id, refused: isRefusal(await act(id, watchId)) }).toEqual({ id, refused: true });
  }
  expect({ team: await team(), watches: await watches() }).toEqual(before);
  expect(await world.db.selectFrom('activity').selectAll().execute()).toEqual([]);
  granted(await act(DANA, watchId));
});

test('until somebody is named, the workspace’s admins set things; afterwards only those named', async () => {
  await world.db.updateTable('teams').set({ managers: '[]' }).execute();
  world.slack.describe(CHI, { isAdmin: true });
  expect(await saveTeam(world.deps, { personId: BEN, seen: await seenTeam(), form: {} })).toMatchObject({
    refusal: 'not_yours',
  });
  granted(await saveTeam(world.deps, { personId: CHI, seen: await seenTeam(), form: { managers: [ANA] } }));
  expect((await getPerson(world.deps, CHI)).isManager).toBe(false);
  expect((await getPerson(world.deps, ANA)).isManager).toBe(true);
  granted(await saveTeam(world.deps, { personId: ANA, seen: await seenTeam(), form: { managers: [] } }));
  expect((await getPerson(world.deps, CHI)).isManager).toBe(true);
});

test('the team’s form keeps what it says and leaves the rest', async () => {
  const form = {
    managers: [DANA, ANA],
    timezone: 'America/New_York',
    officeHours: 'Mon-Fri 9:00-17:30',
    holidays: '2026-12-25\n\n2026-01-01\n2026-12-25',
    forbiddenWords: ' guarantee \nsecret',
  };
  granted(await saveTeam(world.deps, { personId: DANA, seen: await seenTeam(), form }));
  expect(await team()).toMatchObject({
    managers: [DANA, ANA],
    timezone: 'America/New_York',
    office_hours: { days: [1, 2, 3, 4, 5], fromMinute: 540, toMinute: 1050 },
    holidays: ['2026-01-01', '2026-12-25'],
    forbidden_words: ['guarantee', 'secret'],
    approvals_channel: VOTES,
  });
  granted(await saveTeam(world.deps, { personId: DANA, seen: await seenTeam(), form: { officeHours: ' ' } }));
  expect((await team()).office_hours).toBeNull();
});

test('each fault of the team’s form is told under its field, and nothing is kept', async () => {
  world.slack.describe('U0APP', { isBot: true, name: 'Robot' });
  const before = await team();
  const faults = problemsOf(
    await saveTeam(world.deps, {
      personId: DANA,
      seen: await seenTeam(),
      form: { timezone: 'Mars/Base', officeHours: 'always', holidays: '2026-02-30', managers: [DANA] },
    }),
  );
  expect(faults).toEqual({
    timezone: 'Must be a time zone such as Europe/Berlin.',
    officeHours: 'Must be office hours such as "mon-fri 09:00-18:00".',
    holidays: '“2026-02-30” must be a day of the calendar such as 2026-12-25.',
  });
  const form = { managers: ['U0APP'], approvalsChannel: 'C0HIDDEN' };
  expect(problemsOf(await saveTeam(world.deps, { personId: DANA, seen: await seenTeam(), form }))).toEqual({
    managers: 'Only employees of this workspace can be named here, not Robot.',
    approvalsChannel: 'Porchlight is not in this channel. Invite it there with /invite @Porchlight, then save again.',
  });
  expect(await team()).toEqual(before);
});

test('of two managers at once the second is told, and nothing of the first is lost', async () => {
  const watchId = await aSlackWatch();
  const seen = { team: await seenTeam(), watch: await stampOfWatch(watchId) };
  const approval = stampOf((await watches())[0]?.approval);
  const by = (personId: string, name: string) =>
    saveWatch(world.deps, { personId, watchId, seen: seen.watch, form: { ...WATCH, name } });
  await world.db
    .updateTable('teams')
    .set({ managers: JSON.stringify([ANA, DANA]) })
    .execute();
  seen.team = await seenTeam();
  for (const [first, second] of [
    [() => by(DANA, 'Dana’s'), () => by(ANA, 'Ana’s')],
    [
      () => saveTeam(world.deps, { personId: DANA, seen: seen.team, form: { timezone: 'Asia/Tokyo' } }),
      () => saveTeam(world.deps, { personId: ANA, seen: seen.team, form: { timezone: 'Europe/Rome' } }),
    ],
    [
      () => savePolicy(world.deps, { personId: DANA, watchId, seen: approval, form: POLICY }),
      () => savePolicy(world.deps, { personId: ANA, watchId, seen: approval, form: { ...POLICY, votes: '9' } }),
    ],
    [
      () => saveEscalation(world.deps, { personId: DANA, watchId, seen: stampOf([]), form: [RUNG] }),
      () => saveEscalation(world.deps, { personId: ANA, watchId, seen: stampOf([]), form: [] }),
    ],
  ] as [() => Promise<unknown>, () => Promise<unknown>][]) {
    granted(await first());
    expect(await second()).toEqual({ refusal: 'settings_moved_on' });
  }
  expect(await team()).toMatchObject({ timezone: 'Asia/Tokyo' });
  expect((await watches())[0]).toMatchObject({ name: 'Dana’s', approval: { votes: 3 }, escalation: [{ to: VOTES }] });
});

test('two watches of one name at the same moment are one', async () => {
  const add = (name: string) =>
    saveWatch(world.deps, { personId: DANA, watchId: null, seen: '', form: { ...WATCH, name } });
  const outcomes = await Promise.all([add('Beta'), add(' ＢＥＴＡ ')]);
  expect(outcomes.filter(isRefusal).map(problemsOf)).toEqual([{ name: 'There is a watch of this name already.' }]);
  expect(await watches()).toHaveLength(1);
});

test('what community.yml manages is refused, whatever a form says', async () => {
  const { id: watchId } = await aWatch(world);
  const sections = JSON.stringify(['team', 'channels', 'departments', 'goals']);
  await world.db
    .updateTable('teams')
    .set({ file_sections: sections, goals: JSON.stringify([GOAL]) })
    .execute();
  for (const [what, act] of Object.entries(ACTS).filter(
    ([name]) => !['a new watch', 'the list', 'the page of a watch'].includes(name),
  )) {
    expect({ what, outcome: await act(DANA, watchId) }).toEqual({ what, outcome: { refusal: 'file_managed' } });
  }
  const channels = { form: { approvalsChannel: GEN }, seen: await seenTeam(), personId: DANA };
  expect(await saveTeam(world.deps, channels)).toEqual({ refusal: 'file_managed' });
  const words = { ...channels, form: { forbiddenWords: 'secret' } };
  granted(await saveTeam(world.deps, words));
  await world.db.updateTable('teams').set({ file_sections: '["forbidden_words"]' }).execute();
  expect(await saveTeam(world.deps, { ...words, seen: await seenTeam() })).toEqual({ refusal: 'file_managed' });
  expect(await readEditableWatch(world.deps, { personId: DANA, watchId })).toEqual({ refusal: 'file_managed' });
});

function aFile(facts: Partial<TeamSettings>): TeamSettings {
  const empty = { managers: [], timezone: 'UTC', officeHours: undefined, holidays: [], departments: [], goals: [] };
  return { sections: [], watches: [], ...empty, ...facts } as TeamSettings;
}

test('a file without a section leaves what was set in Slack, a file with one takes it over, no file gives it back', async () => {
  granted(await saveTeam(world.deps, { personId: DANA, seen: await seenTeam(), form: { timezone: 'Asia/Tokyo' } }));
  granted(await saveGoal(world.deps, { personId: DANA, seen: '', form: GOAL_FORM }));
  expect(await applySettings(world.deps, aFile({ sections: ['departments'], departments: [PRODUCT] }))).toEqual([]);
  expect(await team()).toMatchObject({
    timezone: 'Asia/Tokyo',
    managers: [DANA],
    goals: [GOAL],
    departments: [PRODUCT],
  });
  expect(await saveDepartment(world.deps, { personId: DANA, seen: '', form: { ...PRODUCT, remove: false } })).toEqual({
    refusal: 'file_managed',
  });
  await aWatch(world);
  await releaseSettings(world.deps);
  expect(await watches()).toMatchObject([{ from_file: false, paused_at: null }]);
  granted(
    await saveDepartment(world.deps, { personId: DANA, seen: stampOf(PRODUCT), form: { ...PRODUCT, remove: true } }),
  );
  expect((await team()).departments).toEqual([]);
});

const HOSTILE = [
  '<!channel> <@U0BEN>',
  'Acme\u202Eemca',
  '{"$gt":1}',
  "'; drop table watches; --",
  '😀'.repeat(40),
  '__proto__',
];

test.each(HOSTILE)('a name like %j is only a name', async (name) => {
  const { watchId } = granted(
    await saveWatch(world.deps, { personId: DANA, watchId: null, seen: '', form: { ...WATCH, name } }),
  );
  granted(await saveDepartment(world.deps, { personId: DANA, seen: '', form: { ...PRODUCT, name, remove: false } }));
  expect((await watches()).map((watch) => watch.id)).toEqual([watchId]);
  expect((await team()).departments).toHaveLength(1);
});

test.each([
  [{ name: ' ' }, { name: 'Must have at least 1 character.' }],
  [{ name: 'x'.repeat(81) }, { name: 'Must have at most 80 characters.' }],
  [{ channel: null }, { channel: 'Please choose the channel for its cards.' }],
  [
    { channel: 'C0HIDDEN' },
    { channel: 'Porchlight is not in this channel. Invite it there with /invite @Porchlight, then save again.' },
  ],
  [{ any: '' }, { any: 'Please name a phrase here or under “Every one of these”: a watch without one hears nothing.' }],
  [{ none: '™' }, { none: '“™” has nothing in it to look for.' }],
  [
    { addresses: 'ftp://a.example' },
    { addresses: '“ftp://a.example” is not a web address, such as https://blog.example.com.' },
  ],
  [
    { addresses: 'https://ana:secret@a.example/' },
    { addresses: '“https://ana:secret@a.example/”: the address of a feed carries no user name or password.' },
  ],
])('a watch’s form with %j is told %j', async (wrong, told) => {
  const form = { ...WATCH, ...wrong };
  expect(problemsOf(await saveWatch(world.deps, { personId: DANA, watchId: null, seen: '', form }))).toEqual(told);
  expect(await watches()).toEqual([]);
});

test.each<[string, Partial<typeof POLICY>, Record<string, string>]>([
  ['no votes', { votes: '0' }, { votes: 'Must be at least 1.' }],
  ['half a vote', { votes: '1.5' }, { votes: 'Must be a whole number.' }],
  ['too many', { objections: '21' }, { objections: 'Must be at most 20.' }],
  ['words', { votes: 'two' }, { votes: 'Must be a whole number.' }],
  ['nobody', { everyone: false }, { people: 'Please choose people or a user group, or let everyone approve.' }],
])('a rule of votes with %s is told under its field', async (_, wrong, told) => {
  const watchId = await aSlackWatch();
  const seen = stampOf((await watches())[0]?.approval);
  const form = { ...POLICY, ...wrong };
  expect(problemsOf(await savePolicy(world.deps, { personId: DANA, watchId, seen, form }))).toEqual(told);
});

test('fewer approvers than votes is told, unless a group approves too', async () => {
  const watchId = await aSlackWatch();
  const seen = stampOf((await watches())[0]?.approval);
  const form = { ...POLICY, everyone: false, people: [ANA] as string[], groups: [] as string[] };
  const wish = { personId: DANA, watchId, seen };
  expect(problemsOf(await savePolicy(world.deps, { ...wish, form } as never))).toEqual({
    votes: 'There are fewer approvers than that: no vote could ever pass.',
  });
  granted(await savePolicy(world.deps, { ...wish, form: { ...form, groups: ['S0LEADS'] } } as never));
  expect((await watches())[0]?.approval).toMatchObject({ votes: 3, approvers: [ANA, 'S0LEADS'] });
});

test('the rule for votes keeps what its form does not show', async () => {
  const extra = [{ when: 'negative' as const, votes: 2 }];
  const watchId = await aSlackWatch({
    approval: { votes: 2, objections: 1, windowMs: 1, approvers: 'everyone', extra },
  });
  const seen = stampOf((await watches())[0]?.approval);
  granted(await savePolicy(world.deps, { personId: DANA, watchId, seen, form: POLICY }));
  expect((await watches())[0]?.approval).toEqual({
    votes: 3,
    objections: 1,
    windowMs: 3_600_000,
    approvers: 'everyone',
    extra,
  });
});

test('risks ask for what a form says, and a crisis can be told to ask for nothing', async () => {
  const watchId = await aSlackWatch();
  const save = async (risks: RiskForm[], more: Partial<PolicyForm> = {}) => {
    const seen = stampOf((await watches())[0]?.approval);
    return savePolicy(world.deps, { personId: DANA, watchId, seen, form: { ...POLICY, ...more, risks } });
  };
  const risks: RiskForm[] = [
    { when: 'negative', demand: 'votes:2', reach: '' },
    { when: 'reach_over', demand: 'group:S0LEADS', reach: '5000' },
    { when: 'first_draft', demand: 'none', reach: '' },
    { when: 'crisis', demand: 'none', reach: '' },
  ];
  granted(await save(risks));
  expect((await watches())[0]?.approval.extra).toEqual([
    { when: 'negative', votes: 2 },
    { when: 'reach_over', reach: 5000, group: 'S0LEADS' },
    { when: 'crisis', votes: 0 },
  ]);
  expect(problemsOf(await save([{ when: 'reach_over', demand: 'votes:1', reach: '' }]))).toEqual({
    reach: 'Please say above how many followers, as a whole number.',
  });
  const three = { everyone: false, people: [ANA, BEN, CHI] };
  expect(
    problemsOf(
      await save(
        [
          { when: 'negative', demand: 'votes:2', reach: '' },
          { when: 'reach_over', demand: 'none', reach: '' },
        ],
        three,
      ),
    ),
  ).toEqual({
    votes: 'With what the risks add there are fewer approvers than that: such a vote could never pass.',
  });
});

test('a ladder goes up, names nobody twice, and one at a time', async () => {
  const watchId = await aSlackWatch();
  const save = (form: (typeof RUNG & { person: string | null })[]) =>
    saveEscalation(world.deps, { personId: DANA, watchId, seen: stampOf([]), form: form as never });
  expect(
    problemsOf(
      await save([
        { ...RUNG, afterMs: '600000' },
        { ...RUNG, channel: GEN, afterMs: '0' },
        { ...RUNG, person: ANA } as never,
      ]),
    ),
  ).toMatchObject({
    rung2: 'This comes before the one above it. Please choose a later time.',
    rung3: expect.stringContaining('They are called already.'),
  });
  granted(await save([{ ...RUNG, channel: null as never }, { ...RUNG, channel: null as never, person: ANA } as never]));
  expect((await watches())[0]?.escalation).toEqual([{ to: ANA, afterMs: 0 }]);
});

test('a pause stops the sources that nobody else hears; its end brings no flood', async () => {
  const watchId = await aSlackWatch();
  const settings = {
    network: 'rss',
    source_key: 'k',
    settings: '{"url":"https://a.example/"}',
    name: 'k',
    every_ms: 1,
  };
  const row = { team_id: TEAM, ...settings, due_at: world.now(), baseline_at: world.now() };
  const { id } = await world.db.insertInto('sources').values(row).returning('id').executeTakeFirstOrThrow();
  await world.db.insertInto('watch_sources').values({ watch_id: watchId, source_id: id }).execute();
  const source = () => world.db.selectFrom('sources').selectAll().executeTakeFirstOrThrow();
  granted(await pauseWatch(world.deps, { personId: DANA, watchId }));
  expect(await watches()).toMatchObject([{ paused_reason: 'A community manager paused it.' }]);
  expect((await source()).due_at).toBeNull();
  granted(await resumeWatch(world.deps, { personId: DANA, watchId }));
  expect(await watches()).toMatchObject([{ paused_at: null, paused_reason: null }]);
  expect(await source()).toMatchObject({ due_at: world.now(), baseline_at: null });
});

test('a watch whose channel Porchlight cannot enter stays paused, and it is said', async () => {
  aRoom(world, 'C0OLD');
  const watchId = await aSlackWatch({ channel: 'C0OLD', paused: true });
  world.slack.rooms.delete('C0OLD');
  expect(await resumeWatch(world.deps, { personId: DANA, watchId })).toEqual({
    refusal: 'cannot_join',
    channelId: 'C0OLD',
  });
});

test('departments are added, changed where they stand, and removed; a stale form is refused', async () => {
  const save = (seen: string, form: Partial<Department> & { remove?: boolean }) =>
    saveDepartment(world.deps, { personId: DANA, seen, form: { ...PRODUCT, remove: false, ...form } });
  granted(await save('', {}));
  granted(await save('', { name: 'Sales', takes: ['lead'] }));
  expect(problemsOf(await save('', { name: 'product' }))).toEqual({
    name: 'There is a department of this name already.',
  });
  expect(problemsOf(await save('', { name: 'Press', takes: [] }))).toEqual({ takes: 'Please choose what they take.' });
  granted(await save(stampOf(PRODUCT), { takes: ['idea', 'defect'] }));
  expect(await save(stampOf(PRODUCT), { remove: true })).toEqual({ refusal: 'settings_moved_on' });
  expect((await team()).departments.map(({ name }) => name)).toEqual(['Product', 'Sales']);
});

test.each<[Partial<GoalForm>, Record<string, string>]>([
  [{ metric: 'luck' }, { metric: expect.stringContaining('Must be median_minutes_to_claim') as unknown as string }],
  [{ target: '' }, { target: 'Please say what you aim for.' }],
  [{ target: 'many' }, { target: 'Must be a number.' }],
  [{ target: '-1' }, { target: 'Must be from 0 to 1000000 here.' }],
  [{ target: '-101', metric: 'tone_balance' }, { target: 'Must not be less than -100.' }],
  [{ metric: 'share_answered', target: '101' }, { target: 'Must be from 0 to 100 here.' }],
  [{ metric: 'share_of_voice' }, { watch: 'Must name a watch: the share of which one?' }],
  [{ metric: 'open_longer_than_hours' }, { hours: 'Must say how many hours: open for longer than what?' }],
  [{ metric: 'open_longer_than_hours', hours: '0' }, { hours: 'Must be at least 1.' }],
  [{ metric: 'open_longer_than_hours', hours: '1.5' }, { hours: 'Must be a whole number.' }],
  [{ hours: '4' }, { hours: 'Is only for mentions that are open for too long.' }],
  [{ department: stampOf('Product') }, { department: 'Is only for what departments resolved.' }],
  [{ watch: stampOf('Gone') }, { watch: 'This is not here any more. Please choose again.' }],
  [{ owner: 'U0GUEST' }, { owner: 'Only employees of this workspace can be named here, not U0GUEST.' }],
  [{}, { metric: 'There is a goal for this and this period already. Change that one.' }],
])('a goal with %j is told %j', async (wrong, told) => {
  world.slack.describe('U0GUEST', { isGuest: true, name: 'U0GUEST' });
  await world.db
    .updateTable('teams')
    .set({ departments: JSON.stringify([PRODUCT]) })
    .execute();
  granted(await saveGoal(world.deps, { personId: DANA, seen: '', form: GOAL_FORM }));
  const form = { ...GOAL_FORM, target: '7', ...wrong };
  expect(problemsOf(await saveGoal(world.deps, { personId: DANA, seen: '', form }))).toEqual(told);
});

test('goals are added, changed where they stand, and removed; a stale form is refused', async () => {
  const save = (seen: string, form: Partial<GoalForm>) =>
    saveGoal(world.deps, { personId: DANA, seen, form: { ...GOAL_FORM, ...form } });
  granted(await save('', {}));
  await aWatch(world);
  granted(await save('', { watch: stampOf('Acme'), owner: ANA }));
  granted(await save(stampOf(GOAL), { target: '6' }));
  expect(await save(stampOf(GOAL), { remove: true })).toEqual({ refusal: 'settings_moved_on' });
  const [first, second] = (await team()).goals;
  expect([first, second]).toEqual([
    { ...GOAL, target: 6 },
    { ...GOAL, watch: 'Acme', owner: ANA },
  ]);
  granted(await save(stampOf(first), { remove: true }));
  expect((await team()).goals).toEqual([second]);
});

test('a watch of another team is not there', async () => {
  await world.db.insertInto('teams').values({ id: OTHER_TEAM, name: 'Other' }).execute();
  const { id: watchId } = await aWatch(world, { teamId: OTHER_TEAM });
  const outcomes: (Refusal | unknown)[] = [
    await readWatch(world.deps, { personId: DANA, watchId }),
    await pauseWatch(world.deps, { personId: DANA, watchId }),
    await resumeWatch(world.deps, { personId: DANA, watchId }),
    await saveWatch(world.deps, { personId: DANA, watchId, seen: '', form: WATCH }),
    await savePolicy(world.deps, { personId: DANA, watchId, seen: '', form: POLICY }),
    await saveEscalation(world.deps, { personId: DANA, watchId, seen: '', form: [] }),
  ];
  expect(outcomes).toEqual(outcomes.map(() => ({ refusal: 'gone' })));
});

test('goals follow the new name of what they are about, unless community.yml has them', async () => {
  const watchId = await aSlackWatch();
  const goals: Goal[] = [
    { ...GOAL, watch: 'acme' },
    { ...GOAL, metric: 'resolved_by_department', department: 'Product' },
  ];
  const set = (more: object) =>
    world.db
      .updateTable('teams')
      .set({ goals: JSON.stringify(goals), departments: JSON.stringify([PRODUCT]), ...more })
      .execute();
  const rename = async (name: string) => {
    const form = { ...WATCH, name };
    granted(await saveWatch(world.deps, { personId: DANA, watchId, seen: await stampOfWatch(watchId), form }));
  };
  await set({});
  await rename('Acme Cloud');
  const department = { ...PRODUCT, name: 'Makers', remove: false };
  granted(await saveDepartment(world.deps, { personId: DANA, seen: stampOf(PRODUCT), form: department }));
  expect((await team()).goals).toEqual([
    { ...goals[0], watch: 'Acme Cloud' },
    { ...goals[1], department: 'Makers' },
  ]);
  await set({ file_sections: JSON.stringify(['goals']) });
  await rename('acme');
  await rename('Acme again');
  expect((await team()).goals).toEqual(goals);
});
