import { ROUTE_STATES } from '../../src/domain/card.ts';
import { type MentionEvent, type MentionStatus, STATUSES, TRANSITIONS } from '../../src/domain/mention.ts';
import type { Refusal, RefusalKind } from '../../src/domain/refusal.ts';
import { type Act, OF_THE_CLAIMANT, RIGHTS } from '../../src/domain/rights.ts';
import { ROUTE_TRANSITIONS, type RouteEvent } from '../../src/domain/route.ts';
import { BEN, minutesAgo } from '../helpers/facts.ts';

const ROUTE_EVENTS: RouteEvent[] = ['accept', 'ask_back', 'explain', 'finish'];

/** Each refusal with plain facts; where the facts change the sentence, every variant. */
export const REFUSALS: { [K in RefusalKind]: Extract<Refusal, { refusal: K }>[] } = {
  already_claimed: [{ refusal: 'already_claimed', by: BEN }],
  wrong_status: wrongStatus(),
  not_yours: restrictedActs().map((act) => ({ refusal: 'not_yours', act })),
  guest_account: [{ refusal: 'guest_account' }],
  other_workspace: [{ refusal: 'other_workspace' }],
  gone: [{ refusal: 'gone' }],
  stored_already: [{ refusal: 'stored_already' }],
  empty_text: [{ refusal: 'empty_text' }],
  too_long: [{ refusal: 'too_long', maxChars: 300, chars: 312 }],
  draft_moved_on: [{ refusal: 'draft_moved_on' }],
  not_ready: [
    {
      refusal: 'not_ready',
      findings: [
        { kind: 'forbidden_word', severity: 'stops', word: 'guarantee' },
        { kind: 'placeholder', severity: 'stops', found: '[name]' },
      ],
    },
  ],
  ballot_closed: [{ refusal: 'ballot_closed' }],
  own_draft: [{ refusal: 'own_draft' }],
  own_decision: [{ refusal: 'own_decision' }],
  not_an_approver: [{ refusal: 'not_an_approver' }],
  held: [{ refusal: 'held', by: BEN, until: minutesAgo(-15) }],
  already_acknowledged: [{ refusal: 'already_acknowledged', by: BEN }],
  not_acknowledged: [{ refusal: 'not_acknowledged' }],
  call_closed: [{ refusal: 'call_closed' }],
  crisis_over: [{ refusal: 'crisis_over' }],
  cannot_have_it: [{ refusal: 'cannot_have_it' }],
  already_theirs: [{ refusal: 'already_theirs' }],
  not_handed_over: [{ refusal: 'not_handed_over' }],
  not_snoozed: [{ refusal: 'not_snoozed' }],
  bad_time: [{ refusal: 'bad_time' }],
  no_author: [{ refusal: 'no_author' }],
  bad_link: [{ refusal: 'bad_link' }],
  nothing_to_keep: [{ refusal: 'nothing_to_keep' }],
  kept_already: [{ refusal: 'kept_already', title: 'Exports time out', ownerId: BEN }],
  not_in_channel: [{ refusal: 'not_in_channel' }],
  no_departments: [{ refusal: 'no_departments' }],
  unknown_department: [{ refusal: 'unknown_department' }],
  already_routed: [{ refusal: 'already_routed', department: 'Product' }],
  route_dismissed: [{ refusal: 'route_dismissed' }],
  already_accepted: [{ refusal: 'already_accepted', by: BEN }],
  wrong_route_state: wrongRouteStates(),
  no_outcome: [{ refusal: 'no_outcome' }],
  not_an_employee: [{ refusal: 'not_an_employee' }],
  past_day: [{ refusal: 'past_day' }],
  unfit_settings: [{ refusal: 'unfit_settings', problems: [] }],
  file_managed: [{ refusal: 'file_managed' }],
  settings_moved_on: [{ refusal: 'settings_moved_on' }],
  cannot_join: [{ refusal: 'cannot_join', channelId: 'C0GEN' }],
  unknown_network: [{ refusal: 'unknown_network', name: 'Usenet', known: ['Phone call', 'E-mail'] }],
  unknown_watch: [
    { refusal: 'unknown_watch', name: 'Acne', known: ['Acme', 'Beta'] },
    { refusal: 'unknown_watch', name: 'Acne', known: [] },
  ],
  not_begun: [{ refusal: 'not_begun' }],
  no_watch: [{ refusal: 'no_watch' }],
  no_watch_here: [{ refusal: 'no_watch_here', channelId: 'C0GEN' }],
  files_not_taken: [
    { refusal: 'files_not_taken', isForbidden: false },
    { refusal: 'files_not_taken', isForbidden: true },
  ],
};

/** What is not open to everybody, at least at times. */
function restrictedActs(): Act[] {
  const acts = Object.keys(RIGHTS) as Act[];
  return acts.filter((act) => OF_THE_CLAIMANT.includes(act) || !RIGHTS[act].includes('anyone'));
}

type WrongStatus = Extract<Refusal, { refusal: 'wrong_status' }>;

/** Each event that people cause in one status that refuses it, and each status with one event that it refuses. */
function wrongStatus(): WrongStatus[] {
  const statuses = Object.keys(STATUSES) as MentionStatus[];
  const all = [...new Set(statuses.flatMap((status) => Object.keys(TRANSITIONS[status])))] as MentionEvent[];
  const events = all.filter((event) => event in RIGHTS);
  const refused = (event: MentionEvent, status: MentionStatus) => !(event in TRANSITIONS[status]);
  const byEvent = events.map((event) => ({ event, status: statuses.find((one) => refused(event, one)) ?? 'new' }));
  const told = new Set(byEvent.map(({ status }) => status));
  const rest = statuses.filter((status) => !told.has(status));
  const byStatus = rest.map((status) => ({ event: events.find((one) => refused(one, status)) ?? 'claim', status }));
  return [...byEvent, ...byStatus].map((one) => ({ refusal: 'wrong_status', ...one }));
}

function wrongRouteStates(): Extract<Refusal, { refusal: 'wrong_route_state' }>[] {
  return ROUTE_STATES.flatMap((state) =>
    ROUTE_EVENTS.filter((event) => !(event in ROUTE_TRANSITIONS[state])).map((event) => ({
      refusal: 'wrong_route_state' as const,
      event,
      state,
    })),
  );
}
