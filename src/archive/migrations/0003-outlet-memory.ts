import type { Migration } from '../migration.ts'

/** What the pages of an outlet taught the reader, and what became of articles that are not there any more. */
export const outletMemory: Migration = ({ serial }) => [
  `create table outlet_memories (
    outlet_id bigint primary key references outlets (id) on delete cascade,
    pages bigint not null,
    memory text not null
  )`,
  `create table page_notes (
    id ${serial},
    outlet_id bigint not null references outlets (id) on delete cascade,
    note text not null
  )`,
  `create index page_notes_by_outlet on page_notes (outlet_id, id)`,
  `alter table articles add column gone_since bigint`,
  `alter table articles add column gone_how text`,
]
