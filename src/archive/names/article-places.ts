import type { NameId } from '../../model/name.ts'
import type { Cursor, PageOptions } from '../archive.ts'
import { pageOf, placeOfCursor } from '../articles/cursor.ts'
import { beyondEveryPlace } from '../articles/place.ts'
import type { Database } from '../engine.ts'

/** The places of the articles that have something of a Name in that table, latest first, a page of them. */
export async function articlePlaces(
  db: Database,
  table: 'article_names' | 'statements' | 'encounter_names',
  id: NameId,
  { limit, cursor }: PageOptions,
): Promise<{ readonly places: readonly number[]; readonly next: Cursor | null }> {
  const before = (cursor === undefined ? null : placeOfCursor(cursor)) ?? beyondEveryPlace
  const rows = await db
    .selectFrom(table)
    .select('place')
    .distinct()
    .where('name_id', '=', id)
    .where('place', '<', before)
    .orderBy('place', 'desc')
    .limit(limit + 1)
    .execute()
  const { items, next } = pageOf(rows, limit)
  return { places: items.map(({ place }) => place), next }
}
