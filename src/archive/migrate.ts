import { type Kysely, sql } from 'kysely'
import { Problem } from '../model/problem.ts'
import type { Ddl, Migration } from './migration.ts'
import { firstLight } from './migrations/0001-first-light.ts'
import { outletRules } from './migrations/0002-outlet-rules.ts'
import { outletMemory } from './migrations/0003-outlet-memory.ts'
import { outletZone } from './migrations/0004-outlet-zone.ts'
import { marks } from './migrations/0005-marks.ts'
import type { Schema } from './schema.ts'

/** In order: the first makes version 1. */
const migrations: readonly Migration[] = [firstLight, outletRules, outletMemory, outletZone, marks]

export const schemaVersion: number = migrations.length

/**
 * Brings the schema to this code's version. Call it within a transaction that keeps every other process out.
 * A newer schema is a Problem that names both versions, and nothing is changed.
 */
export async function migrate(db: Kysely<Schema>, ddl: Ddl, address: string): Promise<void> {
  await sql`create table if not exists schema_version (version bigint not null)`.execute(db)
  const found = await versionOf(db)
  if (found > schemaVersion) throw newerSchema(found, address)
  for (const migration of migrations.slice(found)) {
    for (const statement of migration(ddl)) await sql.raw(statement).execute(db)
  }
  if (found === schemaVersion) return
  await sql`delete from schema_version`.execute(db)
  await sql`insert into schema_version (version) values (${schemaVersion})`.execute(db)
}

function newerSchema(found: number, address: string): Problem {
  return new Problem(
    'archive/newer-schema',
    `The archive ${address} has schema version ${found}; this Wiredesk knows versions up to ${schemaVersion}.`,
  )
}

/** For who may only read: an archive of just this version. */
export async function requireSchema(db: Kysely<Schema>, address: string): Promise<void> {
  const found = await versionOf(db).catch((error) => {
    if (error instanceof Problem) throw error
    return 0
  })
  if (found > schemaVersion) throw newerSchema(found, address)
  if (found < schemaVersion)
    throw new Problem(
      'archive/cannot-open',
      `There is no archive of schema version ${schemaVersion} at ${address}: open it for writing first.`,
    )
}

async function versionOf(db: Kysely<Schema>): Promise<number> {
  const { rows } = await sql<{ version: number }>`select version from schema_version`.execute(db)
  return rows[0]?.version ?? 0
}
