import type { ArticleLine, LatestOptions, Page } from '../archive.ts'
import type { Database } from '../engine.ts'
import { pageOf, placeOfCursor } from './cursor.ts'
import { type LineRow, lineColumns, linesOf, withoutPlace } from './lines.ts'
import { beyondEveryPlace } from './place.ts'

/** One walk of an index for each outlet or language asked for, merged: none reads more rows than the page has. */
export async function latestArticles(db: Database, options: LatestOptions): Promise<Page<ArticleLine>> {
  const { limit, languages, outletIds } = options
  const beforePlace =
    options.cursor === undefined ? beyondEveryPlace : (placeOfCursor(options.cursor) ?? beyondEveryPlace)
  const rows: LineRow[] = []
  for (const walk of walks(languages, outletIds)) rows.push(...(await take(db, walk, beforePlace, limit + 1)))
  const latestFirst = rows.sort((one, other) => other.place - one.place).slice(0, limit + 1)
  const { items, next } = pageOf(latestFirst, limit)
  return { items: (await linesOf(db, items)).map(withoutPlace), next }
}

interface Walk {
  readonly outletId?: number
  readonly languages?: readonly string[]
}

/** An empty list of languages or outlets asks for all of them. */
function walks(languages: readonly string[] = [], outletIds: readonly number[] = []): readonly Walk[] {
  const tongues = [...new Set(languages)]
  if (outletIds.length > 0)
    return [...new Set(outletIds)].map((outletId) =>
      tongues.length > 0 ? { outletId, languages: tongues } : { outletId },
    )
  return tongues.length > 0 ? tongues.map((language) => ({ languages: [language] })) : [{}]
}

async function take(
  db: Database,
  walk: Walk,
  beforePlace: number,
  limit: number,
): Promise<readonly LineRow[]> {
  let query = db
    .selectFrom('articles')
    .select(lineColumns)
    .where('place', '<', beforePlace)
    .orderBy('place', 'desc')
    .limit(limit)
  if (walk.outletId !== undefined) query = query.where('outlet_id', '=', walk.outletId)
  if (walk.languages !== undefined) query = query.where('language', 'in', walk.languages)
  return await query.execute()
}
