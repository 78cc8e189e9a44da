import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { Database } from '../../engine.ts'
import { kyselyOver } from './sqlite-kysely.ts'
import { connect, type SqliteConnection } from './sqlite-library.ts'
import { createWriteQueue, type WriteQueue } from './write-queue.ts'

describe('writing to SQLite', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'wiredesk-queue-'))
  const file = path.join(folder, 'queue.db')
  const connections: SqliteConnection[] = []

  after(() => {
    for (const connection of connections) connection.close()
    rmSync(folder, { recursive: true })
  })

  function open(): {
    readonly connection: SqliteConnection
    readonly queue: WriteQueue
    readonly db: Database
  } {
    const connection = connect(file, { readOnly: false, busyTimeoutMs: 0 })
    connections.push(connection)
    connection.exec('pragma journal_mode = wal')
    connection.exec('create table if not exists notes (text text not null)')
    const db = kyselyOver(connection)
    return { connection, db, queue: createWriteQueue(connection, db) }
  }

  const note = (text: string | null) => async (db: Database) => {
    await sql`insert into notes (text) values (${text})`.execute(db)
    return text
  }

  async function notes(db: Database, prefix: string): Promise<readonly string[]> {
    const { rows } = await sql<{ text: string }>`select text from notes where text like ${`${prefix}%`}
      order by rowid`.execute(db)
    return rows.map(({ text }) => text)
  }

  it('keeps each turn whole and in the order asked', async () => {
    const { queue, db } = open()
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        queue.write(async (within) => {
          await note(`order ${n} a`)(within)
          await Promise.resolve()
          return await note(`order ${n} b`)(within)
        }),
      ),
    )
    const wanted = Array.from({ length: 50 }, (_, n) => [`order ${n} a`, `order ${n} b`]).flat()
    assert.deepEqual(await notes(db, 'order'), wanted)
    assert.equal(results[49], 'order 49 b')
  })

  it('undoes the turn that failed and keeps those beside it', async () => {
    const { queue, db } = open()
    const turns = await Promise.allSettled([
      queue.write(note('beside 1')),
      queue.write(async (within) => {
        await note('beside 2')(within)
        await note(null)(within)
      }),
      queue.write(note('beside 3')),
    ])
    assert.deepEqual(
      turns.map(({ status }) => status),
      ['fulfilled', 'rejected', 'fulfilled'],
    )
    assert.deepEqual(await notes(db, 'beside'), ['beside 1', 'beside 3'])
  })

  it('waits for another process that is writing', async () => {
    const { queue, db } = open()
    const { connection: other } = open()
    other.exec('begin immediate')
    const writing = queue.write(note('waited'))
    other.exec("insert into notes (text) values ('waited first')")
    setTimeout(() => other.exec('commit'), 5)
    await writing
    assert.deepEqual(await notes(db, 'waited'), ['waited first', 'waited'])
  })

  it('writes what was asked for before it closes', async () => {
    const { queue, db } = open()
    const writing = queue.write(note('last'))
    await queue.close()
    assert.deepEqual(await notes(db, 'last'), ['last'])
    await writing
  })
})
