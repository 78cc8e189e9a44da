import type { LanguageTag } from '../model/language-tag.ts'
import type { SearchClause, SearchQuery } from '../model/search-query.ts'
import type { Word } from './split-words.ts'
import { stemOf, words } from './stem-words.ts'

/** UTF-16 offsets, end exclusive. */
export interface Mark {
  readonly start: number
  readonly end: number
}

export interface Excerpt {
  readonly text: string
  /** Offsets into `text`. */
  readonly marks: readonly Mark[]
}

/**
 * Where the text has the words of the query, in order and never overlapping: a phrase is one mark, from its first word
 * to its last. Excluded words and those asked for in other fields are not marked.
 */
export function highlight(
  text: string,
  language: LanguageTag,
  query: SearchQuery,
  field: Exclude<SearchClause['field'], 'any'>,
): readonly Mark[] {
  return united(found(text, language, query, field))
}

/**
 * The part of a body that shows most of the query, at most `maxChars` long, from word to word; an ellipsis stands
 * where it is cut. With nothing found, the beginning.
 */
export function excerpt(text: string, language: LanguageTag, query: SearchQuery, maxChars: number): Excerpt {
  const finds = found(text.slice(0, lookedThrough), language, query, 'body')
  const cut = cutOut(text, startOf(text, finds, maxChars), maxChars)
  const inside = finds
    .filter(({ start, end }) => start >= cut.start && end <= cut.end)
    .map(({ start, end, clause }) => ({
      clause,
      start: start - cut.start + cut.before.length,
      end: end - cut.start + cut.before.length,
    }))
  return { text: cut.before + text.slice(cut.start, cut.end) + cut.after, marks: united(inside) }
}

/** A longer article is no news; its beginning is as good an excerpt. */
const lookedThrough = 100_000

interface Find extends Mark {
  readonly clause: SearchClause
}

/** In the order of the text. */
function found(
  text: string,
  language: LanguageTag,
  query: SearchQuery,
  field: SearchClause['field'],
): readonly Find[] {
  const clauses = query.clauses.filter(
    (clause) => !clause.negated && (clause.field === 'any' || clause.field === field),
  )
  if (clauses.length === 0) return []
  const sought = new Set(clauses.flatMap(({ words: [first = []] }) => first))
  const here = words(text)
  const stems = here.map((word) => stemOf(word.text, language))
  return here.flatMap((word, at) =>
    sought.has(stems[at] ?? '')
      ? clauses
          .filter((clause) => stands(clause, stems, at))
          .map((clause) => ({ start: word.start, end: endOf(here, at + clause.words.length - 1), clause }))
      : [],
  )
}

function stands({ words: wanted }: SearchClause, stems: readonly string[], at: number): boolean {
  return wanted.every((alternatives, further) => alternatives.includes(stems[at + further] ?? ''))
}

function endOf(here: readonly Word[], at: number): number {
  return here[at]?.end ?? 0
}

function united(finds: readonly Mark[]): readonly Mark[] {
  const marks: Mark[] = []
  for (const { start, end } of finds) {
    const last = marks.at(-1)
    if (last !== undefined && start < last.end)
      marks[marks.length - 1] = { start: last.start, end: Math.max(last.end, end) }
    else marks.push({ start, end })
  }
  return marks
}

/** Where to begin, that the most clauses are seen; of equals the first. */
function startOf(text: string, finds: readonly Find[], maxChars: number): number {
  let best = 0
  let bestSeen = 0
  finds.forEach((first, at) => {
    const seen = new Set<SearchClause>()
    for (let next = at; next < finds.length; next += 1) {
      const find = finds[next]
      if (find === undefined || find.end > first.start + maxChars * 0.8) break
      seen.add(find.clause)
    }
    if (seen.size > bestSeen) {
      bestSeen = seen.size
      best = first.start
    }
  })
  return best <= maxChars * 0.5 ? 0 : sentenceBefore(text, best, Math.floor(maxChars * 0.4))
}

/** The start of the sentence if it is near, else of some word not far before. */
function sentenceBefore(text: string, at: number, reach: number): number {
  const before = text.slice(at - reach, at)
  const sentence = before.search(/(?<=[.!?…»"]\s+|\n)\p{Lu}(?![\s\S]*[.!?…]\s|[\s\S]*\n)/u)
  if (sentence >= 0) return at - reach + sentence
  const word = /\s+(?=\S)/.exec(before)
  return word === null ? at : at - reach + word.index + word[0].length
}

interface Cut extends Mark {
  readonly before: string
  readonly after: string
}

const ellipsis = '…'

function cutOut(text: string, from: number, maxChars: number): Cut {
  const start = from + (/^\s*/.exec(text.slice(from, from + 100))?.[0].length ?? 0)
  const before = text.slice(0, start).trim() === '' ? '' : ellipsis
  const room = Math.max(1, maxChars - before.length)
  const all = text.slice(start).trimEnd()
  if (all.length <= room) return { start, end: start + all.length, before, after: '' }
  const whole = text.slice(start, start + room)
  const lastSpace = whole.search(/\s+\S*$/)
  const end = start + (lastSpace > room / 2 ? lastSpace : Math.max(1, room - ellipsis.length))
  return { start, end: wellFormed(text, start, end), before, after: ellipsis }
}

/** Never between the halves of a surrogate pair. */
function wellFormed(text: string, start: number, end: number): number {
  const last = text.charCodeAt(end - 1)
  return end - 1 > start && last >= 0xd800 && last <= 0xdbff ? end - 1 : end
}
