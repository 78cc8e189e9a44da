import { setImmediate, setTimeout as wait } from 'node:timers/promises'
import { Problem } from '../../../model/problem.ts'
import type { Database } from '../../engine.ts'
import type { SqliteConnection } from './sqlite-library.ts'

export interface WriteQueue {
  write<Result>(work: (db: Database) => Promise<Result>): Promise<Result>
  /** Once everything asked for is written. */
  close(): Promise<void>
}

/** Work that waits is written together: one wait for the disk instead of one each. */
const together = 16
const lockPatienceMs = 15_000

/**
 * One writer at a time. Kysely is async over a synchronous driver, so that two transactions on one connection would
 * run into each other; here each runs alone. Those that wait share a commit, each within its savepoint, and none is
 * acknowledged before that commit is on disk.
 */
export function createWriteQueue(connection: SqliteConnection, db: Database): WriteQueue {
  const waiting: Turn[] = []
  let running: Promise<void> | null = null

  function write<Result>(work: (db: Database) => Promise<Result>): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      waiting.push({ work, resolve: resolve as (result: unknown) => void, reject })
      start()
    })
  }

  function start(): void {
    running ??= drain().then(() => {
      running = null
      if (waiting.length > 0) start()
    })
  }

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      const turns = waiting.splice(0, together)
      try {
        await writeTogether(turns)
      } catch (error) {
        for (const turn of turns) turn.reject(error)
      }
    }
  }

  async function writeTogether(turns: readonly Turn[]): Promise<void> {
    await begin(connection)
    const settlements: (() => void)[] = []
    try {
      for (const turn of turns) {
        settlements.push(await runWithin(turn))
        // Pages are served between two turns: readers see what was committed before.
        await setImmediate()
      }
      connection.exec('commit')
    } catch (error) {
      rollBack(connection)
      throw error
    }
    for (const settle of settlements) settle()
  }

  /** How to settle the turn once the commit is on disk. */
  async function runWithin(turn: Turn): Promise<() => void> {
    connection.exec('savepoint turn')
    try {
      const result = await turn.work(db)
      connection.exec('release turn')
      return () => turn.resolve(result)
    } catch (error) {
      // A full disk may have rolled everything back already: then this throws, and no turn is acknowledged.
      connection.exec('rollback to turn')
      connection.exec('release turn')
      return () => turn.reject(error)
    }
  }

  return {
    write,
    async close() {
      while (running !== null) await running
    },
  }
}

interface Turn {
  readonly work: (db: Database) => Promise<unknown>
  readonly resolve: (result: unknown) => void
  readonly reject: (error: unknown) => void
}

/** Waits for other processes in short naps, so that this thread goes on serving pages meanwhile. */
export async function begin(connection: SqliteConnection): Promise<void> {
  for (const deadline = performance.now() + lockPatienceMs; ; ) {
    try {
      connection.exec('begin immediate')
      return
    } catch (error) {
      const isLocked = error instanceof Problem && error.code === 'archive/locked'
      if (!isLocked || performance.now() > deadline) throw error
      await wait(20)
    }
  }
}

function rollBack(connection: SqliteConnection): void {
  try {
    connection.exec('rollback')
  } catch {
    // SQLite has rolled back by itself, and the error that made it do so is the one to tell.
  }
}
