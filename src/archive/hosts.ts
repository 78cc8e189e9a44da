import type { HostShelf } from './archive.ts'
import type { Engine } from './engine.ts'

export function createHostShelf(engine: Engine): HostShelf {
  return {
    async all() {
      const rows = await engine.reader.selectFrom('hosts').selectAll().orderBy('host').execute()
      return rows.map((row) => ({
        host: row.host,
        robotsText: row.robots_text,
        robotsFetchedAt: row.robots_fetched_at,
        backOffUntil: row.back_off_until,
        consecutiveFailures: row.consecutive_failures,
      }))
    },
    save: ({ host, robotsText, robotsFetchedAt, backOffUntil, consecutiveFailures }) =>
      engine.write(async (db) => {
        const row = {
          robots_text: robotsText,
          robots_fetched_at: robotsFetchedAt,
          back_off_until: backOffUntil,
          consecutive_failures: consecutiveFailures,
        }
        await db
          .insertInto('hosts')
          .values({ host, ...row })
          .onConflict((conflict) => conflict.column('host').doUpdateSet(row))
          .execute()
      }),
  }
}
