import type { NameId } from '../../model/name.ts'
import type { NameRecord, Written } from '../archive.ts'
import type { Database } from '../engine.ts'
import { nameDecisions } from './name-decisions.ts'
import { countedNames, presentName } from './name-rows.ts'

/** Of so many of its latest articles a page tells forms, offices and companions: more would only take time. */
const articlesLookedAt = 1000
const companionsShown = 24

export async function nameRecord(db: Database, id: NameId): Promise<NameRecord | null> {
  const present = await presentName(db, id)
  if (present === null) return null
  const { name } = present
  const rows = await db
    .selectFrom('article_names')
    .select(['article_id', 'key', 'name', 'offices'])
    .where('name_id', '=', name.id)
    .orderBy('place', 'desc')
    .limit(articlesLookedAt)
    .execute()
  const { articles } = await db
    .selectFrom('article_names')
    .select(({ fn }) => fn.count<number>('place').distinct().as('articles'))
    .where('name_id', '=', name.id)
    .executeTakeFirstOrThrow()
  const keys = await db
    .selectFrom('name_keys')
    .select('key')
    .where('name_id', '=', name.id)
    .orderBy('key')
    .execute()
  return {
    name,
    articles: Number(articles),
    aliases: tallied(rows.map((row) => row.name)),
    offices: tallied(rows.flatMap((row) => JSON.parse(row.offices) as readonly string[])),
    keys: keys.map(({ key }) => ({
      key,
      forms: tallied(rows.filter((row) => row.key === key).map((row) => row.name)),
    })),
    companions: await companionsOf(db, name.id, [...new Set(rows.map((row) => row.article_id))]),
    decisions: await nameDecisions(db, name.id),
  }
}

function tallied(texts: readonly string[]): readonly Written[] {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts]
    .map(([text, articles]) => ({ text, articles }))
    .sort((one, other) => other.articles - one.articles || (one.text < other.text ? -1 : 1))
}

async function companionsOf(
  db: Database,
  id: NameId,
  articleIds: readonly number[],
): Promise<NameRecord['companions']> {
  if (articleIds.length === 0) return []
  const counted = await db
    .selectFrom('article_names')
    .select(['name_id', ({ fn }) => fn.count<number>('article_id').distinct().as('articles')])
    .where('article_id', 'in', articleIds)
    .where('name_id', '<>', id)
    .groupBy('name_id')
    .orderBy('articles', 'desc')
    .orderBy('name_id')
    .limit(companionsShown)
    .execute()
  return await countedNames(db, counted)
}
