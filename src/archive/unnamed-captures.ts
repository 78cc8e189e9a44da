import type { Database, Engine } from './engine.ts'

/** Drops what a look brought that found nothing new: pages change in every byte without a changed word. */
export async function dropUnnamedCapture(engine: Engine, db: Database, id: number): Promise<void> {
  await engine.lock(db, 'bytes')
  const capture = await db.selectFrom('captures').select('sha256').where('id', '=', id).executeTakeFirst()
  if (capture === undefined) return
  await deleteUnnamed(db, [id])
  await deleteUnusedBytes(db, [capture.sha256])
}

/** Captures that no revision, article or job names. */
export async function deleteUnnamed(db: Database, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await db
    .deleteFrom('captures')
    .where('id', 'in', ids)
    .where((where) =>
      where.not(
        where.or([
          where.exists(
            where
              .selectFrom('revisions')
              .select('number')
              .whereRef('revisions.capture_id', '=', 'captures.id'),
          ),
          where.exists(
            where
              .selectFrom('articles')
              .select('articles.id')
              .whereRef('articles.capture_id', '=', 'captures.id'),
          ),
          where.exists(
            where.selectFrom('jobs').select('jobs.id').whereRef('jobs.capture_id', '=', 'captures.id'),
          ),
        ]),
      ),
    )
    .execute()
}

export async function deleteUnusedBytes(db: Database, sha256s: readonly string[]): Promise<void> {
  if (sha256s.length === 0) return
  await db
    .deleteFrom('capture_bytes')
    .where('sha256', 'in', sha256s)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('captures')
            .select('id')
            .whereRef('captures.sha256', '=', 'capture_bytes.sha256')
            .where('dropped', '=', 0),
        ),
      ),
    )
    .execute()
}
