import type { Migration } from '../migration.ts'

/** The shelves of the first release. Column meanings: schema.ts. */
export const firstLight: Migration = ({ serial, bytes, searchIndex }) => [
  `create table outlets (
    id ${serial},
    key text not null unique,
    key_folded text not null,
    name text not null,
    name_folded text not null,
    language text,
    country text
  )`,
  `create index outlets_by_key_folded on outlets (key_folded)`,
  `create index outlets_by_name_folded on outlets (name_folded)`,

  `create table sources (
    id ${serial},
    outlet_id bigint not null references outlets (id),
    kind text not null,
    address text not null unique,
    title text not null,
    state text not null,
    created_at bigint not null,
    articles bigint not null default 0,
    lease_until bigint,
    poll_is_stale bigint not null default 0,
    interval_seconds bigint not null,
    next_poll_at bigint not null,
    last_poll_at bigint,
    last_success_at bigint,
    last_new_at bigint,
    consecutive_failures bigint not null default 0,
    problem_code text,
    problem_message text,
    problem_at bigint,
    etag text,
    last_modified text
  )`,
  `create index sources_by_next_poll on sources (next_poll_at)`,
  `create index sources_by_outlet on sources (outlet_id)`,

  `create table hosts (
    host text primary key,
    robots_text text,
    robots_fetched_at bigint,
    back_off_until bigint,
    consecutive_failures bigint not null
  )`,

  `create table captures (
    id ${serial},
    address text not null,
    final_address text not null,
    fetched_at bigint not null,
    status bigint not null,
    headers text not null,
    sha256 text not null,
    dropped bigint not null default 0
  )`,
  `create index captures_by_sha256 on captures (sha256)`,
  `create index captures_with_bytes on captures (fetched_at) where dropped = 0`,
  `create table capture_bytes (sha256 text primary key, bytes ${bytes} not null)`,

  `create table articles (
    id ${serial},
    place bigint not null unique,
    address text not null,
    outlet_id bigint not null references outlets (id),
    source_id bigint references sources (id) on delete set null,
    capture_id bigint not null references captures (id),
    language text not null,
    kind text not null,
    headline text not null,
    lead text,
    text_from text not null,
    at bigint not null,
    first_seen_at bigint not null,
    revisions bigint not null default 0,
    content_hash text not null
  )`,
  `create index articles_by_language on articles (language, place)`,
  `create index articles_by_outlet on articles (outlet_id, place, language)`,
  `create index articles_by_source on articles (source_id)`,
  `create index articles_by_capture on articles (capture_id)`,

  `create table addresses (
    address text primary key,
    article_id bigint references articles (id) on delete set null
  )`,
  `create index addresses_by_article on addresses (article_id) where article_id is not null`,

  `create table revisions (
    article_id bigint not null references articles (id) on delete cascade,
    number bigint not null,
    seen_at bigint not null,
    capture_id bigint not null references captures (id),
    headline text not null,
    content text not null,
    primary key (article_id, number)
  )`,
  `create index revisions_by_capture on revisions (capture_id)`,

  `create table index_texts (
    article_id bigint primary key references articles (id) on delete cascade,
    stems ${bytes} not null
  )`,
  `create table language_tallies (language text primary key, articles bigint not null)`,

  `create table jobs (
    id ${serial},
    kind text not null,
    key text not null unique,
    host text,
    due_at bigint not null,
    lease_until bigint,
    attempts bigint not null default 0,
    work text not null,
    capture_id bigint references captures (id),
    problem_code text,
    problem_message text,
    set_aside_at bigint
  )`,
  `create index jobs_by_due on jobs (kind, due_at) where set_aside_at is null`,
  `create index jobs_by_host on jobs (kind, host, due_at) where set_aside_at is null`,
  `create index jobs_by_capture on jobs (capture_id) where capture_id is not null`,
  `create index jobs_set_aside on jobs (set_aside_at) where set_aside_at is not null`,

  `create table discoveries (
    id ${serial},
    address text not null,
    asked_at bigint not null,
    answer text not null
  )`,

  `create table users (
    id ${serial},
    name text not null,
    name_folded text not null unique,
    role text not null,
    password_hash text not null,
    created_at bigint not null
  )`,
  `create table sessions (
    token_hash text primary key,
    user_id bigint not null references users (id) on delete cascade,
    expires_at bigint not null
  )`,
  `create index sessions_by_user on sessions (user_id)`,
  `create index sessions_by_expiry on sessions (expires_at)`,

  `create table settings (name text primary key, value text not null)`,
  `create table changes (
    seq ${serial},
    kind text not null,
    row_id bigint not null,
    at bigint not null
  )`,

  ...searchIndex,
]
