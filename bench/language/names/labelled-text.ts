import type { NameKind } from '../../../src/model/marks.ts'

/** Where a name stands and what kind it is; offsets are UTF-16. */
export interface LabelledName {
  readonly start: number
  readonly end: number
  readonly kind: NameKind
  /** Who or what it is, where the set says so: equal in all its texts. */
  readonly id?: string
}

/** A text with its names as people marked them. */
export interface LabelledText {
  /** What tells texts of one set apart. */
  readonly id: string
  readonly language: string
  readonly text: string
  /** Of names within names the outer ones; in text order. */
  readonly gold: readonly LabelledName[]
  /** Found or not, these do not count: what the set marks although nothing is called by its name. */
  readonly optional: readonly LabelledName[]
}

/** Of names that overlap the longer ones, in text order. */
export function outerNames(names: readonly LabelledName[]): readonly LabelledName[] {
  const longestFirst = [...names].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
  const kept: LabelledName[] = []
  for (const name of longestFirst)
    if (kept.every((other) => other.end <= name.start || name.end <= other.start)) kept.push(name)
  return kept.sort((a, b) => a.start - b.start)
}
