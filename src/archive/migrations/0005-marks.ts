import type { Migration } from '../migration.ts'

/** What language finds in articles, and the Names that it is about. Column meanings: schema.ts. */
export const marks: Migration = ({ serial, bytes }) => [
  `create table names (
    id ${serial},
    kind text not null,
    name text not null,
    is_pinned bigint not null default 0,
    merged_into bigint
  )`,
  `create index names_by_merged_into on names (merged_into) where merged_into is not null`,
  `create table name_keys (
    kind text not null,
    key text not null,
    family text not null,
    name_id bigint not null references names (id) on delete cascade,
    is_decided bigint not null default 0,
    primary key (kind, key)
  )`,
  `create index name_keys_by_family on name_keys (family)`,
  `create index name_keys_by_name on name_keys (name_id)`,
  `create table name_aliases (
    alias_folded text not null,
    name_id bigint not null references names (id) on delete cascade,
    primary key (alias_folded, name_id)
  )`,
  `create index name_aliases_by_name on name_aliases (name_id)`,
  `create table name_decisions (
    id ${serial},
    kind text not null,
    name_id bigint not null references names (id) on delete cascade,
    other_id bigint references names (id) on delete cascade,
    what text not null,
    decided_at bigint not null,
    decided_by text not null,
    undone_at bigint
  )`,
  `create index name_decisions_by_name on name_decisions (name_id)`,
  `create index name_decisions_by_other on name_decisions (other_id)`,

  `create table marks (
    article_id bigint primary key references articles (id) on delete cascade,
    marks ${bytes} not null
  )`,
  `create table article_names (
    article_id bigint not null references articles (id) on delete cascade,
    ordinal bigint not null,
    place bigint not null,
    name_id bigint not null references names (id),
    key text not null,
    name text not null,
    offices text not null,
    is_decided bigint not null default 0,
    primary key (article_id, ordinal)
  )`,
  `create index article_names_by_name on article_names (name_id, place)`,
  `create index article_names_by_place on article_names (place, name_id)`,
  `create table statements (
    article_id bigint not null references articles (id) on delete cascade,
    ordinal bigint not null,
    place bigint not null,
    name_id bigint references names (id),
    name_ordinal bigint,
    speaker text not null,
    manner text not null,
    act text not null,
    content text not null,
    start_at bigint not null,
    credit_ordinal bigint,
    primary key (article_id, ordinal)
  )`,
  `create index statements_by_name on statements (name_id, place)`,
  `create table credits (
    article_id bigint not null references articles (id) on delete cascade,
    ordinal bigint not null,
    place bigint not null,
    kind text not null,
    source_name text not null,
    outlet_key text,
    name_id bigint references names (id),
    name_ordinal bigint,
    address text,
    credited_id bigint references articles (id) on delete set null,
    start_at bigint not null,
    primary key (article_id, ordinal)
  )`,
  `create index credits_by_outlet on credits (outlet_key, place)`,
  `create index credits_by_name on credits (name_id)`,
  `create index credits_by_credited on credits (credited_id)`,
  `create table encounters (
    article_id bigint not null references articles (id) on delete cascade,
    ordinal bigint not null,
    place bigint not null,
    kind text not null,
    standing text not null,
    text text not null,
    from_time text,
    until_time text,
    start_at bigint not null,
    primary key (article_id, ordinal)
  )`,
  `create table encounter_names (
    article_id bigint not null,
    ordinal bigint not null,
    role text not null,
    name_ordinal bigint not null,
    place bigint not null,
    name_id bigint not null references names (id),
    primary key (article_id, ordinal, role, name_ordinal),
    foreign key (article_id, ordinal) references encounters (article_id, ordinal) on delete cascade
  )`,
  `create index encounter_names_by_name on encounter_names (name_id, place)`,
]
