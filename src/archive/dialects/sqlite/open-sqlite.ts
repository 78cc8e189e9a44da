import { existsSync, statSync } from 'node:fs'
import { sql } from 'kysely'
import { Problem } from '../../../model/problem.ts'
import type { Database, Engine, Snapshot } from '../../engine.ts'
import { migrate, requireSchema } from '../../migrate.ts'
import type { Ddl } from '../../migration.ts'
import { articleIndexDdl, sqliteIndex } from './sqlite-index.ts'
import { kyselyOver } from './sqlite-kysely.ts'
import { connect, type SqliteConnection } from './sqlite-library.ts'
import { createWriteQueue, type WriteQueue } from './write-queue.ts'

const ddl: Ddl = {
  serial: 'integer primary key autoincrement',
  bytes: 'blob',
  searchIndex: articleIndexDdl,
}

/** How often another process's writes are looked for. */
const watchMs = 500

/**
 * Opens the file, making and migrating it as needed. Three connections: one writes, one reads single statements, one
 * reads several of one moment; in WAL mode none waits for another.
 */
export async function openSqlite(file: string, options: { readonly readOnly: boolean }): Promise<Engine> {
  if (file === '' || file === ':memory:')
    throw new Problem('archive/cannot-open', 'An archive is a file: give its path.')
  // libsql makes what is not there, also for reading.
  if (options.readOnly && !existsSync(file))
    throw new Problem('archive/cannot-open', `There is no archive at ${file}.`)
  const connections: SqliteConnection[] = []
  const connectOnce = (busyTimeoutMs: number): SqliteConnection => {
    const connection = connect(file, { readOnly: options.readOnly, busyTimeoutMs })
    connections.push(connection)
    configure(connection, options.readOnly)
    return connection
  }
  try {
    const writing = connectOnce(0)
    const writer = kyselyOver(writing)
    const queue = createWriteQueue(writing, writer)
    if (options.readOnly) await requireSchema(writer, file)
    else await queue.write((db) => migrate(db, ddl, file))
    const reading = connectOnce(2000)
    const snapshots = connectOnce(2000)
    const reader = kyselyOver(reading)
    const snapshot = createSnapshots(snapshots)
    return {
      name: 'sqlite',
      reader,
      write: queue.write,
      snapshot,
      openSnapshot: async () => openSnapshot(connect(file, { readOnly: true, busyTimeoutMs: 2000 })),
      // There is one writer at a time as it is.
      lock: async () => {},
      announceChanges: async () => {},
      watchChanges: (poke) => watch(reading, poke),
      skipLocked: (query) => query,
      index: sqliteIndex,
      continueSerialKeys: async () => {},
      check: () => check(reader, queue, options.readOnly),
      bytes: async () => sizeOf(file) + sizeOf(`${file}-wal`),
      async close() {
        await queue.close()
        closeAll()
      },
    }
  } catch (error) {
    closeAll()
    throw error
  }

  function closeAll(): void {
    for (const connection of connections) connection.close()
  }
}

function configure(connection: SqliteConnection, readOnly: boolean): void {
  if (!readOnly) connection.exec('pragma journal_mode = wal')
  // FULL: what was acknowledged outlives a power cut, not only a kill. Measured in docs/decisions/0002.
  connection.exec('pragma synchronous = full')
  connection.exec('pragma foreign_keys = on')
  connection.exec('pragma cache_size = -32000')
  connection.exec('pragma mmap_size = 268435456')
  connection.exec('pragma temp_store = memory')
  // A checkpoint waits for the disk: at 4 MB of log, the default, every dozen articles would.
  if (!readOnly) connection.exec('pragma wal_autocheckpoint = 10000')
}

/** Short snapshots take turns on one connection. */
function createSnapshots(connection: SqliteConnection): Engine['snapshot'] {
  const db = kyselyOver(connection)
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const turn = last.then(async () => {
      connection.exec('begin')
      try {
        return await work(db)
      } finally {
        connection.exec('commit')
      }
    })
    last = turn.catch(() => {})
    return turn
  }
}

function openSnapshot(connection: SqliteConnection): Snapshot {
  connection.exec('begin')
  // A deferred transaction takes its snapshot with its first read.
  connection.all('select version from schema_version', [])
  return {
    db: kyselyOver(connection),
    async close() {
      connection.exec('commit')
      connection.close()
    },
  }
}

/** `data_version` moves when another connection has committed, of this process or of another. */
function watch(connection: SqliteConnection, poke: () => void): () => void {
  const version = (): unknown => connection.all('pragma data_version', [])[0]?.data_version
  let seen = version()
  const timer = setInterval(() => {
    const now = version()
    if (now === seen) return
    seen = now
    poke()
  }, watchMs)
  return () => clearInterval(timer)
}

async function check(reader: Database, queue: WriteQueue, readOnly: boolean): Promise<readonly string[]> {
  const integrity = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(reader)
  const strays = await sql<{
    table: string
    rowid: number
    parent: string
  }>`pragma foreign_key_check`.execute(reader)
  return [
    ...integrity.rows.map((row) => row.integrity_check).filter((line) => line !== 'ok'),
    ...strays.rows.map(
      (row) => `Row ${row.rowid} of ${row.table} refers to a row of ${row.parent} that is not there.`,
    ),
    ...(readOnly ? [] : await checkIndex(queue)),
  ]
}

/** FTS5 checks itself through an insert that changes nothing. */
async function checkIndex(queue: WriteQueue): Promise<readonly string[]> {
  try {
    await queue.write((db) =>
      sql`insert into article_index (article_index, rank) values ('integrity-check', 0)`.execute(db),
    )
    return []
  } catch (error) {
    return [`The search index is damaged: ${(error as Error).message}`]
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}
