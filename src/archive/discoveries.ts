import type { Discovery, DiscoveryShelf } from './archive.ts'
import type { Changes } from './changes.ts'
import type { Engine } from './engine.ts'
import { endJob, pushJobs } from './jobs.ts'

export function createDiscoveryShelf(engine: Engine, changes: Changes, clock: () => number): DiscoveryShelf {
  return {
    ask: (address, now) =>
      changes.write(async (db, note) => {
        const { id } = await db
          .insertInto('discoveries')
          .values({ address, asked_at: now, answer: JSON.stringify({ kind: 'waiting' }) })
          .returning('id')
          .executeTakeFirstOrThrow()
        await pushJobs(db, [
          {
            work: { kind: 'discover', discoveryId: id, address },
            host: null,
            dueAt: now,
            key: `discover ${id}`,
          },
        ])
        await note({ kind: 'discovery', id, at: now })
        return id
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
      changes.write(async (db, note) => {
        if (!(await endJob(db, job))) return
        await db
          .updateTable('discoveries')
          .set({ answer: JSON.stringify(answer) })
          .where('id', '=', id)
          .execute()
        await note({ kind: 'discovery', id, at: clock() })
      }),
  }
}
