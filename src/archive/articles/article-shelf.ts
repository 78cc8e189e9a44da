import type { Article, ArticleId } from '../../model/article.ts'
import type { ArticleShelf, FiledArticle, GoneHow } from '../archive.ts'
import type { Changes } from '../changes.ts'
import type { Database, Engine } from '../engine.ts'
import { filedMarks } from '../names/filed-marks.ts'
import { sourceOf } from '../sources.ts'
import { endLook } from './end-look.ts'
import { fileArticle } from './file-article.ts'
import { latestArticles } from './latest.ts'
import { linesWhere, withoutPlace } from './lines.ts'
import { readAgain } from './read-again.ts'
import { searchArticles } from './search.ts'

export function createArticleShelf(engine: Engine, changes: Changes): ArticleShelf {
  return {
    file: (filing) => fileArticle(engine, changes, filing),
    endLook: (look) => endLook(changes, look),
    latest: (options) => latestArticles(engine.reader, options),
    async lines(ids) {
      const lines = new Map(
        (await linesWhere(engine.reader, 'id', [...new Set(ids)])).map((line) => [
          line.id,
          withoutPlace(line),
        ]),
      )
      return ids.flatMap((id) => lines.get(id) ?? [])
    },
    get: (id) => engine.snapshot((db) => filedArticle(db, id)),
    async byAddress(canonicalAddress) {
      const row = await engine.reader
        .selectFrom('addresses')
        .select('article_id')
        .where('address', '=', canonicalAddress)
        .executeTakeFirst()
      return row?.article_id ?? null
    },
    async revision(id, number) {
      const row = await engine.reader
        .selectFrom('revisions')
        .select('content')
        .where('article_id', '=', id)
        .where('number', '=', number)
        .executeTakeFirst()
      return row === undefined ? null : (JSON.parse(row.content) as Article)
    },
    marks: (id) => engine.snapshot((db) => filedMarks(db, id)),
    search: (query, options) => searchArticles(engine, query, options),
    async languages() {
      const rows = await engine.reader
        .selectFrom('language_tallies')
        .selectAll()
        .where('articles', '>', 0)
        .execute()
      return rows
        .map(({ language, articles }) => ({ language, articles }))
        .sort((one, other) => other.articles - one.articles || (one.language < other.language ? -1 : 1))
    },
    async count() {
      const { articles } = await engine.reader
        .selectFrom('language_tallies')
        .select(({ fn }) => fn.sum<number | null>('articles').as('articles'))
        .executeTakeFirstOrThrow()
      return Number(articles ?? 0)
    },
    readAgain: (outletId, when) => engine.write((db) => readAgain(db, outletId, when)),
    each: (options) => eachArticle(engine, options),
  }
}

async function filedArticle(db: Database, id: ArticleId): Promise<FiledArticle | null> {
  const [line] = await linesWhere(db, 'id', [id])
  if (line === undefined) return null
  const row = await db
    .selectFrom('articles')
    .select(['source_id', 'capture_id', 'content_hash', 'gone_since', 'gone_how'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const revisions = await db
    .selectFrom('revisions')
    .select(['number', 'seen_at', 'capture_id', 'headline'])
    .where('article_id', '=', id)
    .orderBy('number')
    .execute()
  const latest = await db
    .selectFrom('revisions')
    .select('content')
    .where('article_id', '=', id)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  const source =
    row.source_id === null
      ? undefined
      : await db.selectFrom('sources').selectAll().where('id', '=', row.source_id).executeTakeFirst()
  return {
    line: withoutPlace(line),
    article: JSON.parse(latest.content) as Article,
    source: source === undefined ? null : sourceOf(source),
    captureId: row.capture_id,
    contentHash: row.content_hash,
    gone: row.gone_since === null ? null : { since: row.gone_since, how: row.gone_how as GoneHow },
    revisions: revisions.map((revision) => ({
      number: revision.number,
      seenAt: revision.seen_at,
      captureId: revision.capture_id,
      headline: revision.headline,
    })),
  }
}

const idsAtOnce = 200

async function* eachArticle(
  engine: Engine,
  { after, before }: { readonly after?: number; readonly before?: number } = {},
): AsyncIterable<FiledArticle> {
  for (let last = 0; ; ) {
    let query = engine.reader
      .selectFrom('articles')
      .select('id')
      .where('id', '>', last)
      .orderBy('id')
      .limit(idsAtOnce)
    if (after !== undefined) query = query.where('at', '>=', after)
    if (before !== undefined) query = query.where('at', '<', before)
    const rows = await query.execute()
    for (const { id } of rows) {
      const filed = await engine.snapshot((db) => filedArticle(db, id))
      if (filed !== null) yield filed
    }
    const next = rows.at(-1)?.id
    if (next === undefined) return
    last = next
  }
}
