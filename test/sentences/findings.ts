import type { Finding } from '../../src/domain/preflight.ts';
import type { RiskReason } from '../../src/domain/risk.ts';
import { BEN, minutesAgo } from '../helpers/facts.ts';

type ByKind<T extends { kind: string }> = { [K in T['kind']]: Extract<T, { kind: K }>[] };

const warns = 'warns';
const at = minutesAgo(120);
const link = 'https://bsky.app/reply/8';

/** What the check before publishing finds; where the facts change the sentence, every variant. */
export const FINDINGS: ByKind<Finding> = {
  too_long: [{ kind: 'too_long', severity: 'stops', maxChars: 300, chars: 312 }],
  forbidden_word: [{ kind: 'forbidden_word', severity: 'stops', word: 'guarantee' }],
  placeholder: [{ kind: 'placeholder', severity: 'stops', found: '[name]' }],
  original_gone: [{ kind: 'original_gone', severity: warns }],
  original_changed: [{ kind: 'original_changed', severity: warns }],
  replied_already: [
    { kind: 'replied_already', severity: warns, by: BEN, at, link },
    { kind: 'replied_already', severity: warns, by: null, at, link: null },
  ],
  wrong_name: [{ kind: 'wrong_name', severity: warns, greeted: 'Mia', author: 'Maya Ito' }],
  odd_link: [
    { kind: 'odd_link', severity: warns, why: 'scheme', link: 'ftp://acme.dev/fix' },
    { kind: 'odd_link', severity: warns, why: 'user_name', link: 'https://acme.dev@evil.example' },
    { kind: 'odd_link', severity: warns, why: 'address', link: 'https://192.0.2.7/fix' },
    { kind: 'odd_link', severity: warns, why: 'look_alike', link: 'https://аcme.dev' },
  ],
  ping: [{ kind: 'ping', severity: warns, word: '@everyone' }],
};

/** Why a vote asks for more than usual. */
export const RISKS: RiskReason[] = [
  { kind: 'negative', votes: 1 },
  { kind: 'reach_over', reach: 10_000, votes: 2 },
  { kind: 'first_draft', votes: 1 },
  { kind: 'crisis', votes: 1 },
  { kind: 'crisis', votes: 0, group: 'S0LEADS' },
  { kind: 'crisis', votes: 1, group: 'S0LEADS' },
  { kind: 'negative', votes: 0 },
  { kind: 'empty_group', group: 'S0LEADS' },
];
