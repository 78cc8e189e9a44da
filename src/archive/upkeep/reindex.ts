import { setImmediate } from 'node:timers/promises'
import type { Article, ArticleId } from '../../model/article.ts'
import { articleText } from '../../model/article-text.ts'
import type { IndexText, UpkeepShelf } from '../archive.ts'
import { pack } from '../captures.ts'
import type { Database, Engine } from '../engine.ts'
import { type FiledMarks, putMarks } from '../names/put-marks.ts'

const articlesAtOnce = 100

/**
 * Stems and marks are made outside of the transaction, and put in only where the article is still the one that they were made of:
 * what was revised or dropped meanwhile was indexed by whoever did.
 */
export async function reindex(
  engine: Engine,
  after: ArticleId,
  understand: Understand,
): Promise<{ readonly articles: number; readonly next: ArticleId | null }> {
  const rows = await latestRevisions(engine.reader, after)
  const understood: Understood[] = []
  for (const row of rows) {
    understood.push(await understoodAnew(row, understand))
    await setImmediate()
  }
  const articles = await engine.write(async (db) => {
    // Filings make Names too.
    await engine.lock(db, 'changes')
    const same = await stillSame(db, rows)
    const present = understood.filter(({ row }) => same.has(row.id))
    for (const { row, indexText, stems, filed } of present) {
      await engine.index.put(
        db,
        { place: row.place, language: row.language, outletId: row.outlet_id },
        indexText,
      )
      await db.updateTable('index_texts').set({ stems }).where('article_id', '=', row.id).execute()
      await putMarks(db, filed)
    }
    return present.length
  })
  return { articles, next: rows.length < articlesAtOnce ? null : (rows.at(-1)?.id ?? null) }
}

type Understand = Parameters<UpkeepShelf['reindex']>[1]

interface Understood {
  readonly row: Row
  readonly indexText: IndexText
  readonly stems: Uint8Array
  readonly filed: FiledMarks
}

async function understoodAnew(row: Row, understand: Understand): Promise<Understood> {
  const article = JSON.parse(row.content) as Article
  const { indexText, marks } = understand(article, { key: row.key, zone: row.zone })
  const { text } = articleText(article)
  const packed = await pack(JSON.stringify(marks))
  return {
    row,
    indexText,
    stems: await pack(JSON.stringify(indexText)),
    filed: { articleId: row.id, place: row.place, marks, packed, text },
  }
}

interface Row {
  readonly id: number
  readonly place: number
  readonly language: string
  readonly outlet_id: number
  readonly key: string
  readonly zone: string | null
  readonly revisions: number
  readonly content: string
}

async function latestRevisions(db: Database, after: ArticleId): Promise<readonly Row[]> {
  return await db
    .selectFrom('articles')
    .innerJoin('outlets', 'outlets.id', 'articles.outlet_id')
    .innerJoin('revisions', (join) =>
      join
        .onRef('revisions.article_id', '=', 'articles.id')
        .on('revisions.number', '=', (number) => number('articles.revisions', '+', 1)),
    )
    .select([
      'articles.id',
      'articles.place',
      'articles.language',
      'articles.outlet_id',
      'outlets.key',
      'outlets.zone',
      'articles.revisions',
      'revisions.content',
    ])
    .where('articles.id', '>', after)
    .orderBy('articles.id')
    .limit(articlesAtOnce)
    .execute()
}

async function stillSame(db: Database, rows: readonly Row[]): Promise<ReadonlySet<ArticleId>> {
  if (rows.length === 0) return new Set()
  const revisions = new Map(rows.map((row) => [row.id, row.revisions]))
  const now = await db
    .selectFrom('articles')
    .select(['id', 'revisions'])
    .where('id', 'in', [...revisions.keys()])
    .execute()
  return new Set(now.filter((row) => revisions.get(row.id) === row.revisions).map((row) => row.id))
}
