import type { RouteState } from './card.ts';
import type { MentionEvent, MentionStatus } from './mention.ts';
import type { Finding } from './preflight.ts';
import type { Act } from './rights.ts';
import type { RouteEvent } from './route.ts';
import type { FieldProblem } from './setting-form.ts';

/** Why a press, a vote or a form was not accepted. A value, never thrown; `views/copy.ts` has a sentence for each. */
export type Refusal =
  | { refusal: 'already_claimed'; by: string }
  | { refusal: 'wrong_status'; event: MentionEvent; status: MentionStatus }
  | { refusal: 'not_yours'; act: Act }
  | { refusal: 'guest_account' }
  | { refusal: 'other_workspace' }
  | { refusal: 'gone' }
  | { refusal: 'stored_already' }
  | { refusal: 'empty_text' }
  | { refusal: 'too_long'; maxChars: number; chars: number }
  | { refusal: 'draft_moved_on' }
  | { refusal: 'not_ready'; findings: Finding[] }
  | { refusal: 'ballot_closed' }
  | { refusal: 'own_draft' }
  | { refusal: 'own_decision' }
  | { refusal: 'not_an_approver' }
  | { refusal: 'held'; by: string; until: Date }
  | { refusal: 'already_acknowledged'; by: string }
  | { refusal: 'not_acknowledged' }
  | { refusal: 'call_closed' }
  | { refusal: 'crisis_over' }
  | { refusal: 'cannot_have_it' }
  | { refusal: 'already_theirs' }
  | { refusal: 'not_handed_over' }
  | { refusal: 'not_snoozed' }
  | { refusal: 'bad_time' }
  | { refusal: 'no_author' }
  | { refusal: 'bad_link' }
  | { refusal: 'nothing_to_keep' }
  | { refusal: 'kept_already'; title: string; ownerId: string }
  | { refusal: 'not_in_channel' }
  | { refusal: 'no_departments' }
  | { refusal: 'unknown_department' }
  | { refusal: 'already_routed'; department: string }
  | { refusal: 'route_dismissed' }
  | { refusal: 'already_accepted'; by: string }
  | { refusal: 'wrong_route_state'; event: RouteEvent; state: RouteState }
  | { refusal: 'no_outcome' }
  | { refusal: 'not_an_employee' }
  | { refusal: 'past_day' }
  | { refusal: 'unfit_settings'; problems: FieldProblem[] }
  | { refusal: 'file_managed' }
  | { refusal: 'settings_moved_on' }
  | { refusal: 'cannot_join'; channelId: string }
  | { refusal: 'unknown_watch'; name: string; known: string[] }
  | { refusal: 'unknown_network'; name: string; known: string[] }
  | { refusal: 'not_begun' }
  | { refusal: 'no_watch' }
  | { refusal: 'no_watch_here'; channelId: string }
  | { refusal: 'files_not_taken'; isForbidden: boolean };

export type RefusalKind = Refusal['refusal'];

/** Tells a refusal from the value a rule or flow gives otherwise. */
export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refusal' in value;
}
