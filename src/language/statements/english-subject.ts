import { englishCues } from '../data/english-cues.ts'
import type { EnglishView } from './english-view.ts'
import { range } from './period-view.ts'
import type { Range } from './scan.ts'

const { verbs } = englishCues
const longestSubject = 30
const longestStart = 12

/** Who does it, and the places between which the verb and its subject stand. */
export interface Subject {
  readonly speaker: Range | null
  readonly from: number
  readonly until: number
}

/** Before the verb; or behind it where a quotation or a comma stands right before it and the verb may be turned round. */
export function subjectOf(view: EnglishView, verb: Range, mayInvert: boolean): Subject {
  const from = subjectStart(view, verb.first)
  if (from < verb.first) return { speaker: trimmed(view, from, verb.first), from, until: verb.last }
  const isInverted =
    mayInvert && (view.quotation(verb.first - 1) !== null || view.text(verb.first - 1) === ',')
  if (!isInverted) return { speaker: null, from: verb.first, until: verb.last }
  const until = phraseEnd(view, verb.last)
  return { speaker: range(verb.last, until), from: verb.first, until }
}

/** The subject that the period opens with, behind what introduces it («On Monday, Hale left, saying …»). */
export function mainSubject(view: EnglishView): Range | null {
  let first = view.first
  for (let at = first; at < view.end && at - first < longestStart; at += 1)
    if (/^[—–]$/.test(view.text(at)) && at - view.first < 8) first = at + 1
  if (
    view.is(first, 'prepositions') ||
    view.is(first, 'subordinators') ||
    /..ing$/.test(view.folded(first))
  ) {
    let comma = first
    while (comma < view.end && comma - first < longestSubject && view.text(comma) !== ',') comma += 1
    if (view.text(comma) === ',') first = comma + 1
  }
  while (view.is(first, 'adverbs') || /^(?:and|but|so|yet)$/.test(view.folded(first))) first += 1
  if (view.is(first, 'subjects')) return range(first, first + 1)
  let last = first
  while (last < view.end && last - first < longestStart && isOfName(view, last) && !view.isVerb(last))
    last += 1
  const isTold = view.isVerb(last) || view.text(last) === ',' || view.text(last) === '('
  if (isTold && last > first) return range(first, last)
  let end = first
  while (view.isCapitalised(end) || (end > first && isOfName(view, end) && view.text(end) === '.')) end += 1
  return range(first, end)
}

/** A word, or the dot of «Mr.». */
function isOfName(view: EnglishView, at: number): boolean {
  return (
    view.isWord(at) || (view.text(at) === '.' && view.isCapitalised(at - 1) && view.text(at - 1).length <= 4)
  )
}

/** Where a noun phrase ends that starts here. */
export function phraseEnd(view: EnglishView, first: number): number {
  let at = first
  for (; at < view.end && at - first < longestSubject; at += 1) {
    if (at > first && view.quotation(at)?.open === at) break
    if (/^[,;:()—–]$/.test(view.text(at)) || /^[!?]/.test(view.text(at))) break
    if (at > first && view.is(at, 'phraseEnds')) break
  }
  return at
}

function subjectStart(view: EnglishView, until: number): number {
  let at = until
  if (view.text(at - 1) === ',') {
    const comma = commaBefore(view, at - 1)
    if (comma === -1) return until
    at = comma
  }
  if (at === until && (view.is(at - 1, 'joiners') || view.is(at - 1, 'prepositions'))) return until
  for (; at > view.first && until - at < longestSubject; at -= 1) {
    const before = at - 1
    const quotation = view.quotation(before)
    if (quotation?.close === at) {
      if (at === until || !view.isShort(quotation)) break
      at = quotation.open + 1
      continue
    }
    if (view.text(before) === ')') {
      const open = bracketBefore(view, before)
      if (open === -1) break
      at = open + 1
      continue
    }
    if (view.scan.tokens[before]?.kind === 'mark' && !/^[.'’&/$%#@-]$/.test(view.text(before))) break
    if (view.is(before, 'subordinators')) return view.is(before, 'subjects') && at === until ? before : at
    if (before !== until - 1 && isVerbBefore(view, before)) break
  }
  if (/^(?:and|but)$/.test(view.folded(at))) at += 1
  return Math.min(at, until)
}

function isVerbBefore(view: EnglishView, at: number): boolean {
  const cue = verbs.get(view.folded(at))
  return cue !== undefined && !view.isCapitalised(at) && !cue.isAmbiguous && !view.isNoun(at, cue)
}

function bracketBefore(view: EnglishView, at: number): number {
  for (let open = at - 1; open > view.first && at - open < 10; open -= 1)
    if (view.text(open) === '(') return open
  return -1
}

/** The comma that opens what the comma here closes («Hale, 58, who is the mayor, said»). */
function commaBefore(view: EnglishView, comma: number): number {
  for (let at = comma - 1; at > view.first && comma - at < longestSubject; at -= 1) {
    if (
      view.quotation(at) !== null &&
      !view.isShort(view.quotation(at) as NonNullable<ReturnType<EnglishView['quotation']>>)
    )
      return -1
    if (view.text(at) !== ',') continue
    return view.scan.tokens[at - 1]?.kind === 'number' && view.text(at - 2) === ',' ? at - 2 : at
  }
  return -1
}

/** Without what opens the clause, and without appositions behind the name. */
function trimmed(view: EnglishView, first: number, last: number): Range | null {
  let from = first
  if (view.is(last - 1, 'subjects')) return range(last - 1, last)
  while (from < last && (view.is(from, 'adverbs') || view.is(from, 'subordinators'))) from += 1
  let end = from
  while (end < last && view.text(end) !== ',') end += 1
  return range(from, end)
}
