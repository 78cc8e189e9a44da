import { setImmediate } from 'node:timers/promises'
import type { Article, ArticleId } from '../../model/article.ts'
import type { IndexText } from '../archive.ts'
import { pack } from '../captures.ts'
import type { Database, Engine } from '../engine.ts'

const articlesAtOnce = 100

/**
 * Stems are made outside of the transaction, and put in only where the article is still the one that they were made of:
 * what was revised or dropped meanwhile was indexed by whoever did.
 */
export async function reindex(
  engine: Engine,
  after: ArticleId,
  stem: (article: Article) => IndexText,
): Promise<{ readonly articles: number; readonly next: ArticleId | null }> {
  const rows = await latestRevisions(engine.reader, after)
  const stemmed: { readonly row: Row; readonly text: IndexText; readonly stems: Uint8Array }[] = []
  for (const row of rows) {
    const text = stem(JSON.parse(row.content) as Article)
    stemmed.push({ row, text, stems: await pack(JSON.stringify(text)) })
    await setImmediate()
  }
  const articles = await engine.write(async (db) => {
    const same = await stillSame(db, rows)
    const present = stemmed.filter(({ row }) => same.has(row.id))
    for (const { row, text, stems } of present) {
      await engine.index.put(db, { place: row.place, language: row.language, outletId: row.outlet_id }, text)
      await db.updateTable('index_texts').set({ stems }).where('article_id', '=', row.id).execute()
    }
    return present.length
  })
  return { articles, next: rows.length < articlesAtOnce ? null : (rows.at(-1)?.id ?? null) }
}

interface Row {
  readonly id: number
  readonly place: number
  readonly language: string
  readonly outlet_id: number
  readonly revisions: number
  readonly content: string
}

async function latestRevisions(db: Database, after: ArticleId): Promise<readonly Row[]> {
  return await db
    .selectFrom('articles')
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
