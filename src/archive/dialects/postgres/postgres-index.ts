import { type RawBuilder, sql } from 'kysely'
import type { SearchClause } from '../../../model/search-query.ts'
import type { IndexText } from '../../archive.ts'
import { beforeEveryPlace, beyondEveryPlace } from '../../articles/place.ts'
import type { SearchIndex } from '../../engine.ts'

/** One tsvector an article, keyed by place; made from stems as they come, without a parser or dictionary of its own. */
export const articleIndexDdl: readonly string[] = [
  `create table article_index (place bigint primary key, stems tsvector not null)`,
  `create index article_index_stems on article_index using gin (stems)`,
]

export const postgresIndex: SearchIndex = {
  async put(db, { place }, text) {
    await sql`insert into article_index (place, stems) values (${place}, ${tsvector(text)}::text::tsvector)
      on conflict (place) do update set stems = excluded.stems`.execute(db)
  },

  async remove(db, places) {
    await sql`delete from article_index where place = any(${places}::bigint[])`.execute(db)
  },

  async find(db, { clauses, languages, outletIds, fromPlace, beforePlace, limit }) {
    const conditions = [
      ...(fromPlace > beforeEveryPlace ? [sql`i.place >= ${fromPlace}`] : []),
      ...(beforePlace < beyondEveryPlace ? [sql`i.place < ${beforePlace}`] : []),
      ...clauses.map(condition),
      ...(languages === null ? [] : [sql`a.language = any(${languages}::text[])`]),
      ...(outletIds === null ? [] : [sql`a.outlet_id = any(${outletIds}::bigint[])`]),
    ]
    const isNarrowed = languages !== null || outletIds !== null
    const { rows } = await sql<{ place: number }>`select i.place from article_index i
      ${isNarrowed ? sql`join articles a on a.place = i.place` : sql``}
      ${conditions.length > 0 ? sql`where ${sql.join(conditions, sql` and `)}` : sql``}
      order by i.place desc limit ${limit}`.execute(db)
    return rows.map((row) => row.place)
  },

  async strays(db) {
    const { rows } = await sql<{ missing: number; extra: number }>`select
      (select count(*) from articles a where not exists (select 1 from article_index i where i.place = a.place))
        as missing,
      (select count(*) from article_index i where not exists (select 1 from articles a where a.place = i.place))
        as extra`.execute(db)
    return rows[0] ?? { missing: 0, extra: 0 }
  },
}

type Weight = 'A' | 'B' | 'C' | 'D'

const weights: Readonly<Record<SearchClause['field'], Weight | ''>> = {
  any: '',
  headline: 'A',
  lead: 'B',
  body: 'C',
  author: 'D',
}

function condition({ field, negated, words }: SearchClause): RawBuilder<unknown> {
  const query = words
    .map((alternatives) => `(${alternatives.map((stem) => `${quoted(stem)}:${weights[field]}`).join(' | ')})`)
    .join(' <-> ')
  const matches = sql`i.stems @@ ${query}::text::tsquery`
  return negated ? sql`not (${matches})` : matches
}

/**
 * PostgreSQL's bounds (https://www.postgresql.org/docs/current/textsearch-limitations.html): a lexeme under 2 KB, a
 * tsvector under 1 MB, positions up to 16,383, 256 of them a lexeme. What lies beyond in one article is not found, or
 * not as part of a phrase.
 */
const maxLexemeBytes = 2046
const maxPositions = 256
const maxVectorBytes = 1_000_000

/** Between two fields, so that no phrase runs from one into the next. */
const gap = 2

function tsvector({ headline, lead, authors, body }: IndexText): string {
  const positions = new Map<string, string[]>()
  let bytes = 0
  let position = 0
  const add = (stems: string, weight: Weight): void => {
    for (const stem of stems.split(' ')) {
      if (stem === '') continue
      position += 1
      const known = positions.get(stem)
      const length = known === undefined ? Buffer.byteLength(stem) + 8 : 2
      if (length > maxLexemeBytes || bytes + length > maxVectorBytes) continue
      if (known === undefined) positions.set(stem, [`${position}${weight}`])
      else if (known.length < maxPositions) known.push(`${position}${weight}`)
      else continue
      bytes += length
    }
    position += gap
  }
  // The body last: it alone is ever long enough to reach the bounds.
  add(headline, 'A')
  add(lead, 'B')
  add(authors, 'D')
  add(body, 'C')
  return [...positions].map(([stem, where]) => `${quoted(stem)}:${where.join(',')}`).join(' ')
}

/** A lexeme in the text form of tsvector and tsquery: nothing within it is an operator. */
function quoted(stem: string): string {
  return `'${stem.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}
