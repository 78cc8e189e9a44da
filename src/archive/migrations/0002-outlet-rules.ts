import type { Migration } from '../migration.ts'

/** What operators say of an outlet's pages, every state of it, and readings explained. Column meanings: schema.ts. */
export const outletRules: Migration = ({ serial, bytes }) => [
  `create table outlet_rules (
    outlet_id bigint not null references outlets (id) on delete cascade,
    number bigint not null,
    rules text not null,
    saved_at bigint not null,
    saved_by text not null,
    primary key (outlet_id, number)
  )`,

  `create table explanations (
    id ${serial},
    question text not null,
    outlet_id bigint not null references outlets (id) on delete cascade,
    capture_id bigint not null references captures (id) on delete cascade,
    proposed text,
    asked_at bigint not null,
    answer ${bytes}
  )`,
  `create index explanations_by_question on explanations (question, asked_at)`,
  `create index explanations_by_capture on explanations (capture_id)`,
  `create index explanations_by_outlet on explanations (outlet_id)`,
]
