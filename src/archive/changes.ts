import type { Change, ChangeShelf } from './archive.ts'
import type { Database, Engine } from './engine.ts'

export interface Changes {
  readonly shelf: ChangeShelf
  /** One transaction that may note changes; listeners hear of them after its commit. */
  write<Result>(work: (db: Database, note: Note) => Promise<Result>): Promise<Result>
  close(): Promise<void>
}

export type Note = (change: Omit<Change, 'seq'>) => Promise<void>

const atOnce = 500

export function createChanges(engine: Engine): Changes {
  const listeners = new Set<(changes: readonly Change[]) => void>()
  let watching: Watching | null = null

  async function write<Result>(work: (db: Database, note: Note) => Promise<Result>): Promise<Result> {
    let firstSeq: number | null = null
    const result = await engine.write(async (db) => {
      firstSeq = null
      await engine.lock(db, 'changes')
      const done = await work(db, async ({ kind, id, at }) => {
        const { seq } = await db
          .insertInto('changes')
          .values({ kind, row_id: id, at })
          .returning('seq')
          .executeTakeFirstOrThrow()
        firstSeq ??= seq
      })
      if (firstSeq !== null) await engine.announceChanges(db)
      return done
    })
    if (firstSeq !== null) watching?.committed(firstSeq)
    return result
  }

  const shelf: ChangeShelf = {
    listen(listener) {
      // A function of its own, so that a listener given twice is two listeners.
      const heard = (changes: readonly Change[]): void => listener(changes)
      listeners.add(heard)
      watching ??= watchChanges(engine, (changes) => {
        for (const tell of [...listeners]) tell(changes)
      })
      return () => {
        listeners.delete(heard)
        if (listeners.size > 0) return
        void watching?.stop()
        watching = null
      }
    },
    since: (seq, limit) => changesSince(engine.reader, seq, limit),
    latestSeq: () => latestSeq(engine.reader),
  }

  return {
    shelf,
    write,
    async close() {
      listeners.clear()
      await watching?.stop()
      watching = null
    },
  }
}

interface Watching {
  /** A transaction of this process has committed changes from this one on. */
  committed(firstSeq: number): void
  stop(): Promise<void>
}

/** Reads what was committed after the moment of the call, whenever something says that there may be more. */
function watchChanges(engine: Engine, tell: (changes: readonly Change[]) => void): Watching {
  let told: number | null = null
  let firstCommitted = Number.POSITIVE_INFINITY
  let pumping: Promise<void> | null = null
  let askedAgain = false
  let stopped = false

  function pump(): void {
    askedAgain = true
    pumping ??= readAll()
      // The database cannot be read now: the next poke tries again from the same place.
      .catch(() => {})
      .finally(() => {
        pumping = null
        if (askedAgain && !stopped && told !== null) pump()
      })
  }

  async function readAll(): Promise<void> {
    told ??= await start()
    while (askedAgain && !stopped) {
      askedAgain = false
      const changes = await changesSince(engine.reader, told, atOnce)
      const last = changes.at(-1)
      if (last === undefined || stopped) continue
      told = last.seq
      askedAgain = true
      tell(changes)
    }
  }

  /** Commits of this process while the question was under way belong to what is told. */
  async function start(): Promise<number> {
    const latest = await latestSeq(engine.reader)
    return Math.min(latest, firstCommitted - 1)
  }

  const stopWatching = engine.watchChanges(pump)
  pump()
  return {
    committed(firstSeq) {
      firstCommitted = Math.min(firstCommitted, firstSeq)
      pump()
    },
    async stop() {
      stopped = true
      stopWatching()
      await pumping
    },
  }
}

async function changesSince(db: Database, seq: number, limit: number): Promise<readonly Change[]> {
  const rows = await db
    .selectFrom('changes')
    .selectAll()
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ seq: row.seq, kind: row.kind as Change['kind'], id: row.row_id, at: row.at }))
}

async function latestSeq(db: Database): Promise<number> {
  const { seq } = await db
    .selectFrom('changes')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .executeTakeFirstOrThrow()
  return seq ?? 0
}
