import type { Migration } from '../migration.ts'

/** The clock that an outlet's times are told by, where an editor has said it. Column meanings: schema.ts. */
export const outletZone: Migration = () => ['alter table outlets add column zone text']
