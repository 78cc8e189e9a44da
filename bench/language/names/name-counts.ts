import type { NameKind } from '../../../src/model/marks.ts'
import type { LabelledName, LabelledText } from './labelled-text.ts'

/** How many were found, how many there are, and how many of them are the same. */
export interface Counts {
  readonly right: number
  readonly found: number
  readonly gold: number
}

export type NameCounts = Readonly<Record<NameKind, Counts>>

const nameKinds = ['person', 'organisation', 'place', 'product', 'event'] as const

/** Found names beside the gold ones of a text; names of other kinds than these are left out. */
export function countNames(
  labelled: LabelledText,
  found: readonly LabelledName[],
  kinds: readonly NameKind[],
): NameCounts {
  const { text, gold, optional } = labelled
  const keyOf = (name: LabelledName): string => `${name.kind} ${trimmed(text, name)}`
  const goldKeys = new Set(gold.map(keyOf))
  const optionalKeys = new Set(optional.map(keyOf).filter((key) => !goldKeys.has(key)))
  const counted = found.filter((name) => !optionalKeys.has(keyOf(name)))
  return byKind((kind) => {
    if (!kinds.includes(kind)) return none
    const ofKind = counted.filter((name) => name.kind === kind)
    return {
      right: ofKind.filter((name) => goldKeys.has(keyOf(name))).length,
      found: ofKind.length,
      gold: gold.filter((name) => name.kind === kind).length,
    }
  })
}

export function sumOf(counts: readonly NameCounts[]): NameCounts {
  return byKind((kind) =>
    counts.reduce(
      (sum, { [kind]: one }) => ({
        right: sum.right + one.right,
        found: sum.found + one.found,
        gold: sum.gold + one.gold,
      }),
      none,
    ),
  )
}

/** The harmonic mean of precision and recall; 0 where nothing is right. */
export function f1({ right, found, gold }: Counts): number {
  return right === 0 ? 0 : (2 * right) / (found + gold)
}

const none: Counts = { right: 0, found: 0, gold: 0 }

function byKind(counts: (kind: NameKind) => Counts): NameCounts {
  return Object.fromEntries(nameKinds.map((kind) => [kind, counts(kind)])) as unknown as NameCounts
}

const marks = /["'«»“”„‘’\s]/

function trimmed(text: string, { start, end }: LabelledName): string {
  let from = start
  let to = end
  while (from < to && marks.test(text.charAt(from))) from += 1
  while (to > from && marks.test(text.charAt(to - 1))) to -= 1
  return `${from} ${to}`
}
