import type { Passage } from '../body/passages.ts'
import { role } from '../body/role.ts'
import { digest, digestOfLine } from './digest.ts'

/** Prose that says enough to be part of an article: more must be known of it before it is taken for furniture. */
export function isLong(passage: Passage): boolean {
  return passage.isProse && passage.weight >= longWeight
}

const longWeight = 140

/** A line of links is known for furniture by its links; all the menus of a page need no memory. */
export function isMemorable({ text, linkLength }: Passage): boolean {
  return linkLength < text.length * 0.8
}

/** What a passage is remembered by. A sentence or a row of a table with other numbers is another one. */
export function textDigest(passage: Passage): string {
  let known = digests.get(passage)
  if (known === undefined) {
    const isExact = (passage.roles & role.cell) !== 0 || passage.isProse
    known = isExact ? digest(passage.text) : digestOfLine(passage.text)
    digests.set(passage, known)
  }
  return known
}

/** A passage is asked for when its page is read, and again when the page is noted. */
const digests = new WeakMap<Passage, string>()
