import type { ArticleId } from '../../model/article.ts'
import type { NameId } from '../../model/name.ts'
import { perMs } from '../articles/place.ts'
import type { Database } from '../engine.ts'

/** What is credited was published at most so long before, or (clocks differ) a little after. */
const longestBefore = 3 * 24 * 60 * 60 * 1000 * perMs
const longestAfter = 60 * 60 * 1000 * perMs
/** So many of its names, and such a share of them, an article of the credited outlet must have in common. */
const fewestShared = 3
const leastShare = 0.4

/**
 * The article that a credit means: the one that its link leads to, else that of the credited outlet which was published
 * not long before and names the most of the same people, organisations and places; null where none is near enough.
 */
export async function creditedArticle(
  db: Database,
  credit: {
    readonly articleId: ArticleId
    readonly place: number
    /** Canonical. */
    readonly link: string | null
    readonly outletKey: string | null
    readonly nameIds: readonly NameId[]
  },
): Promise<ArticleId | null> {
  return (await linkedArticle(db, credit)) ?? (await nearestArticle(db, credit))
}

type Sought = Parameters<typeof creditedArticle>[1]

async function linkedArticle(db: Database, { articleId, link }: Sought): Promise<ArticleId | null> {
  if (link === null) return null
  const row = await db
    .selectFrom('addresses')
    .select('article_id')
    .where('address', '=', link)
    .executeTakeFirst()
  return row === undefined || row.article_id === articleId ? null : row.article_id
}

async function nearestArticle(
  db: Database,
  { articleId, place, outletKey, nameIds }: Sought,
): Promise<ArticleId | null> {
  const names = [...new Set(nameIds)]
  if (outletKey === null || names.length < fewestShared) return null
  const row = await db
    .selectFrom('outlets')
    .innerJoin('articles', 'articles.outlet_id', 'outlets.id')
    .innerJoin('article_names', 'article_names.article_id', 'articles.id')
    .select(['articles.id', ({ fn }) => fn.count<number>('article_names.name_id').distinct().as('shared')])
    .where('outlets.key', '=', outletKey)
    .where('articles.place', '>', place - longestBefore)
    .where('articles.place', '<', place + longestAfter)
    .where('articles.id', '<>', articleId)
    .where('article_names.name_id', 'in', names)
    .groupBy('articles.id')
    .orderBy('shared', 'desc')
    .orderBy('articles.id')
    .limit(1)
    .executeTakeFirst()
  const shared = Number(row?.shared ?? 0)
  return row !== undefined && shared >= fewestShared && shared >= leastShare * names.length ? row.id : null
}
