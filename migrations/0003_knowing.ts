import { type Kysely, sql } from 'kysely';

/** What a team gets to know: tone and kind, authors of weight, daily tallies, summaries by the clock, unusual volume. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const ID = 'id integer generated always as identity primary key';
const TEAM = 'team_id text not null references teams (id) on delete cascade';
const DUE = `due_at timestamptz,
    lease_token uuid,
    lease_until timestamptz,
    tries integer not null default 0,
    last_error text,
    dead_at timestamptz`;

const STATEMENTS = [
  `create table authors (
    ${ID},
    ${TEAM},
    network text not null,
    author_key text not null,
    name text,
    handle text,
    url text,
    reach integer,
    list text check (list in ('press', 'customers', 'partners', 'critics')),
    listed_by text,
    listed_at timestamptz,
    watched_by jsonb not null default '[]',
    first_seen_at timestamptz not null,
    last_seen_at timestamptz not null,
    unique (team_id, network, author_key)
  )`,
  `alter table items
    add column author_id integer references authors (id) on delete set null,
    add column engagement integer`,
  "create index authors_watched on authors (team_id) where watched_by <> '[]'",
  'create index items_by_author on items (author_id) where author_id is not null',
  'create index items_with_engagement on items (team_id, network, id) where engagement is not null',
  `alter table reminders
    drop constraint reminders_kind_check,
    add constraint reminders_kind_check check (kind in ('nudge', 'wake', 'heard'))`,

  // How it sounds and what it is; whose word that is when a person corrected it.
  `alter table mentions
    add column tone text check (tone in ('negative', 'neutral', 'positive', 'unclear')),
    add column tone_score real,
    add column tone_by text,
    add column kind text check (kind in
      ('question', 'complaint', 'praise', 'defect', 'idea', 'lead', 'partnership', 'press', 'other')),
    add column kind_reason text,
    add column kind_by text,
    add column language text,
    add column judged_by text,
    add column tallied jsonb`,
  'create index mentions_by_watch_and_time on mentions (watch_id, created_at)',
  'create index mentions_not_counted on mentions (team_id, created_at) where tallied is null',

  // So many mentions of a day, a watch and a network count under this label of this measure.
  `create table tallies (
    ${TEAM},
    day date not null,
    watch_id integer not null references watches (id) on delete cascade,
    network text not null,
    measure text not null,
    label text not null,
    count integer not null,
    primary key (team_id, measure, day, watch_id, network, label)
  )`,

  // Summaries that the clock posts; due when the next one is.
  `create table schedules (
    ${ID},
    ${TEAM},
    kind text not null,
    channel_id text not null,
    at_minute integer not null check (at_minute between 0 and 1439),
    weekday integer check (weekday between 1 and 7),
    paused_at timestamptz,
    paused_by text,
    last_at timestamptz,
    ${DUE},
    unique (team_id, kind)
  )`,
  'create index schedules_due on schedules (due_at) where due_at is not null',
  `create table summaries (
    ${ID},
    ${TEAM},
    kind text not null,
    channel_id text not null,
    from_at timestamptz not null,
    to_at timestamptz not null,
    facts jsonb not null,
    made_at timestamptz not null
  )`,
  // The picture of App Home; due when its numbers are to be looked at again, or Slack is to be asked for an upload.
  `create table pictures (
    ${ID},
    team_id text not null unique references teams (id) on delete cascade,
    shown jsonb,
    sent jsonb,
    ${DUE}
  )`,
  `create table spikes (
    ${ID},
    ${TEAM},
    watch_id integer not null references watches (id) on delete cascade,
    began_at timestamptz not null,
    last_seen_at timestamptz not null,
    ended_at timestamptz,
    count integer not null,
    expected real not null
  )`,
  'create unique index one_spike_a_watch on spikes (watch_id) where ended_at is null',
  `alter table postings
    add column summary_id integer references summaries (id) on delete cascade,
    drop constraint postings_kind_check,
    add constraint postings_kind_check check (kind in
      ('card', 'ballot', 'escalation', 'notice', 'route', 'crisis', 'welcome', 'summary'))`,
  'create unique index one_posting_a_summary on postings (summary_id)',

  // Slack let the app go: nothing is asked of it until it is installed again.
  'alter table teams add column gone_at timestamptz',
];
