import type { Passage } from '../body/passages.ts'
import { isProse, weightOf } from '../body/prose.ts'
import { role } from '../body/role.ts'
import { digest, digestOfLine } from './digest.ts'

/** Prose that says enough to be part of an article: more must be known of it before it is taken for furniture. */
export function isLong(passage: Passage): boolean {
  return isProse(passage) && weightOf(passage.text) >= longWeight
}

const longWeight = 140

/** What a passage is remembered by. A sentence or a row of a table with other numbers is another one. */
export function textDigest(passage: Passage): string {
  const isCell = (passage.roles & role.cell) !== 0
  return isCell || isProse(passage) ? digest(passage.text) : digestOfLine(passage.text)
}
