import { ANA, BEN, CHI, DANA, minutesAgo } from '../helpers/facts.ts';

type Told = { by?: string; detail?: Record<string, unknown> };

const because = (reason: string): Told => ({ detail: { reason } });
const wish = { department: 'Product', wish: 'export to CSV' };
const answer = { title: 'Exports time out' };

/** Each act of the record with plain facts; where the facts change the sentence, every variant. Ben did it unless said. */
export const HISTORY: Record<string, Told[]> = {
  found: [{}, { detail: { network: 'Bluesky' } }],
  posted: [{}],
  claim: [{}],
  release: [{}],
  dismiss: [because('not about us')],
  correct: [{ detail: { tone: 'neutral', toneWas: 'negative', kind: 'question', kindWas: 'defect' } }],
  hand_over: [{ detail: { to: CHI } }, { detail: { to: CHI, reason: 'you know exports' } }],
  take_back: [{}, { detail: { from: CHI } }],
  snooze: [{ detail: { until: minutesAgo(-60).toISOString() } }, { detail: { until: null } }],
  wake: [{}, { detail: { why: 'time' } }, { detail: { why: 'reply' } }],
  nudge: [{ detail: { to: BEN } }],
  reopen: [because('Maya answered')],
  save_draft: [{ detail: { revision: 2 } }],
  open_ballot: [{}],
  approve_alone: [{ by: ANA }],
  vote: [
    { by: ANA, detail: { choice: 'approve' } },
    { by: CHI, detail: { choice: 'object' } },
  ],
  approve: [{}],
  decide: [{ by: DANA, detail: { reason: 'we must answer tonight' } }],
  reject: [{}],
  lapse: [{}],
  object: [{ by: CHI }],
  hold: [{}],
  give_back: [{}],
  mark_posted: [{}],
  hold_lapsed: [{}],
  void_ballot: [{}],
  escalate: ['help', 'urgent', 'crisis'].map((level) => ({ detail: { level, reason: 'legal question' } })),
  call: [
    { detail: { to: 'C0HELP', name: null } },
    { detail: { to: DANA, name: null } },
    { detail: { to: 'S0LEADS', name: 'leads' } },
  ],
  pass_over: [{ detail: { to: 'S0LEADS', name: 'leads' } }],
  acknowledge: [{ by: DANA }],
  close_call: [because('legal agreed')],
  begin_crisis: [{}],
  end_crisis: [{ by: DANA, detail: { reason: 'exports work again' } }],
  log: [{}],
  route: [{ detail: wish }],
  accept_route: [{ by: DANA, detail: wish }],
  ask_back: [{ by: DANA, detail: { ...wish, reason: 'Which columns?' } }],
  explain_route: [{ detail: { ...wish, reason: 'All of them' } }],
  finish_route: [{ by: DANA, detail: { ...wish, reason: 'It ships in May' } }],
  route_overdue: [{ detail: wish }],
  tell_author: [{}],
  keep_answer: [{ detail: answer }],
  review_answer: ['keep', 'change', 'retire'].map((fate) => ({ detail: { ...answer, fate } })),
  list_author: [
    { by: DANA, detail: { list: 'critics', author: 'Maya Ito' } },
    { by: DANA, detail: { list: null, author: 'Maya Ito' } },
  ],
  twin_removed: [{}],
  updated: [{}],
};
