import { setImmediate } from 'node:timers/promises'
import { type RawBuilder, sql } from 'kysely'
import type { Database, Engine } from '../engine.ts'
import { schemaVersion } from '../migrate.ts'
import { type BackedUpTable, backedUpTables } from './tables.ts'

export const backupFormat = 1

/** Lines without their line ends: a head, a row each, and an end by which a backup that was cut short is known. */
export type BackupLine =
  | { readonly wiredesk: 'backup'; readonly format: number; readonly schemaVersion: number }
  | { readonly table: string; readonly row: Readonly<Record<string, unknown>> }
  | { readonly end: { readonly rows: number } }

const rowsAtOnce = 200

export async function* dumpArchive(engine: Engine): AsyncIterable<string> {
  const snapshot = await engine.openSnapshot()
  try {
    yield line({ wiredesk: 'backup', format: backupFormat, schemaVersion })
    let rows = 0
    for (const table of backedUpTables) {
      for await (const row of eachRow(snapshot.db, table)) {
        rows += 1
        yield line({ table: table.name, row: portable(row, table) })
      }
    }
    yield line({ end: { rows } })
  } finally {
    await snapshot.close()
  }
}

function line(content: BackupLine): string {
  return JSON.stringify(content)
}

type Row = Readonly<Record<string, unknown>>

async function* eachRow(db: Database, { name, key }: BackedUpTable): AsyncIterable<Row> {
  const columns = key.map((column) => sql.ref(column))
  const order = sql.join(columns)
  let condition: RawBuilder<unknown> = sql`1 = 1`
  for (;;) {
    const { rows } = await sql<Row>`select * from ${sql.table(name)} where ${condition}
      order by ${order} limit ${rowsAtOnce}`.execute(db)
    yield* rows
    const last = rows.at(-1)
    if (last === undefined || rows.length < rowsAtOnce) return
    condition = sql`(${order}) > (${sql.join(key.map((column) => last[column]))})`
    // SQLite reads on this thread: others get their turn between two pages.
    await setImmediate()
  }
}

function portable(row: Row, { bytes = [], cleared = [] }: BackedUpTable): Row {
  return {
    ...row,
    ...Object.fromEntries(bytes.map((column) => [column, base64(row[column])])),
    ...Object.fromEntries(cleared.map((column) => [column, null])),
  }
}

function base64(bytes: unknown): string {
  if (!(bytes instanceof Uint8Array)) throw new TypeError('A column of bytes holds bytes.')
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
}
