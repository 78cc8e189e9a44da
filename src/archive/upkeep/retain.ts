import type { RetentionPolicy } from '../archive.ts'
import { tally } from '../articles/file-article.ts'
import { dismissSetAside } from '../dismiss-set-aside.ts'
import type { Database, Engine } from '../engine.ts'
import { deleteUnnamed, deleteUnusedBytes } from '../unnamed-captures.ts'

const dayMs = 24 * 60 * 60 * 1000
const capturesAtOnce = 100
const articlesAtOnce = 50
const setAsideAtOnce = 200
const rowsAtOnce = 1000

/** How many changes a page that was away can catch up with. */
const changesKept = 100_000
const discoveriesKeptMs = 7 * dayMs
const explanationsKeptMs = dayMs
/** A feed of links brings new hosts every day; one that nobody asks any more has nothing to remember. */
const hostsKeptMs = 30 * dayMs

/** Drops what is too old, a small piece a call, the oldest first; an article's age counts from when it was first seen. */
export async function retain(
  engine: Engine,
  policy: RetentionPolicy,
  now: number,
): Promise<{ readonly captures: number; readonly articles: number; readonly more: boolean }> {
  const { captureDays, articleDays, setAsideDays = null } = policy
  const setAside = setAsideDays === null ? 0 : await dropSetAside(engine, now - setAsideDays * dayMs)
  const captures = captureDays === null ? 0 : await dropCaptures(engine, now - captureDays * dayMs)
  const articles = articleDays === null ? 0 : await dropArticles(engine, now - articleDays * dayMs)
  const others = await engine.write((db) => dropSpent(db, now))
  return {
    captures,
    articles,
    more:
      captures === capturesAtOnce ||
      articles === articlesAtOnce ||
      setAside === setAsideAtOnce ||
      others === rowsAtOnce,
  }
}

/** The bytes go; the row of a capture stays for as long as a revision names it. A capture still to be read is kept. */
function dropCaptures(engine: Engine, before: number): Promise<number> {
  return engine.write(async (db) => {
    await engine.lock(db, 'bytes')
    const rows = await db
      .selectFrom('captures')
      .select(['id', 'sha256'])
      .where('dropped', '=', 0)
      .where('fetched_at', '<', before)
      .where((where) =>
        where.not(
          where.exists(where.selectFrom('jobs').select('id').whereRef('jobs.capture_id', '=', 'captures.id')),
        ),
      )
      .orderBy('fetched_at')
      .limit(capturesAtOnce)
      .execute()
    if (rows.length === 0) return 0
    await db
      .updateTable('captures')
      .set({ dropped: 1 })
      .where(
        'id',
        'in',
        rows.map((row) => row.id),
      )
      .execute()
    await deleteUnnamed(
      db,
      rows.map((row) => row.id),
    )
    await deleteUnusedBytes(
      db,
      rows.map((row) => row.sha256),
    )
    return rows.length
  })
}

function dropSetAside(engine: Engine, before: number): Promise<number> {
  return engine.write((db) =>
    dismissSetAside(engine, db, (jobs) =>
      jobs.where('set_aside_at', '<', before).orderBy('set_aside_at').limit(setAsideAtOnce),
    ),
  )
}

/** With revisions, index, captures; its addresses stay known, so that it is not fetched again. Ids follow time. */
function dropArticles(engine: Engine, before: number): Promise<number> {
  return engine.write(async (db) => {
    await engine.lock(db, 'changes')
    await engine.lock(db, 'bytes')
    const oldest = await db
      .selectFrom('articles')
      .select(['id', 'place', 'language', 'source_id', 'first_seen_at'])
      .orderBy('id')
      .limit(articlesAtOnce)
      .execute()
    const rows = oldest.filter((row) => row.first_seen_at < before)
    if (rows.length === 0) return 0
    const ids = rows.map((row) => row.id)
    const captures = await db
      .selectFrom('revisions')
      .innerJoin('captures', 'captures.id', 'revisions.capture_id')
      .select(['captures.id', 'captures.sha256'])
      .where('article_id', 'in', ids)
      .execute()
    await engine.index.remove(
      db,
      rows.map((row) => row.place),
    )
    const named = await db
      .selectFrom('article_names')
      .select('name_id')
      .distinct()
      .where('article_id', 'in', ids)
      .execute()
    await db.deleteFrom('articles').where('id', 'in', ids).execute()
    await dropForgotten(
      db,
      named.map((row) => row.name_id),
    )
    for (const row of rows) {
      await tally(db, row.language, -1)
      if (row.source_id === null) continue
      await db
        .updateTable('sources')
        .set((set) => ({ articles: set('articles', '-', 1) }))
        .where('id', '=', row.source_id)
        .execute()
    }
    await deleteUnnamed(
      db,
      captures.map((capture) => capture.id),
    )
    await deleteUnusedBytes(
      db,
      captures.map((capture) => capture.sha256),
    )
    return rows.length
  })
}

/** Names that no article has any more; what an editor decided of one is kept, and so is the Name. */
async function dropForgotten(db: Database, nameIds: readonly number[]): Promise<void> {
  if (nameIds.length === 0) return
  await db
    .deleteFrom('names')
    .where('id', 'in', nameIds)
    .where((where) =>
      where.not(
        where.or([
          where.exists(
            where
              .selectFrom('article_names')
              .select('ordinal')
              .whereRef('article_names.name_id', '=', 'names.id'),
          ),
          where.exists(
            where
              .selectFrom('name_decisions')
              .select('name_decisions.id')
              .where((decision) =>
                decision.or([
                  decision('name_decisions.name_id', '=', decision.ref('names.id')),
                  decision('name_decisions.other_id', '=', decision.ref('names.id')),
                ]),
              ),
          ),
        ]),
      ),
    )
    .execute()
}

/** What nobody asks for any more, whatever the policy. */
async function dropSpent(db: Database, now: number): Promise<number> {
  await db.deleteFrom('sessions').where('expires_at', '<=', now).execute()
  await db
    .deleteFrom('discoveries')
    .where('asked_at', '<', now - discoveriesKeptMs)
    .where((where) =>
      where.not(where.exists(where.selectFrom('jobs').select('jobs.id').where('jobs.kind', '=', 'discover'))),
    )
    .execute()
  await db
    .deleteFrom('explanations')
    .where('asked_at', '<', now - explanationsKeptMs)
    .execute()
  await db
    .deleteFrom('hosts')
    .where((where) => where(where.fn.coalesce('robots_fetched_at', where.lit(0)), '<', now - hostsKeptMs))
    .where((where) => where(where.fn.coalesce('back_off_until', where.lit(0)), '<', now - hostsKeptMs))
    .execute()
  const { last } = await db
    .selectFrom('changes')
    .select(({ fn }) => fn.max('seq').as('last'))
    .executeTakeFirstOrThrow()
  const spent = await db
    .selectFrom('changes')
    .select('seq')
    .where('seq', '<=', (last ?? 0) - changesKept)
    .orderBy('seq')
    .limit(rowsAtOnce)
    .execute()
  const until = spent.at(-1)?.seq
  if (until !== undefined) await db.deleteFrom('changes').where('seq', '<=', until).execute()
  return spent.length
}
