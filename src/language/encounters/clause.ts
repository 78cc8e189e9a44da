import type { EncounterCues } from '../data/encounter-cues.ts'
import type { Item } from './sentence-items.ts'

/** Items of one clause: from `first` up to but without `last`. */
export interface Clause {
  readonly first: number
  readonly last: number
}

/**
 * A sentence in clauses: they end at a semicolon, a colon, a bracket, and (in Slavic behind a comma) at a word that opens
 * a subordinate one, with the preposition before it. Coordinated clauses stay one.
 */
export function clausesOf(items: readonly Item[], { small, language }: EncounterCues): readonly Clause[] {
  const clauses: Clause[] = []
  let first = 0
  for (let at = 1; at < items.length; at += 1) {
    if (!opens(at) || at === first) continue
    clauses.push({ first, last: at })
    first = at
  }
  return [...clauses, { first, last: items.length }]

  function opens(at: number): boolean {
    const item = items[at] as Item
    const before = items[at - 1] as Item
    if (/^[;:()]$/.test(before.folded)) return true
    if (language === 'en') return small.boundaries.has(item.folded)
    if (before.folded !== ',') return false
    const next = items[at + 1]
    return (
      small.boundaries.has(item.folded) ||
      (next !== undefined && isPreposition(item, small) && small.boundaries.has(next.folded))
    )
  }
}

export function isPreposition({ folded }: Item, small: EncounterCues['small']): boolean {
  return (
    folded !== '' &&
    (small.with.has(folded) ||
      small.into.has(folded) ||
      small.from.has(folded) ||
      small.between.has(folded) ||
      small.by.has(folded) ||
      small.other.has(folded))
  )
}
