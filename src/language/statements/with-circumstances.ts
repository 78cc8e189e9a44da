import { englishCues } from '../data/english-cues.ts'
import { type Circumstances, circumstancesOf } from '../data/statement-circumstances.ts'
import type { Finding } from './finding.ts'
import { PeriodView, range } from './period-view.ts'
import type { Range, Scan } from './scan.ts'

/** How far from its cue an occasion may stand, in words. */
const farthest = 14
const longestPhrase = 8

/** Adds to whom and on what occasion it was said, where the teller's own words around the cue say so. */
export function withCircumstances(scan: Scan, findings: readonly Finding[]): readonly Finding[] {
  const known = circumstancesOf(scan.parsed.language)
  if (known === null) return findings
  return findings.map((finding) => {
    const { cue } = finding
    const period = cue === null ? undefined : scan.periods[scan.periodAt(cue.first)]
    if (cue === null || period === undefined) return finding
    const view = new PeriodView(scan, period)
    return {
      ...finding,
      addressee: addresseeOf(view, finding, cue, known),
      occasion: occasionOf(view, finding, cue, known),
    }
  })
}

function occasionOf(view: PeriodView, finding: Finding, cue: Range, known: Circumstances): Range | null {
  const from = Math.max(view.first, cue.first - farthest)
  for (let at = from; at < Math.min(view.last, cue.last + farthest); at += 1) {
    if (!known.prepositions.has(view.folded(at)) || isTaken(at, finding)) continue
    const noun = nounWithin(view, at + 1, known)
    if (noun !== -1 && !isTaken(noun, finding)) return range(at, phraseEnd(view, noun + 1, finding))
  }
  return null
}

/** The occasion's noun behind its attributes («на своей странице», "in a televised interview"). */
function nounWithin(view: PeriodView, from: number, { occasions, prepositions }: Circumstances): number {
  for (let at = from; at < from + 4 && view.isWord(at) && !prepositions.has(view.folded(at)); at += 1)
    if (occasions.has(view.folded(at))) return at
  return -1
}

/** With the name behind it: «в интервью агентству „Даль“», "in an interview with the Courier". */
function phraseEnd(view: PeriodView, from: number, finding: Finding): number {
  let at = from
  if (/^(?:with|of|to|in|on|в|у|с|з|із)$/.test(view.folded(at)) && isNameBehind(view, at + 1)) at += 1
  for (; at < view.end && at - from < longestPhrase && !isTaken(at, finding); at += 1) {
    const quotation = view.quotation(at)
    if (quotation !== null) {
      if (quotation.last - quotation.first > 4) return at
      at = quotation.close - 1
      continue
    }
    if (
      !view.isCapitalised(at) &&
      !/^(?:the|of|агентству|изданию|газете|телеканалу|каналу|виданню|газеті)$/.test(view.folded(at))
    )
      return at
  }
  return at
}

function isNameBehind(view: PeriodView, at: number): boolean {
  return view.isCapitalised(at) || view.isCapitalised(at + 1) || view.quotation(at)?.open === at
}

function isTaken(at: number, { content, speaker, cue }: Finding): boolean {
  if (holds(speaker, at) || holds(cue, at)) return true
  for (const part of content) if (holds(part, at)) return true
  return false
}

function holds(part: Range | null, at: number): boolean {
  return part !== null && at >= part.first && at < part.last
}

/** «журналистам», «агентству „Даль“», whom "told" takes. */
function addresseeOf(view: PeriodView, finding: Finding, cue: Range, known: Circumstances): Range | null {
  for (let at = cue.last; at < Math.min(view.end, cue.last + longestPhrase) && !isTaken(at, finding); at += 1)
    if (known.addressees.has(view.folded(at))) return range(at, phraseEnd(view, at + 1, finding))
  const verb = englishCues.verbs.get(view.folded(cue.last - 1))
  if (view.scan.parsed.language !== 'en' || verb?.isAddressed !== true) return null
  let last = cue.last
  while (
    last < view.end &&
    last - cue.last < longestPhrase &&
    !isTaken(last, finding) &&
    !ends.test(view.folded(last))
  )
    last += 1
  return range(cue.last, last)
}

const ends =
  /^(?:[,:;()—–]|in|at|on|during|via|that|monday|tuesday|wednesday|thursday|friday|saturday|sunday|last|this|to)$|^$/
