import type { GoldPage } from './load-pages.ts'

/** What a reader found on a page, in the form that is judged. */
export interface Found {
  readonly body: string
  readonly title: string
  readonly authors: readonly string[]
  /** As the page states it: epoch milliseconds and the minutes of its zone from UTC. */
  readonly date: { readonly at: number; readonly offsetMinutes: number } | null
}

export interface Shingles {
  readonly truePositives: number
  readonly falsePositives: number
  readonly falseNegatives: number
  readonly isExact: boolean
}

/** Body by the multiset overlap of 4-grams; each page weighs the same, whatever its length. */
export function scoreBody(gold: string, found: string): Shingles {
  const goldWords = words(gold)
  const foundWords = words(found)
  const goldGrams = grams(goldWords)
  const foundGrams = grams(foundWords)
  let shared = 0
  for (const [gram, count] of goldGrams) shared += Math.min(count, foundGrams.get(gram) ?? 0)
  const falsePositives = total(foundGrams) - shared
  const falseNegatives = total(goldGrams) - shared
  const all = shared + falsePositives + falseNegatives || 1
  return {
    truePositives: shared / all,
    falsePositives: falsePositives / all,
    falseNegatives: falseNegatives / all,
    isExact: goldWords.length === foundWords.length && goldWords.every((word, at) => word === foundWords[at]),
  }
}

export interface Segments {
  readonly truePositives: number
  readonly falsePositives: number
  readonly falseNegatives: number
}

/** Segments that must, and that must not, stand in the body, white space and marks that are not seen aside. */
export function scoreSegments(page: GoldPage, body: string): Segments {
  const text = flat(body)
  const wanted = page.gold.with ?? []
  const found = wanted.filter((segment) => text.includes(flat(segment))).length
  const wrong = (page.gold.without ?? []).filter((segment) => text.includes(flat(segment))).length
  return { truePositives: found, falsePositives: wrong, falseNegatives: wanted.length - found }
}

export function isSameTitle(gold: string, found: string): boolean {
  return lettersOf(gold) === lettersOf(found)
}

/** The same calendar day, as written or in UTC. */
export function isSameDay(gold: string, found: Found['date']): boolean {
  if (found === null) return false
  const written = gold.slice(0, 10)
  const stated = /[T ]\d{2}:\d{2}/.test(gold) ? new Date(gold.replace(' ', 'T')) : null
  const days = [
    written,
    ...(stated === null || Number.isNaN(stated.getTime()) ? [] : [dayOf(stated.getTime())]),
  ]
  return [dayOf(found.at), dayOf(found.at + found.offsetMinutes * 60_000)].some((day) => days.includes(day))
}

export function scoreAuthors(gold: readonly string[], found: readonly string[]): Segments {
  const wanted = new Set(gold.map(lettersOf))
  const got = new Set(found.map(lettersOf))
  const shared = [...wanted].filter((name) => got.has(name)).length
  return { truePositives: shared, falsePositives: got.size - shared, falseNegatives: wanted.size - shared }
}

export interface Ratio {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

export function ratioOf(scores: readonly Segments[]): Ratio {
  const sum = (key: keyof Segments): number => scores.reduce((all, one) => all + one[key], 0)
  const truePositives = sum('truePositives')
  const precision = truePositives / (truePositives + sum('falsePositives') || 1)
  const recall = truePositives / (truePositives + sum('falseNegatives') || 1)
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall || 1) }
}

function words(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}_\p{M}]+/gu) ?? []
}

function grams(tokens: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  // A text shorter than four words is one shingle.
  const last = Math.max(0, tokens.length - 4)
  if (tokens.length > 0)
    for (let i = 0; i <= last; i++) {
      const gram = tokens.slice(i, i + 4).join(' ')
      counts.set(gram, (counts.get(gram) ?? 0) + 1)
    }
  return counts
}

function total(counts: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const count of counts.values()) sum += count
  return sum
}

/** Some pages part their words for hyphenation, and so do the segments that were copied from them. */
function flat(text: string): string {
  return text
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}

function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}
