import type { ArticleId } from '../../model/article.ts'
import type { CreditKind } from '../../model/marks.ts'
import type { OutletId } from '../../model/outlet.ts'
import type { CreditShelf, CreditStep } from '../archive.ts'
import { linesWhere, withoutPlace } from '../articles/lines.ts'
import type { Database, Engine } from '../engine.ts'
import { outletOf } from '../outlets.ts'
import { namesAt } from './name-rows.ts'

export function createCreditShelf(engine: Engine): CreditShelf {
  return {
    creditedBy: (outletId, limit) => creditedBy(engine.reader, outletId, limit),
    crediting: (outletKey, limit) => engine.snapshot((db) => crediting(db, outletKey, limit)),
    chain: (articleId) => engine.snapshot((db) => creditChain(db, articleId)),
  }
}

async function creditedBy(
  db: Database,
  outletId: OutletId,
  limit: number,
): ReturnType<CreditShelf['creditedBy']> {
  const rows = await db
    .selectFrom('credits')
    .innerJoin('articles', 'articles.id', 'credits.article_id')
    .select([
      'credits.outlet_key',
      'credits.source_name',
      ({ fn }) => fn.count<number>('credits.article_id').distinct().as('articles'),
    ])
    .where('articles.outlet_id', '=', outletId)
    .groupBy(['credits.outlet_key', 'credits.source_name'])
    .orderBy('articles', 'desc')
    .orderBy('credits.source_name')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    outletKey: row.outlet_key,
    sourceName: row.source_name,
    articles: Number(row.articles),
  }))
}

async function crediting(
  db: Database,
  outletKey: string,
  limit: number,
): ReturnType<CreditShelf['crediting']> {
  const rows = await db
    .selectFrom('credits')
    .innerJoin('articles', 'articles.id', 'credits.article_id')
    .select(['articles.outlet_id', ({ fn }) => fn.count<number>('articles.id').distinct().as('count')])
    .where('credits.outlet_key', '=', outletKey)
    .groupBy('articles.outlet_id')
    .orderBy('count', 'desc')
    .orderBy('articles.outlet_id')
    .limit(limit)
    .execute()
  if (rows.length === 0) return []
  const outlets = new Map(
    (
      await db
        .selectFrom('outlets')
        .selectAll()
        .where(
          'id',
          'in',
          rows.map((row) => row.outlet_id),
        )
        .execute()
    ).map((row) => [row.id, outletOf(row)]),
  )
  return rows.flatMap((row) => {
    const outlet = outlets.get(row.outlet_id)
    return outlet === undefined ? [] : [{ outlet, articles: Number(row.count) }]
  })
}

/** A chain longer than that is a mistake, or a ring. */
const deepest = 6

async function creditChain(db: Database, articleId: ArticleId): Promise<readonly CreditStep[]> {
  const seen = new Set([articleId])
  const steps: CreditStep[] = []
  let level = [articleId]
  for (let depth = 0; depth < deepest && level.length > 0; depth += 1) {
    const found = await stepsOf(db, level, depth)
    steps.push(...found)
    level = [...new Set(found.flatMap(({ credited }) => credited?.id ?? []))].filter((id) => !seen.has(id))
    for (const id of level) seen.add(id)
  }
  return steps
}

async function stepsOf(
  db: Database,
  articleIds: readonly ArticleId[],
  depth: number,
): Promise<readonly CreditStep[]> {
  const rows = await db
    .selectFrom('credits')
    .selectAll()
    .where('article_id', 'in', articleIds)
    .orderBy('article_id')
    .orderBy('ordinal')
    .execute()
  const names = await namesAt(
    db,
    rows.map((row) => row.name_id),
  )
  const lines = new Map(
    (
      await linesWhere(
        db,
        'id',
        rows.flatMap((row) => row.credited_id ?? []),
      )
    ).map((line) => [line.id, withoutPlace(line)]),
  )
  return rows.map((row) => ({
    depth,
    articleId: row.article_id,
    ordinal: row.ordinal,
    kind: row.kind as CreditKind,
    sourceName: row.source_name,
    outletKey: row.outlet_key,
    name: row.name_id === null ? null : (names.get(row.name_id) ?? null),
    address: row.address,
    credited: row.credited_id === null ? null : (lines.get(row.credited_id) ?? null),
  }))
}
