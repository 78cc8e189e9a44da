import type { OutletId } from '../model/outlet.ts'
import { emptyMemory, type OutletMemory, type PageNote, remember } from '../model/outlet-memory.ts'
import type { MemoryShelf } from './archive.ts'
import type { Database, Engine } from './engine.ts'

export function createMemoryShelf(engine: Engine): MemoryShelf {
  return {
    async ofOutlet(key, known) {
      const row = await engine.reader
        .selectFrom('outlets')
        .innerJoin('outlet_memories', 'outlet_memories.outlet_id', 'outlets.id')
        .select(['pages', 'memory'])
        .where('key', '=', key)
        .where('pages', '<>', known)
        .executeTakeFirst()
      return row ?? null
    },
  }
}

/** A memory of many pages changes little with one more: notes are added up a handful at a time. */
const notesAtMost = 25
const pagesForNote = 4

/**
 * Notes what a page taught, and settles the outlet's notes into its memory when there are enough of them. Call it within
 * the transaction that files the article, which keeps all others out: nothing is learned twice or lost.
 */
export async function learn(db: Database, outletId: OutletId, note: PageNote): Promise<void> {
  await db
    .insertInto('page_notes')
    .values({ outlet_id: outletId, note: JSON.stringify(note) })
    .execute()
  const { waiting, pages } = await db
    .selectFrom('page_notes')
    .select(({ fn, selectFrom }) => [
      fn.countAll<number>().as('waiting'),
      selectFrom('outlet_memories').select('pages').where('outlet_id', '=', outletId).as('pages'),
    ])
    .where('outlet_id', '=', outletId)
    .executeTakeFirstOrThrow()
  if (Number(waiting) >= Math.min(notesAtMost, Math.max(1, (pages ?? 0) / pagesForNote)))
    await settle(db, outletId)
}

async function settle(db: Database, outletId: OutletId): Promise<void> {
  const before = await db
    .selectFrom('outlet_memories')
    .select('memory')
    .where('outlet_id', '=', outletId)
    .executeTakeFirst()
  const notes = await db
    .deleteFrom('page_notes')
    .where('outlet_id', '=', outletId)
    .returning(['id', 'note'])
    .execute()
  const memory = remember(
    before === undefined ? emptyMemory : (JSON.parse(before.memory) as OutletMemory),
    notes.sort((one, other) => one.id - other.id).map(({ note }) => JSON.parse(note) as PageNote),
  )
  const settled = { pages: memory.pages, memory: JSON.stringify(memory) }
  await db
    .insertInto('outlet_memories')
    .values({ outlet_id: outletId, ...settled })
    .onConflict((conflict) => conflict.column('outlet_id').doUpdateSet(settled))
    .execute()
}
