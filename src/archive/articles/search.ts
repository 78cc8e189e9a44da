import type { Article } from '../../model/article.ts'
import { bodyText } from '../../model/block-text.ts'
import type { SearchClause, SearchQuery } from '../../model/search-query.ts'
import type { Page, SearchHit } from '../archive.ts'
import type { Database, Engine, Wanted } from '../engine.ts'
import { fold } from '../fold.ts'
import { pageOf, placeOfCursor } from './cursor.ts'
import { linesWhere, withoutPlace } from './lines.ts'
import { beforeEveryPlace, beyondEveryPlace, placeOf } from './place.ts'

/** Not one snapshot: a long search would hold others up. An article that is dropped meanwhile is left out. */
export async function searchArticles(
  engine: Engine,
  query: SearchQuery,
  options: { readonly limit: number; readonly cursor?: string },
): Promise<Page<SearchHit>> {
  const db = engine.reader
  const outletIds = await outletsNamed(db, query.filters.outlets)
  if (outletIds !== null && outletIds.length === 0) return { items: [], next: null }
  const places = await engine.index.find(db, wantedOf(query, outletIds, options))
  const { items, next } = pageOf(
    places.map((place) => ({ place })),
    options.limit,
  )
  return {
    items: await hitsAt(
      db,
      items.map((item) => item.place),
    ),
    next,
  }
}

function wantedOf(
  { clauses, filters }: SearchQuery,
  outletIds: readonly number[] | null,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string },
): Wanted {
  const after = cursor === undefined ? null : placeOfCursor(cursor)
  return {
    clauses: clauses.flatMap(bounded),
    languages: filters.languages.length === 0 ? null : filters.languages,
    outletIds,
    fromPlace: filters.after === null ? beforeEveryPlace : placeOf(filters.after),
    beforePlace: Math.min(
      filters.before === null ? beyondEveryPlace : placeOf(filters.before),
      after ?? beyondEveryPlace,
    ),
    limit: limit + 1,
  }
}

/** FTS5 spells a phrase out for every combination of its words' alternatives: so many at most. */
const maxCombinations = 256

/**
 * A phrase of too many combinations becomes phrases of its parts, each sharing a word with the next. For a negated
 * one its first part stands.
 */
function bounded(clause: SearchClause): readonly SearchClause[] {
  const parts: SearchClause['words'][number][][] = [[]]
  let combinations = 1
  for (const word of clause.words.map((alternatives) =>
    [...new Set(alternatives)].slice(0, maxCombinations),
  )) {
    const part = parts.at(-1) ?? []
    const shared = part.at(-1)
    if (combinations * word.length > maxCombinations && part.length > 1 && shared !== undefined) {
      parts.push([shared, word])
      combinations = shared.length * word.length
    } else {
      part.push(word)
      combinations *= word.length
    }
  }
  const [first = []] = parts
  return (clause.negated ? [first] : parts)
    .filter((words) => words.length > 0)
    .map((words) => ({ ...clause, words }))
}

/** Null: any outlet. An empty list: no outlet is called so. */
async function outletsNamed(db: Database, names: readonly string[]): Promise<readonly number[] | null> {
  if (names.length === 0) return null
  const folded = names.map(fold)
  const rows = await db
    .selectFrom('outlets')
    .select('id')
    .where((where) => where.or([where('key_folded', 'in', folded), where('name_folded', 'in', folded)]))
    .execute()
  return rows.map((row) => row.id)
}

async function hitsAt(db: Database, places: readonly number[]): Promise<readonly SearchHit[]> {
  if (places.length === 0) return []
  const lines = new Map((await linesWhere(db, 'place', places)).map((line) => [line.place, line]))
  const contents = await db
    .selectFrom('articles')
    .innerJoin('revisions', (join) =>
      join
        .onRef('revisions.article_id', '=', 'articles.id')
        .on('revisions.number', '=', (number) => number('articles.revisions', '+', 1)),
    )
    .select(['articles.place', 'revisions.content'])
    .where('articles.place', 'in', places)
    .execute()
  const bodies = new Map(contents.map((row) => [row.place, bodyText(JSON.parse(row.content) as Article)]))
  return places.flatMap((place) => {
    const line = lines.get(place)
    return line === undefined ? [] : { line: withoutPlace(line), body: bodies.get(place) ?? '' }
  })
}
