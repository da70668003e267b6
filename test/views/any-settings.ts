import fc from 'fast-check';
import { EXTRA_WHENS, FILE_SECTIONS, METRICS, PERIODS, ROUTE_KINDS } from '../../src/domain/settings.ts';
import type { SettingsFacts, TeamFacts, UserGroup, WatchFacts, WatchPreview } from '../../src/domain/settings-facts.ts';

const words = fc.oneof(
  fc.constantFrom(
    '<!channel> <@U0BEN>',
    '&'.repeat(3000),
    'x'.repeat(10_000),
    '\n'.repeat(900),
    '😀👩‍👩‍👧‍👦'.repeat(900),
    '\u0000\u202E\uD800',
    '',
  ),
  fc.string({ maxLength: 100 }),
);
const personId = fc.oneof(fc.constantFrom('U0ANA', 'W123'), fc.constantFrom('<!channel>', '', 'USER|x>'));
const channelId = fc.constantFrom('C0GEN', 'G0PRIVATE', '#general', '<!here>', '');
const people = fc.array(personId, { maxLength: 80 });
const list = fc.array(words, { maxLength: 60 });
const id = fc.integer({ min: 1, max: 2_000_000_000 });
const ms = fc.integer({ min: 0, max: 30 * 24 * 60 * 60_000 });

/** A team's settings, whatever somebody wrote there. */
export const anyTeam: fc.Arbitrary<TeamFacts> = fc.record({
  managers: people,
  timezone: words,
  officeHours: fc.option(
    fc.record({
      days: fc.uniqueArray(fc.integer({ min: 1, max: 7 })).map((days) => days.sort()),
      fromMinute: fc.integer({ min: 0, max: 1440 }),
      toMinute: fc.integer({ min: 0, max: 1440 }),
    }),
  ),
  holidays: list,
  approvalsChannel: fc.option(channelId),
  escalationsChannel: fc.option(channelId),
  forbiddenWords: list,
  defaultChannel: fc.option(channelId),
  sections: fc.subarray([...FILE_SECTIONS]),
  stamp: fc.constant('stamp'),
});

const brief = { id, name: words, fromFile: fc.boolean(), pausedReason: fc.option(words) };

/** Settings of any amount. */
export const anySettings: fc.Arbitrary<SettingsFacts> = fc.record({
  team: anyTeam,
  watches: fc.array(fc.record(brief), { maxLength: 200 }),
  departments: fc.array(fc.record({ name: words, channel: channelId, takes: fc.subarray([...ROUTE_KINDS]) }), {
    maxLength: 60,
  }),
  goals: fc.array(
    fc.record({ metric: fc.constantFrom(...METRICS), target: fc.integer(), period: fc.constantFrom(...PERIODS) }),
    { maxLength: 60 },
  ),
});

const source = fc.record({
  id,
  network: words,
  name: words,
  watches: list,
  everyMs: ms,
  lastSuccessAt: fc.option(fc.constant(new Date('2026-11-23T08:00:00Z'))),
  lastError: fc.option(words),
  nextPollAt: fc.constant(null),
  stopped: fc.boolean(),
});

const helper = fc.oneof(personId, channelId, fc.constantFrom('S0LEADS', 'S<!x>'));

/** A watch, whatever somebody wrote there. */
export const anyWatchSettings: fc.Arbitrary<WatchFacts> = fc.record({
  ...brief,
  channelId,
  any: list,
  all: list,
  none: list,
  voices: people,
  addresses: list,
  sources: fc.array(source, { maxLength: 60 }),
  approval: fc.record({
    votes: fc.integer({ min: 0, max: 100 }),
    objections: fc.integer({ min: 0, max: 100 }),
    windowMs: ms,
    approvers: fc.oneof(fc.constant('everyone' as const), fc.array(helper, { maxLength: 60 })),
    extra: fc.array(
      fc.record(
        {
          when: fc.constantFrom(...EXTRA_WHENS),
          reach: fc.integer(),
          votes: fc.integer({ min: 0, max: 20 }),
          group: fc.constantFrom('S0LEADS', 'S0GONE'),
        },
        { requiredKeys: ['when'] },
      ),
      { maxLength: 6 },
    ),
  }),
  escalation: fc.array(fc.record({ to: helper, afterMs: ms }), { maxLength: 12 }),
  timezone: fc.constant('Europe/Berlin'),
  stamp: fc.constant('stamp'),
});

/** User groups of any number. */
export const anyGroups: fc.Arbitrary<UserGroup[]> = fc.uniqueArray(
  fc.record({ id: fc.integer({ min: 1, max: 500 }).map((n) => `S0${n}`), name: words }),
  { maxLength: 150, selector: (group) => group.id },
);

export const anyPreview: fc.Arbitrary<WatchPreview> = fc.record({
  items: fc.nat(),
  matches: fc.nat(),
  days: fc.nat(),
  titles: fc.array(words, { maxLength: 3 }),
});
