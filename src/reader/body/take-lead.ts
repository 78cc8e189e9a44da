import { lettersOf } from '../parse/clean-text.ts'
import type { Passage } from './passages.ts'
import { role } from './role.ts'

/**
 * The standfirst, when the page sets one apart: a passage at the head of the text that is named as one, or that is
 * a heading and says what the page's description says.
 */
export function takeLead(
  kept: readonly Passage[],
  passages: readonly Passage[],
  description: string,
): { readonly lead: string | null; readonly rest: readonly Passage[] } {
  const described = lettersOf(description)
  const first = kept
    .slice(0, 2)
    .find((passage) => isLead(passage, described) || isSetApart(passage, kept, described))
  if (first !== undefined && kept.length > 1)
    return { lead: first.text, rest: kept.filter((passage) => passage !== first) }
  const start = kept[0]?.start ?? Number.POSITIVE_INFINITY
  const before = passages.find((passage) => passage.start < start && isLead(passage, described))
  return { lead: before?.text ?? null, rest: kept }
}

function isLead(passage: Passage, described: string): boolean {
  if (passage.text.length < 30 || passage.text.length > 900) return false
  if ((passage.roles & role.standfirst) !== 0) return true
  return (passage.roles & role.heading) !== 0 && says(passage, described)
}

/** It says what the description says, and stands elsewhere than the paragraphs that follow. */
function isSetApart(passage: Passage, kept: readonly Passage[], described: string): boolean {
  if (passage.text.length > 900 || !says(passage, described)) return false
  const others = kept.filter((other) => other !== passage && other.start > passage.start)
  return (
    others.length > 0 &&
    !others.some((other) => other.node.parent === passage.node.parent || other.node === passage.node)
  )
}

function says(passage: Passage, described: string): boolean {
  const letters = lettersOf(passage.text)
  return (
    described.length >= 30 &&
    letters.length >= 30 &&
    letters.startsWith(described.slice(0, 60)) &&
    letters.length < described.length * 1.6
  )
}
