import type { Discovery, DiscoveryShelf } from './archive.ts'
import type { Changes } from './changes.ts'
import type { Engine } from './engine.ts'
import { createQuestions } from './questions.ts'

export function createDiscoveryShelf(engine: Engine, changes: Changes, clock: () => number): DiscoveryShelf {
  const questions = createQuestions(changes, clock, 'discovery', (discoveryId, address) => ({
    kind: 'discover',
    discoveryId,
    address,
  }))
  return {
    ask: (address, now) =>
      questions.ask(address, now, async (db) => {
        const { id } = await db
          .insertInto('discoveries')
          .values({ address, asked_at: now, answer: JSON.stringify({ kind: 'waiting' }) })
          .returning('id')
          .executeTakeFirstOrThrow()
        return { id, isNew: true }
      }),

    async get(id) {
      const row = await engine.reader
        .selectFrom('discoveries')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst()
      if (row === undefined) return null
      return {
        id,
        address: row.address,
        askedAt: row.asked_at,
        answer: JSON.parse(row.answer) as Discovery['answer'],
      }
    },

    answer: (id, job, answer) =>
      questions.answer(id, job, (db) =>
        db
          .updateTable('discoveries')
          .set({ answer: JSON.stringify(answer) })
          .where('id', '=', id)
          .execute(),
      ),
  }
}
