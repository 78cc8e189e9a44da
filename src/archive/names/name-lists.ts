import type { NameKind } from '../../model/marks.ts'
import type { NameId } from '../../model/name.ts'
import type { ArticleLine, NameLine, Page, PageOptions } from '../archive.ts'
import { linesWhere, withoutPlace } from '../articles/lines.ts'
import { placeOf } from '../articles/place.ts'
import type { Database } from '../engine.ts'
import { fold } from '../fold.ts'
import { articlePlaces } from './article-places.ts'
import { countedNames } from './name-rows.ts'

/** A prefix of a letter or two has thousands of Names: so many are counted. */
const candidates = 500

export async function findNames(
  db: Database,
  text: string,
  { kind, limit }: { readonly kind?: NameKind; readonly limit: number },
): Promise<readonly NameLine[]> {
  const from = fold(text)
  if (from === '') return []
  let query = db
    .selectFrom('name_aliases')
    .innerJoin('names', 'names.id', 'name_aliases.name_id')
    .select('names.id')
    .distinct()
    .where('alias_folded', '>=', from)
    .where('alias_folded', '<', `${from}\u{10ffff}`)
    .where('names.merged_into', 'is', null)
    .limit(candidates)
  if (kind !== undefined) query = query.where('names.kind', '=', kind)
  const ids = (await query.execute()).map(({ id }) => id)
  if (ids.length === 0) return []
  const counted = await db
    .selectFrom('article_names')
    // A place is an article's own, and the index has it: no row is read.
    .select(['name_id', ({ fn }) => fn.count<number>('place').distinct().as('articles')])
    .where('name_id', 'in', ids)
    .groupBy('name_id')
    .orderBy('articles', 'desc')
    .orderBy('name_id')
    .limit(limit)
    .execute()
  return await countedNames(db, counted)
}

export async function mostNamed(
  db: Database,
  { since, kind, limit }: { readonly since: number; readonly kind?: NameKind; readonly limit: number },
): Promise<readonly NameLine[]> {
  let query = db
    .selectFrom('article_names')
    .innerJoin('names', 'names.id', 'article_names.name_id')
    .select(['name_id', ({ fn }) => fn.count<number>('place').distinct().as('articles')])
    .where('place', '>=', placeOf(since))
  if (kind !== undefined) query = query.where('names.kind', '=', kind)
  const counted = await query
    .groupBy('name_id')
    .orderBy('articles', 'desc')
    .orderBy('name_id')
    .limit(limit)
    .execute()
  return await countedNames(db, counted)
}

export async function articlesNaming(
  db: Database,
  id: NameId,
  page: PageOptions,
): Promise<Page<ArticleLine>> {
  const { places, next } = await articlePlaces(db, 'article_names', id, page)
  const lines = await linesWhere(db, 'place', places)
  return { items: [...lines].sort((one, other) => other.place - one.place).map(withoutPlace), next }
}
