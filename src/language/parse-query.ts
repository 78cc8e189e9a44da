import type { LanguageTag } from '../model/language-tag.ts'
import { Problem } from '../model/problem.ts'
import type { SearchClause, SearchFilters, SearchQuery } from '../model/search-query.ts'
import type { EpochMs } from '../model/time.ts'
import { type QueryDays, queryDays } from './query-days.ts'
import { type QueryPart, queryParts } from './query-parts.ts'
import { stemsInAnyLanguage, words } from './stem-words.ts'

export interface QueryOptions {
  /** IANA; the days of `after:`, `before:` and `on:` are its days. */
  readonly zone: string
  readonly now: EpochMs
}

/**
 * Reads what an editor typed: word, "a phrase", -word, -"a phrase", headline: lead: body: by: outlet: lang: after:
 * before: on:. All must hold; several languages or outlets are alternatives. A word with hyphens or dots is a phrase
 * of its parts. Forgives what can be forgiven; else throws Problem 'language/query' that names the part.
 */
export function parseQuery(input: string, options: QueryOptions): SearchQuery {
  const parts = queryParts(input)
  const filters = parts.reduce((begun, part) => withFilter(begun, part, options), noFilters)
  const clauses = parts.flatMap((part) => clauseOf(part, filters.languages))
  if (clauses.length === 0 && filters === noFilters)
    throw new Problem('language/query', `There is no word to search for in “${input.trim()}”.`, {
      detail: 'no-word',
      values: { typed: input.trim() },
    })
  return { clauses, filters }
}

const noFilters: SearchFilters = { languages: [], outlets: [], after: null, before: null }

function withFilter(filters: SearchFilters, part: QueryPart, options: QueryOptions): SearchFilters {
  switch (part.field) {
    case 'language':
      return { ...filters, languages: [...filters.languages, ...languagesOf(refuseNegated(part))] }
    case 'outlet':
      return { ...filters, outlets: [...filters.outlets, refuseNegated(part).value] }
    case 'after':
      return { ...filters, after: latest(filters.after, daysOf(part, options).from) }
    case 'before':
      return { ...filters, before: earliest(filters.before, daysOf(part, options).from) }
    case 'on': {
      const { from, to } = daysOf(part, options)
      return { ...filters, after: latest(filters.after, from), before: earliest(filters.before, to) }
    }
    default:
      return filters
  }
}

function clauseOf(part: QueryPart, languages: readonly LanguageTag[]): readonly SearchClause[] {
  const field = part.field ?? 'any'
  switch (field) {
    case 'any':
    case 'headline':
    case 'lead':
    case 'body':
    case 'author': {
      const wanted = words(part.value)
        .map(({ text }) => stemsInAnyLanguage(text, languages))
        .filter((alternatives) => alternatives.length > 0)
      return wanted.length === 0 ? [] : [{ field, negated: part.negated, words: wanted }]
    }
    default:
      return []
  }
}

function languagesOf({ typed, value }: QueryPart): readonly LanguageTag[] {
  return value.split(/[,;]/).map((given) => {
    const tag = given.trim().toLowerCase().split(/[-_]/)[0] ?? ''
    if (!/^[a-z]{2,3}$/.test(tag))
      throw new Problem(
        'language/query',
        `“${typed}” names no language: give its code of two or three letters, as in lang:ru or lang:uk.`,
        { detail: 'no-language', values: { typed } },
      )
    return commonMistakes.get(tag) ?? tag
  })
}

/** Codes of countries that are taken for those of their languages. */
const commonMistakes: ReadonlyMap<string, LanguageTag> = new Map([
  ['ua', 'uk'],
  ['kz', 'kk'],
  ['by', 'be'],
  ['kg', 'ky'],
])

function daysOf(part: QueryPart, { zone, now }: QueryOptions): QueryDays {
  const days = queryDays(refuseNegated(part).value.trim(), zone, now)
  if (days === null)
    throw new Problem(
      'language/query',
      `“${part.typed}” names no day: write it as 2026-11-23, a month as 2026-11, or today or yesterday.`,
      { detail: 'no-day', values: { typed: part.typed } },
    )
  return days
}

function refuseNegated(part: QueryPart): QueryPart {
  if (part.negated)
    throw new Problem(
      'language/query',
      `“${part.typed}” cannot be excluded: a minus goes before words, phrases, headline:, lead:, body: and by:.`,
      { detail: 'not-excluded', values: { typed: part.typed } },
    )
  return part
}

function latest(one: EpochMs | null, other: EpochMs): EpochMs {
  return one === null ? other : Math.max(one, other)
}

function earliest(one: EpochMs | null, other: EpochMs): EpochMs {
  return one === null ? other : Math.min(one, other)
}
