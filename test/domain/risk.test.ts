import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ballotTerms, type RiskFacts } from '../../src/domain/risk.ts';
import { type ApprovalPolicy, DEFAULT_APPROVAL, EXTRA_WHENS } from '../../src/domain/settings.ts';

const CALM: RiskFacts = { firstDraft: false, crisis: false };
const LEADS = 'S01LEADS';
const LEGAL = 'S02LEGAL';

function policy(facts: Partial<ApprovalPolicy> = {}): ApprovalPolicy {
  return { ...DEFAULT_APPROVAL, ...facts };
}

const EXTRA: ApprovalPolicy['extra'] = [
  { when: 'negative', votes: 1 },
  { when: 'reach_over', reach: 1_000, votes: 1 },
  { when: 'reach_over', reach: 100_000, votes: 1, group: LEADS },
  { when: 'first_draft', votes: 2 },
  { when: 'crisis', group: LEGAL },
];

test.each<[string, Partial<RiskFacts>, number, string[], string[]]>([
  ['nothing risky', {}, 2, [], []],
  ['a negative tone', { tone: 'negative' }, 3, [], ['negative']],
  ['a neutral tone', { tone: 'neutral' }, 2, [], []],
  ['a reach at the bound', { reach: 1_000 }, 2, [], []],
  ['a reach above the bound', { reach: 1_001 }, 3, [], ['reach_over']],
  ['a reach above both bounds', { reach: 100_001 }, 4, [LEADS], ['reach_over', 'reach_over']],
  ['a first draft', { firstDraft: true }, 4, [], ['first_draft']],
  ['a crisis, where the policy has a rule of its own', { crisis: true }, 2, [LEGAL], ['crisis']],
  [
    'everything at once',
    { tone: 'negative', reach: 1e9, firstDraft: true, crisis: true },
    7,
    [LEADS, LEGAL],
    ['negative', 'reach_over', 'reach_over', 'first_draft', 'crisis'],
  ],
])('%s makes the ballot ask for the right votes and groups', (_, facts, votesNeeded, requiredGroups, kinds) => {
  const terms = ballotTerms(policy({ extra: EXTRA }), { ...CALM, ...facts });
  expect(terms).toMatchObject({ votesNeeded, requiredGroups });
  expect(terms.reasons.map(({ kind }) => kind)).toEqual(kinds);
});

test.each<[string, ApprovalPolicy['extra'], number, number]>([
  ['no rule for it', undefined, 3, 1],
  ['other rules only', [{ when: 'first_draft', votes: 1 }], 3, 1],
  ['a rule of its own', [{ when: 'crisis', votes: 3 }], 5, 1],
  ['a rule that asks for nothing', [{ when: 'crisis', votes: 0 }], 2, 0],
])('a crisis under a policy with %s', (_, extra, votesNeeded, reasons) => {
  const terms = ballotTerms(policy({ ...(extra && { extra }) }), { ...CALM, crisis: true });
  expect([terms.votesNeeded, terms.reasons.length]).toEqual([votesNeeded, reasons]);
});

test('what nobody has measured never counts', () => {
  const extra: ApprovalPolicy['extra'] = [
    { when: 'negative', votes: 5, group: LEADS },
    { when: 'reach_over', reach: 0, votes: 5, group: LEADS },
  ];
  expect(ballotTerms(policy({ extra }), CALM)).toEqual({ votesNeeded: 2, requiredGroups: [], reasons: [] });
});

test('a group in which nobody could approve is not demanded, and the terms say so', () => {
  const extra: ApprovalPolicy['extra'] = [{ when: 'first_draft', votes: 1, group: LEADS }];
  expect(ballotTerms(policy({ extra }), { ...CALM, firstDraft: true, emptyGroups: [LEADS] })).toEqual({
    votesNeeded: 3,
    requiredGroups: [],
    reasons: [
      { kind: 'first_draft', votes: 1 },
      { kind: 'empty_group', group: LEADS },
    ],
  });
});

test('a risk never asks for more votes than named people could give', () => {
  const named = policy({ votes: 1, approvers: ['U0ANA', 'U0BEN', 'U0CHI'] });
  const facts = { ...CALM, crisis: true, firstDraft: true, writerId: 'U0BEN' };
  const extra: ApprovalPolicy['extra'] = [
    { when: 'first_draft', votes: 1 },
    { when: 'crisis', votes: 1 },
  ];
  expect(ballotTerms({ ...named, extra }, facts)).toEqual({
    votesNeeded: 2,
    requiredGroups: [],
    reasons: [
      { kind: 'first_draft', votes: 1 },
      { kind: 'crisis', votes: 0 },
    ],
  });
});

const anyPolicy: fc.Arbitrary<ApprovalPolicy> = fc.record({
  votes: fc.integer({ min: 1, max: 20 }),
  objections: fc.integer({ min: 1, max: 20 }),
  windowMs: fc.constant(60_000),
  approvers: fc.oneof(
    fc.constant('everyone' as const),
    fc.uniqueArray(fc.constantFrom('U1', 'U2', 'U3', LEADS), { minLength: 1 }),
  ),
  extra: fc.array(
    fc.record(
      {
        when: fc.constantFrom(...EXTRA_WHENS),
        reach: fc.integer({ min: 0, max: 10 }),
        votes: fc.integer({ min: 0, max: 5 }),
        group: fc.constantFrom(LEADS, LEGAL),
      },
      { requiredKeys: ['when'] },
    ),
  ),
});
const anyRisk: fc.Arbitrary<RiskFacts> = fc.record(
  {
    tone: fc.constantFrom('negative', 'neutral', 'positive'),
    reach: fc.integer({ min: 0, max: 12 }),
    firstDraft: fc.boolean(),
    crisis: fc.boolean(),
    writerId: fc.constantFrom('U1', 'U9'),
    emptyGroups: fc.subarray([LEADS, LEGAL]),
  },
  { requiredKeys: ['firstDraft', 'crisis'] },
);

test('whatever the policy and the risk: never fewer votes than the rule, each vote and group has its reason', () => {
  fc.assert(
    fc.property(anyPolicy, anyRisk, (rule, facts) => {
      const { votesNeeded, requiredGroups, reasons } = ballotTerms(rule, facts);
      const added = reasons.reduce((sum, one) => sum + ('votes' in one ? one.votes : 0), 0);
      expect(votesNeeded).toBe(rule.votes + added);
      expect(new Set(requiredGroups).size).toBe(requiredGroups.length);
      const explained = reasons.flatMap((one) => (one.kind !== 'empty_group' && one.group ? [one.group] : []));
      expect(new Set(explained)).toEqual(new Set(requiredGroups));
      for (const group of facts.emptyGroups ?? []) expect(requiredGroups).not.toContain(group);
      if (
        added > 0 &&
        Array.isArray(rule.approvers) &&
        !rule.approvers.includes(LEADS) &&
        requiredGroups.length === 0
      ) {
        expect(votesNeeded).toBeLessThanOrEqual(rule.approvers.filter((id) => id !== facts.writerId).length);
      }
    }),
    { numRuns: 500 },
  );
});

test('more risk never makes a ballot easier', () => {
  fc.assert(
    fc.property(anyPolicy, anyRisk, (rule, facts) => {
      const before = ballotTerms(rule, { ...facts, crisis: false });
      const after = ballotTerms(rule, { ...facts, crisis: true });
      expect(after.votesNeeded).toBeGreaterThanOrEqual(before.votesNeeded);
      for (const group of before.requiredGroups) expect(after.requiredGroups).toContain(group);
    }),
  );
});
