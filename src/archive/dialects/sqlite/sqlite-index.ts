import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { SearchClause } from '../../../model/search-query.ts'
import { beyondEveryPlace } from '../../articles/place.ts'
import type { Database, SearchIndex, Wanted } from '../../engine.ts'

/**
 * FTS5 without a copy of the text, keyed by place, so that a walk of it backwards is latest first and never sorts.
 * Words come in as stems: the tokenizer only splits at spaces. `labels` holds the language and the outlet, so that a
 * filter meets the words inside the index.
 */
export const articleIndexDdl: readonly string[] = [
  `create virtual table article_index using fts5 (
    headline, lead, body, authors, labels,
    content = '', contentless_delete = 1,
    tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* P* S* C*'"
  )`,
]

export const sqliteIndex: SearchIndex = {
  async put(db, article, text) {
    await sql`insert or replace into article_index (rowid, headline, lead, body, authors, labels)
      values (${article.place}, ${text.headline}, ${text.lead}, ${text.body}, ${text.authors},
        ${`${languageLabel(article.language)} ${outletLabel(article.outletId)}`})`.execute(db)
  },

  async remove(db, places) {
    for (const place of places) await sql`delete from article_index where rowid = ${place}`.execute(db)
  },

  async find(db, wanted) {
    const required = wanted.clauses.filter((clause) => !clause.negated).map(clauseExpression)
    const refused = wanted.clauses.filter((clause) => clause.negated).map(clauseExpression)
    if (wanted.languages !== null) required.push(labelExpression(wanted.languages.map(languageLabel)))
    if (wanted.outletIds !== null) required.push(labelExpression(wanted.outletIds.map(outletLabel)))
    if (required.length === 0) return await findWithout(db, refused.join(' OR '), wanted)
    const refusal = refused.length === 0 ? '' : ` NOT (${refused.join(' OR ')})`
    return await match(db, `(${required.join(' AND ')})${refusal}`, wanted)
  },

  async strays(db) {
    const { rows } = await sql<{ missing: number; extra: number }>`select
      (select count(*) from articles where place not in (select id from article_index_docsize)) as missing,
      (select count(*) from article_index_docsize where id not in (select place from articles)) as extra`.execute(
      db,
    )
    return rows[0] ?? { missing: 0, extra: 0 }
  },
}

interface Stretch {
  readonly fromPlace: number
  readonly beforePlace: number
  readonly limit: number
}

async function match(db: Database, expression: string, stretch: Stretch): Promise<readonly number[]> {
  const { rows } = await sql<{ place: number }>`select rowid as place from article_index
    where article_index match ${expression} and rowid >= ${stretch.fromPlace} and rowid < ${stretch.beforePlace}
    order by rowid desc limit ${stretch.limit}`.execute(db)
  return rows.map((row) => row.place)
}

const shortestStretch = 500
const longestStretch = 10_000

/**
 * FTS5 has no "everything but": the articles are walked in growing stretches and those that match are left out. A word
 * that is nearly everywhere makes this a long walk, so that others get their turn between two stretches.
 */
async function findWithout(db: Database, refused: string, wanted: Wanted): Promise<readonly number[]> {
  const found: number[] = []
  let beforePlace = Math.min(wanted.beforePlace, beyondEveryPlace)
  for (let size = shortestStretch; found.length < wanted.limit; size = Math.min(size * 4, longestStretch)) {
    const { rows } = await sql<{ place: number }>`select place from articles
      where place >= ${wanted.fromPlace} and place < ${beforePlace} order by place desc limit ${size}`.execute(
      db,
    )
    const last = rows.at(-1)
    if (last === undefined) break
    const stretch = { fromPlace: last.place, beforePlace, limit: size }
    const matching = new Set(refused === '' ? [] : await match(db, refused, stretch))
    found.push(...rows.map((row) => row.place).filter((place) => !matching.has(place)))
    if (rows.length < size) break
    beforePlace = last.place
    await setImmediate()
  }
  return found.slice(0, wanted.limit)
}

const columns: Readonly<Record<SearchClause['field'], string>> = {
  any: '',
  headline: 'headline : ',
  lead: 'lead : ',
  body: 'body : ',
  author: 'authors : ',
}

function clauseExpression({ field, words }: SearchClause): string {
  return `${columns[field]}(${phrases(words).map(quoted).join(' OR ')})`
}

/** FTS5 knows no alternatives within a phrase: every combination is a phrase of its own. */
function phrases(words: SearchClause['words']): readonly string[] {
  return words.reduce<readonly string[]>(
    (begun, alternatives) =>
      begun.flatMap((phrase) => alternatives.map((stem) => (phrase === '' ? stem : `${phrase} ${stem}`))),
    [''],
  )
}

function labelExpression(labels: readonly string[]): string {
  return `labels : (${labels.map(quoted).join(' OR ')})`
}

/** A character for private use: no stem holds one, so that labels and words never meet. */
const labelMark = '\u{e000}'

function languageLabel(language: string): string {
  return `${labelMark}language=${language}`
}

function outletLabel(outletId: number): string {
  return `${labelMark}outlet=${outletId}`
}

/** A string of FTS5's query syntax: nothing within it is an operator. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}
