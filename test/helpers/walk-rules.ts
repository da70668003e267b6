import { expect } from '@jest/globals';
import { type MentionEvent, type MentionStatus, TRANSITIONS } from '../../src/domain/mention.ts';
import { textHash } from '../../src/domain/text.ts';
import { TEAM } from './builders.ts';
import type { Row, Snapshot } from './snapshot.ts';
import { GROUP, isEmployee, isManager, mayVoteOn, VOICE } from './walk-people.ts';

const EVENT_NAMES = new Set<string>(Object.values(TRANSITIONS).flatMap((events) => Object.keys(events)));
const OWNED: MentionStatus[] = ['claimed', 'voting', 'approved', 'sending', 'unknown', 'answered'];

/** What must be so of the rows at any moment, and of the way from what stood before. */
export function expectSound(before: Snapshot, now: Snapshot): void {
  expectGrown(before, now);
  expectTeam(now);
  for (const mention of now.mentions) {
    expectReached(mention, now);
    expectOwned(mention);
    expectOne(mention, now);
    expectBasis(mention, now);
  }
  for (const ballot of now.ballots) if (isNewlyApproved(before, ballot)) expectQuorum(ballot, now);
  for (const { id, version, drawn_version: drawn } of now.postings)
    if (drawn > version) expect({ id, version, drawn }).toBe('never drawn beyond its version');
}

/** Nobody writes in the record what others did, and nothing in it goes or changes. */
function expectGrown(before: Snapshot, now: Snapshot): void {
  expect(now.activity.slice(0, before.activity.length)).toEqual(before.activity);
  for (const line of now.activity.slice(before.activity.length))
    if (line.person_id !== null && !isEmployee(line.person_id)) expect(line).toBe('an act of an employee');
}

function expectTeam(now: Snapshot): void {
  for (const rows of Object.values(now))
    for (const row of rows) if ('team_id' in row && row.team_id !== TEAM) expect(row).toBe('a row of the team');
}

/** The record tells the whole way, step by allowed step, to where the mention stands. */
function expectReached(mention: Row<'mentions'>, { activity }: Snapshot): void {
  const events = activity.filter((line) => line.mention_id === mention.id && EVENT_NAMES.has(line.act));
  let status: MentionStatus = 'new';
  for (const { act } of events) {
    const next: MentionStatus | undefined = TRANSITIONS[status][act as MentionEvent];
    if (!next) expect({ status, act }).toBe('an allowed step');
    status = next ?? status;
  }
  expect({ status: mention.status, version: mention.version }).toEqual({ status, version: events.length + 1 });
}

function expectOwned(mention: Row<'mentions'>): void {
  const { status, claimant_id: claimant, handed_by: handed } = mention;
  if (OWNED.includes(status)) expect({ status, owned: claimant !== null }).toEqual({ status, owned: true });
  if (status === 'new') expect({ claimant, handed }).toEqual({ claimant: null, handed: null });
  if (claimant !== null) expect({ claimant, employee: isEmployee(claimant) }).toEqual({ claimant, employee: true });
  expect(mention.answered_at !== null).toBe(status === 'answered');
  expect(mention.dismissed_by !== null).toBe(status === 'dismissed');
}

/** One open ballot, one hold, one reply a draft; and the mention's status says which there is. */
function expectOne({ id, status }: Row<'mentions'>, now: Snapshot): void {
  const ballots = now.ballots.filter((one) => one.mention_id === id);
  const replies = now.replies.filter((one) => one.mention_id === id);
  const count = (state: string) => replies.filter((one) => one.state === state).length;
  const open = ballots.filter((one) => one.status === 'open').length;
  const posted = replies.filter((one) => one.state === 'posted').map((one) => one.draft_id);
  const found = { status, open, held: count('held'), unknown: count('unknown'), posted: new Set(posted).size };
  const isIn = (wanted: MentionStatus) => Number(status === wanted);
  const due = { open: isIn('voting'), held: isIn('sending'), unknown: isIn('unknown'), posted: posted.length };
  expect(found).toEqual({ status, ...due });
  const openRoutes = now.routes.filter((one) => one.mention_id === id && one.state !== 'done');
  expect(openRoutes.length).toBe(new Set(openRoutes.map((one) => one.department)).size);
  expect(now.crises.filter((one) => one.ended_at === null).length).toBeLessThanOrEqual(1);
}

/** What may go out, or is out, is word for word what was approved. */
function expectBasis(mention: Row<'mentions'>, now: Snapshot): void {
  const drafts = now.drafts.filter((one) => one.mention_id === mention.id);
  const replies = now.replies.filter((one) => one.mention_id === mention.id && one.state !== 'returned');
  for (const reply of replies) {
    const draft = drafts.find((one) => one.id === reply.draft_id);
    const hash = textHash(draft?.text ?? '');
    expect([reply.text_hash, draft?.text_hash]).toEqual([hash, hash]);
    expectApproved(draft, now);
  }
  if (['approved', 'sending', 'unknown'].includes(mention.status)) expectApproved(drafts.at(-1), now);
}

function expectApproved(draft: Row<'drafts'> | undefined, { ballots, activity }: Snapshot): void {
  const ballot = ballots.filter((one) => one.draft_id === draft?.id).at(-1);
  if (ballot) {
    const { status, text_hash: hash, writer_id: writer } = ballot;
    const asked = { status: 'approved', hash: draft?.text_hash, writer: draft?.writer_id };
    expect({ status, hash, writer }).toEqual(asked);
    return;
  }
  expect(draft?.writer_id).toBe(VOICE);
  const alone = activity.some((line) => line.act === 'approve_alone' && line.person_id === VOICE);
  expect(alone).toBe(true);
}

function isNewlyApproved(before: Snapshot, { id, status }: Row<'ballots'>): boolean {
  return status === 'approved' && before.ballots.find((one) => one.id === id)?.status !== 'approved';
}

/** Enough different people said yes who may, none of them its writer; or a manager decided, and gave a reason. */
function expectQuorum(ballot: Row<'ballots'>, { votes }: Snapshot): void {
  if (ballot.decided_by) {
    expect({ manager: isManager(ballot.decided_by), reason: ballot.decision_reason !== null }).toEqual({
      manager: true,
      reason: true,
    });
    return;
  }
  const cast = votes.filter((one) => one.ballot_id === ballot.id);
  const by = (choice: string) => new Set(cast.filter((one) => one.choice === choice).map((one) => one.voter_id));
  const objections = by('object');
  const approvals = [...by('approve')].filter((id) => !objections.has(id));
  for (const id of approvals) expect({ id, counts: mayVoteOn(ballot, id) }).toEqual({ id, counts: true });
  expect(approvals.length).toBeGreaterThanOrEqual(ballot.votes_needed);
  expect(objections.size).toBeLessThan(ballot.objections_needed);
  if (ballot.required_groups.includes(GROUP)) expect(approvals).toContain('U0EVE');
}
