import { type Kysely, sql } from 'kysely';

/** What a team of two hundred needs: hand-over, snooze, ladders, routes, answers, settings made in Slack. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const DUE = `due_at timestamptz,
    lease_token uuid,
    lease_until timestamptz,
    tries integer not null default 0,
    last_error text,
    dead_at timestamptz`;
const ID = 'id integer generated always as identity primary key';
const TEAM = 'team_id text not null references teams (id) on delete cascade';
const MENTION = 'mention_id integer not null references mentions (id) on delete cascade';

const STATEMENTS = [
  // Who handed the mention over last, and until when it sleeps.
  `alter table mentions
    add column handed_by text,
    add column snoozed_by text,
    add column snoozed_until timestamptz,
    add column snoozed_until_reply boolean not null default false`,
  `create table reminders (
    ${ID},
    ${TEAM},
    ${MENTION},
    kind text not null check (kind in ('nudge', 'wake')),
    ${DUE},
    unique (mention_id, kind)
  )`,
  'create index mentions_at_rest on mentions (team_id, watch_id) where snoozed_until_reply',
  'create index reminders_due on reminders (due_at) where due_at is not null',

  // A call for help climbs the ladder until somebody is on it, and is closed by an outcome.
  `alter table escalations
    add column rung integer not null default 0,
    add column ladder jsonb not null default '[]',
    add column closed_by text,
    add column closed_at timestamptz,
    add column outcome text,
    add column due_at timestamptz,
    add column lease_token uuid,
    add column lease_until timestamptz,
    add column tries integer not null default 0,
    add column last_error text,
    add column dead_at timestamptz`,
  'create index escalations_due on escalations (due_at) where due_at is not null',
  'alter table postings drop constraint postings_escalation_id_key',
  // What a call calls: a channel, a person or a user group, each once.
  'alter table postings add column called text',
  'create unique index one_call_a_rung on postings (escalation_id, called)',
  `create table crises (
    ${ID},
    ${TEAM},
    watch_id integer not null references watches (id) on delete cascade,
    escalation_id integer references escalations (id) on delete set null,
    reason text not null,
    began_by text not null,
    began_at timestamptz not null,
    ended_by text,
    ended_at timestamptz,
    closing text
  )`,
  'create unique index one_crisis_a_watch on crises (watch_id) where ended_at is null',

  // What people outside wish for, and the mentions routed to a department because of it.
  `create table wishes (
    ${ID},
    ${TEAM},
    department text not null,
    title text not null,
    folded text not null,
    created_at timestamptz not null,
    unique (team_id, department, folded)
  )`,
  `create table routes (
    ${ID},
    ${TEAM},
    ${MENTION},
    wish_id integer references wishes (id) on delete set null,
    kind text not null check (kind in ('idea', 'defect', 'lead', 'partnership', 'press', 'support')),
    department text not null,
    channel_id text not null,
    note text not null,
    due_on date,
    routed_by text not null,
    routed_at timestamptz not null,
    state text not null check (state in ('asked', 'accepted', 'asked_back', 'done')),
    owner_id text,
    accepted_at timestamptz,
    question text,
    question_by text,
    explanation text,
    explained_by text,
    outcome text,
    done_by text,
    done_at timestamptz,
    told_at timestamptz,
    ${DUE}
  )`,
  'create index routes_due on routes (due_at) where due_at is not null',
  'create index routes_by_mention on routes (mention_id)',
  'create index routes_by_wish on routes (wish_id)',
  "create unique index one_open_route_a_department on routes (mention_id, department) where state <> 'done'",
  // Whether only its members can read it; null while nobody asked Slack.
  'alter table channels add column is_private boolean',
  "create index routes_by_owner on routes (team_id, owner_id) where state <> 'done'",

  `alter table postings
    add column route_id integer references routes (id) on delete cascade,
    add column crisis_id integer references crises (id) on delete cascade,
    drop constraint postings_kind_check,
    add constraint postings_kind_check check (kind in
      ('card', 'ballot', 'escalation', 'notice', 'route', 'crisis', 'welcome'))`,
  'create unique index one_posting_a_route on postings (route_id)',
  'create unique index one_posting_a_crisis on postings (crisis_id)',

  // The words to which a reply was written, so that a later change of theirs is seen.
  'alter table drafts add column original_hash text',

  // Good replies, kept to be offered again.
  `create table answers (
    ${ID},
    ${TEAM},
    title text not null,
    text text not null,
    text_key text not null,
    owner_id text not null,
    review_on date not null,
    reply_id integer references replies (id) on delete set null,
    kept_by text not null,
    kept_at timestamptz not null,
    retired_at timestamptz,
    words tsvector generated always as (
      setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', text), 'B')) stored,
    ${DUE}
  )`,
  'create unique index one_answer_a_text on answers (team_id, text_key) where retired_at is null',
  'create index answers_due on answers (due_at) where due_at is not null',
  'create index answers_words on answers using gin (words)',

  // Why a ballot asks for more than the watch's rule, in words; and a manager's decision without it.
  `alter table ballots
    add column reasons jsonb not null default '[]',
    add column required_groups jsonb not null default '[]',
    add column decided_by text,
    add column decision_reason text,
    add column voided_by text`,
  `alter table teams
    add column forbidden_words jsonb not null default '[]',
    add column file_sections jsonb not null default '[]',
    add column default_channel text,
    add column greeted_at timestamptz`,
  `alter table people
    add column helped_at timestamptz,
    add column home_at timestamptz`,
];
