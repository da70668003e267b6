import { type Kysely, sql } from 'kysely';

/**
 * Everything from a feed to an approved reply. Every row carries its team.
 * Tables of durable work share seven columns: due_at (null: nothing to do), lease_token, lease_until, tries,
 * last_error, dead_at and the row's own state.
 */
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

const STATEMENTS = [
  `create table teams (
    id text primary key,
    name text not null,
    url text not null default '',
    timezone text not null default 'UTC',
    office_hours jsonb,
    holidays jsonb not null default '[]',
    managers jsonb not null default '[]',
    departments jsonb not null default '[]',
    goals jsonb not null default '[]',
    approvals_channel text,
    escalations_channel text,
    update_slot_at timestamptz,
    paused_until timestamptz,
    created_at timestamptz not null default now()
  )`,
  `create table channels (
    ${TEAM},
    id text not null,
    next_post_at timestamptz,
    paused_reason text,
    paused_at timestamptz,
    primary key (team_id, id)
  )`,
  `create table people (
    ${TEAM},
    id text not null,
    name text not null,
    is_admin boolean not null,
    is_guest boolean not null,
    is_bot boolean not null,
    is_foreign boolean not null,
    is_deleted boolean not null,
    fetched_at timestamptz not null,
    primary key (team_id, id)
  )`,
  `create table watches (
    ${ID},
    ${TEAM},
    name text not null,
    position integer not null,
    channel_id text not null,
    phrases_any jsonb not null default '[]',
    phrases_all jsonb not null default '[]',
    phrases_none jsonb not null default '[]',
    voices jsonb not null default '[]',
    approval jsonb not null,
    escalation jsonb not null default '[]',
    from_file boolean not null,
    paused_at timestamptz,
    paused_reason text,
    created_at timestamptz not null default now(),
    unique (team_id, name)
  )`,
  `create table sources (
    ${ID},
    ${TEAM},
    network text not null,
    source_key text not null,
    settings jsonb not null,
    name text not null,
    every_ms integer not null,
    backfill integer not null default 0,
    cursor jsonb not null default '{}',
    baseline_at timestamptz,
    last_success_at timestamptz,
    stopped_at timestamptz,
    ${DUE},
    unique (team_id, network, source_key)
  )`,
  'create index sources_due on sources (due_at) where due_at is not null',
  `create table watch_sources (
    watch_id integer not null references watches (id) on delete cascade,
    source_id integer not null references sources (id) on delete cascade,
    primary key (watch_id, source_id)
  )`,
  `create table items (
    ${ID},
    ${TEAM},
    network text not null,
    external_id text not null,
    source_id integer references sources (id) on delete set null,
    url text,
    canonical_url text,
    title text,
    text text not null,
    text_hash text not null,
    story_hash text,
    author jsonb not null default '{}',
    published_at timestamptz,
    seen_at timestamptz not null,
    updated_at timestamptz,
    unique (team_id, network, external_id)
  )`,
  'create index items_story_url on items (team_id, canonical_url) where canonical_url is not null',
  'create index items_story_text on items (team_id, story_hash) where story_hash is not null',
  'create index items_seen on items (team_id, seen_at)',
  `create table mentions (
    ${ID},
    ${TEAM},
    item_id integer not null references items (id),
    watch_id integer not null references watches (id),
    status text not null check (status in
      ('new', 'claimed', 'voting', 'approved', 'sending', 'unknown', 'answered', 'dismissed')),
    version integer not null default 1,
    claimant_id text,
    claimed_at timestamptz,
    first_claimed_at timestamptz,
    answered_by text,
    answered_at timestamptz,
    dismissed_by text,
    dismissed_reason text,
    first_posted_at timestamptz,
    backfilled boolean not null,
    created_at timestamptz not null,
    unique (team_id, item_id)
  )`,
  'create index mentions_by_status on mentions (team_id, status, created_at)',
  'create index mentions_by_time on mentions (team_id, created_at)',
  `create table mention_watches (
    mention_id integer not null references mentions (id) on delete cascade,
    watch_id integer not null references watches (id) on delete cascade,
    primary key (mention_id, watch_id)
  )`,
  `create table sightings (
    item_id integer primary key references items (id) on delete cascade,
    mention_id integer not null references mentions (id) on delete cascade
  )`,
  'create index sightings_by_mention on sightings (mention_id)',
  `create table drafts (
    ${ID},
    ${TEAM},
    mention_id integer not null references mentions (id) on delete cascade,
    revision integer not null,
    text text not null,
    text_hash text not null,
    writer_id text not null,
    created_at timestamptz not null,
    unique (mention_id, revision)
  )`,
  `create table ballots (
    ${ID},
    ${TEAM},
    mention_id integer not null references mentions (id) on delete cascade,
    draft_id integer not null unique references drafts (id) on delete cascade,
    writer_id text not null,
    text_hash text not null,
    status text not null check (status in ('open', 'approved', 'rejected', 'lapsed', 'void')),
    votes_needed integer not null,
    objections_needed integer not null,
    approvers jsonb not null,
    opened_at timestamptz not null,
    closes_at timestamptz not null,
    decided_at timestamptz,
    told jsonb not null default '[]',
    marks integer not null default 0,
    ${DUE}
  )`,
  'create index ballots_due on ballots (due_at) where due_at is not null',
  `create unique index one_open_ballot on ballots (mention_id) where status = 'open'`,
  `create table votes (
    ballot_id integer not null references ballots (id) on delete cascade,
    voter_id text not null,
    path text not null check (path in ('reaction', 'button')),
    choice text not null check (choice in ('approve', 'object')),
    at timestamptz not null,
    primary key (ballot_id, voter_id, path)
  )`,
  `create table replies (
    ${ID},
    ${TEAM},
    mention_id integer not null references mentions (id) on delete cascade,
    draft_id integer not null references drafts (id),
    text_hash text not null,
    state text not null check (state in ('held', 'returned', 'unknown', 'posted')),
    held_by text not null,
    held_until timestamptz not null,
    posted_by text,
    posted_at timestamptz,
    url text,
    ${DUE}
  )`,
  'create index replies_due on replies (due_at) where due_at is not null',
  `create unique index one_hold_a_mention on replies (mention_id) where state in ('held', 'unknown')`,
  `create unique index one_post_a_draft on replies (draft_id) where state = 'posted'`,
  `create table escalations (
    ${ID},
    ${TEAM},
    mention_id integer not null references mentions (id) on delete cascade,
    level text not null check (level in ('help', 'urgent', 'crisis')),
    reason text not null,
    escalated_by text not null,
    escalated_at timestamptz not null,
    acknowledged_by text,
    acknowledged_at timestamptz
  )`,
  'create index escalations_by_mention on escalations (mention_id)',
  `create table postings (
    ${ID},
    ${TEAM},
    kind text not null check (kind in ('card', 'ballot', 'escalation', 'notice')),
    mention_id integer references mentions (id) on delete cascade,
    ballot_id integer unique references ballots (id) on delete cascade,
    escalation_id integer unique references escalations (id) on delete cascade,
    notice text,
    channel_id text not null,
    message_ts text,
    version integer not null default 1,
    drawn_version integer not null default 0,
    drawn_at timestamptz,
    attempted_at timestamptz,
    posted_at timestamptz,
    removed_at timestamptz,
    ${DUE}
  )`,
  'create index postings_due on postings (due_at) where due_at is not null',
  'create index postings_by_mention on postings (mention_id)',
  `create unique index one_card_a_mention on postings (mention_id) where kind = 'card'`,
  'create unique index postings_by_message on postings (team_id, channel_id, message_ts) where message_ts is not null',
  `create table activity (
    id bigint generated always as identity primary key,
    ${TEAM},
    mention_id integer references mentions (id) on delete cascade,
    person_id text,
    act text not null,
    detail jsonb not null default '{}',
    at timestamptz not null
  )`,
  'create index activity_by_mention on activity (mention_id, id)',
];
