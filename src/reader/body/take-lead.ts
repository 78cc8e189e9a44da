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
  const described = lettersOf(description).slice(0, 120)
  const first = kept.slice(0, 3).find((passage) => isLead(passage, described))
  if (first !== undefined && kept.length > 1)
    return { lead: first.text, rest: kept.filter((passage) => passage !== first) }
  const before = passages.find(
    (passage) => isLead(passage, described) && (kept[0] === undefined || passage.start < kept[0].start),
  )
  return { lead: before?.text ?? null, rest: kept }
}

function isLead(passage: Passage, described: string): boolean {
  if (passage.text.length < 30 || passage.text.length > 900) return false
  if ((passage.roles & role.standfirst) !== 0) return true
  if (described.length < 30) return false
  return (passage.roles & role.heading) !== 0 && lettersOf(passage.text).startsWith(described.slice(0, 60))
}
