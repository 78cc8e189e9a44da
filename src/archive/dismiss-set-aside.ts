import type { SelectQueryBuilder } from 'kysely'
import type { Database, Engine } from './engine.ts'
import type { Schema } from './schema.ts'
import { deleteUnnamed, deleteUnusedBytes } from './unnamed-captures.ts'

type Jobs = SelectQueryBuilder<Schema, 'jobs', { id: number; capture_id: number | null }>

/** Ends the set-aside jobs that `narrow` leaves, and drops the captures that only they named. Returns how many. */
export async function dismissSetAside(
  engine: Engine,
  db: Database,
  narrow: (jobs: Jobs) => Jobs,
): Promise<number> {
  await engine.lock(db, 'bytes')
  const jobs = await narrow(
    db.selectFrom('jobs').select(['id', 'capture_id']).where('set_aside_at', 'is not', null),
  ).execute()
  if (jobs.length === 0) return 0
  const ids = jobs.map((job) => job.id)
  const captureIds = jobs.flatMap((job) => job.capture_id ?? [])
  await db.deleteFrom('jobs').where('id', 'in', ids).execute()
  if (captureIds.length > 0) {
    const captures = await db.selectFrom('captures').select('sha256').where('id', 'in', captureIds).execute()
    await deleteUnnamed(db, captureIds)
    await deleteUnusedBytes(
      db,
      captures.map((capture) => capture.sha256),
    )
  }
  return jobs.length
}
