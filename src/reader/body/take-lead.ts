import { lettersOf } from '../parse/clean-text.ts'
import type { Passage } from './passages.ts'
import { endsSentence } from './prose.ts'
import { role } from './role.ts'

/**
 * The standfirst, when the page sets one apart: a passage at the head of the text that is named as one, that is a
 * heading and says what the page's description says, or that alone is set in bold.
 */
export function takeLead(
  kept: readonly Passage[],
  passages: readonly Passage[],
  description: string,
): { readonly lead: string | null; readonly rest: readonly Passage[] } {
  const described = lettersOf(description)
  const first = kept
    .slice(0, 2)
    .find(
      (passage) =>
        isLead(passage, described) || isSetApart(passage, kept, described) || isBold(passage, kept),
    )
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

/** The first paragraph, in bold from end to end, when no other is: in interviews every question is. */
function isBold(passage: Passage, kept: readonly Passage[]): boolean {
  return (
    passage === kept[0] &&
    kept.length > 2 &&
    isBoldSentence(passage) &&
    passage.text.length <= 900 &&
    !kept.some((other) => other !== passage && isBoldSentence(other))
  )
}

function isBoldSentence({ roles, text }: Passage): boolean {
  return (
    (roles & role.strong) !== 0 &&
    (roles & (role.heading | role.item | role.cell | role.quote)) === 0 &&
    text.length >= 30 &&
    endsSentence(text)
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
