import { type QueryField, queryFields } from './data/query-fields.ts'

/** One part of a query as typed: `-headline:"a phrase"`. */
export interface QueryPart {
  /** As it was typed, to be named when it cannot be understood. */
  readonly typed: string
  readonly negated: boolean
  readonly field: QueryField | null
  /** Without its quotes. */
  readonly value: string
}

const openQuotes = '"“„«”‟'
const closeQuotes = '"”“»‟'
const quoted = `[${openQuotes}]([^${openQuotes}${closeQuotes}]*)(?:[${closeQuotes}]|$)`
const part = new RegExp(`([-−]?)(?:([\\p{L}]+):\\s*(?=\\S))?(?:${quoted}|([^\\s${openQuotes}]+))`, 'gu')

/** The parts of a query in the order typed. A quote that is never closed ends with the query; a bare minus is no part. */
export function queryParts(input: string): readonly QueryPart[] {
  return [...input.normalize('NFC').matchAll(part)]
    .map(([typed, minus = '', name, phrase, word]) => partOf(typed, minus !== '', name, phrase ?? word ?? ''))
    .filter(({ value }) => value !== '' && value !== '-' && value !== '−')
}

function partOf(typed: string, negated: boolean, name: string | undefined, value: string): QueryPart {
  if (name === undefined) return { typed, negated, field: null, value }
  const field = queryFields.get(name.toLowerCase()) ?? null
  return { typed, negated, field, value: field === null ? `${name} ${value}` : value }
}
