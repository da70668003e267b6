import type { MentionEvent } from './mention.ts';
import type { Refusal } from './refusal.ts';

/** Somebody in Slack, as far as rights are concerned. */
export type Person = {
  id: string;
  name: string;
  isManager: boolean;
  /** A Slack guest account: reads and talks, never acts. */
  isGuest: boolean;
  isBot: boolean;
  /** Of another workspace, in a shared channel. */
  isForeign: boolean;
  isDeleted: boolean;
};

/** A person as Slack describes them: whether they are a manager is the team's to say. */
export type KnownPerson = Omit<Person, 'isManager'> & { isAdmin: boolean };

/** What a person can press: the events of a mention that people cause, and what needs no event. */
export type Act =
  | Exclude<MentionEvent, 'open_ballot' | 'approve_alone' | 'approve' | 'reject' | 'lapse' | 'hold_lapsed'>
  | 'escalate'
  | 'acknowledge'
  | 'close_call'
  | 'end_crisis'
  | 'log'
  | 'correct'
  | 'export_corrections'
  | 'keep_answer'
  | 'review_answer'
  | 'route'
  | 'accept_route'
  | 'ask_back'
  | 'explain_route'
  | 'finish_route'
  | 'tell_author'
  | 'watch_author'
  | 'list_author'
  | 'change_settings'
  | 'retry_dead';

export type Role =
  | 'anyone'
  | 'claimant'
  | 'writer'
  | 'approver'
  | 'giver'
  | 'owner'
  | 'router'
  | 'caller'
  | 'helper'
  | 'manager';

/** Who may do what. The state decides apart from this whether it can be done at all. */
export const RIGHTS: Record<Act, Role[]> = {
  claim: ['anyone'],
  release: ['claimant', 'manager'],
  hand_over: ['claimant', 'manager'],
  take_back: ['giver', 'manager'],
  snooze: ['anyone'],
  wake: ['anyone'],
  dismiss: ['anyone'],
  reopen: ['anyone'],
  save_draft: ['claimant', 'manager'],
  object: ['approver'],
  decide: ['manager'],
  hold: ['claimant', 'writer', 'manager'],
  give_back: ['claimant', 'writer', 'manager'],
  mark_posted: ['claimant', 'writer', 'manager'],
  escalate: ['anyone'],
  acknowledge: ['anyone'],
  close_call: ['caller', 'helper', 'claimant', 'manager'],
  end_crisis: ['manager'],
  log: ['anyone'],
  correct: ['anyone'],
  export_corrections: ['manager'],
  keep_answer: ['anyone'],
  review_answer: ['owner', 'manager'],
  route: ['anyone'],
  accept_route: ['anyone'],
  ask_back: ['anyone'],
  explain_route: ['claimant', 'router', 'manager'],
  finish_route: ['owner', 'manager'],
  tell_author: ['claimant', 'router', 'manager'],
  watch_author: ['anyone'],
  list_author: ['manager'],
  change_settings: ['manager'],
  retry_dead: ['manager'],
};

/** Open to anyone only while nobody has the mention: somebody else's claim is theirs to end or to let rest. */
export const OF_THE_CLAIMANT: Act[] = ['dismiss', 'snooze', 'wake'];

/** How a person stands to a mention. */
export type Standing = {
  claimantId: string | null;
  writerId?: string | null;
  /** Who handed it to its claimant. */
  handedBy?: string | null;
  isApprover?: boolean;
  /** Among the watch's voices. */
  isVoice?: boolean;
  /** Of a route or an answer: who has it; of a route: who routed the mention. */
  ownerId?: string | null;
  routerId?: string | null;
  /** Of a call for help: who called, and who is on it. */
  callerId?: string | null;
  helperId?: string | null;
};

/** Undefined when `person` may do `act` to a mention they stand to like this; else why not. Pure. */
export function mayDo(person: Person, act: Act, standing: Standing = { claimantId: null }): Refusal | undefined {
  const stranger = notOneOfUs(person);
  if (stranger) return stranger;
  const roles: Role[] = OF_THE_CLAIMANT.includes(act) && standing.claimantId ? ['claimant', 'manager'] : RIGHTS[act];
  if (act === 'decide' && person.id === standing.writerId && !standing.isVoice) return { refusal: 'own_decision' };
  return roles.some((role) => hasRole(person, role, standing)) ? undefined : { refusal: 'not_yours', act };
}

/** Why this account may never act at all; undefined for an employee. */
export function notOneOfUs(person: Person): Refusal | undefined {
  if (person.isForeign) return { refusal: 'other_workspace' };
  if (person.isGuest || person.isBot || person.isDeleted) return { refusal: 'guest_account' };
  return undefined;
}

function hasRole(person: Person, role: Role, standing: Standing): boolean {
  switch (role) {
    case 'anyone':
      return true;
    case 'claimant':
      return person.id === standing.claimantId;
    case 'writer':
      return person.id === standing.writerId;
    case 'approver':
      return standing.isApprover ?? false;
    case 'giver':
      return person.id === standing.handedBy;
    case 'owner':
      return person.id === standing.ownerId;
    case 'router':
      return person.id === standing.routerId;
    case 'caller':
      return person.id === standing.callerId;
    case 'helper':
      return person.id === standing.helperId;
    case 'manager':
      return person.isManager;
  }
}
