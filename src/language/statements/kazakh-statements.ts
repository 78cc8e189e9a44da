import { kazakhCues } from '../data/kazakh-cues.ts'
import { type Finding, findingOf } from './finding.ts'
import { PeriodView, range } from './period-view.ts'
import type { Range, Scan } from './scan.ts'

const { says, quoting, verbs, according } = kazakhCues
const longestSpeaker = 14

/** Quotations with «деді» or «деп … айтты», what stands before «деп хабарлады», and behind «… айтуынша». */
export function kazakhStatements(scan: Scan): readonly Finding[] {
  return scan.periods.flatMap((period) => {
    const view = new PeriodView(scan, period)
    const found: Finding[] = []
    for (let at = view.first; at < view.last; at += 1) {
      if (view.quotation(at) !== null) continue
      const finding = saidAt(view, at) ?? accordingAt(view, at)
      if (finding === null) continue
      found.push(finding)
      at = Math.max(at, finding.cue?.last ?? at, finding.speaker?.last ?? at) - 1
    }
    return found
  })
}

function saidAt(view: PeriodView, at: number): Finding | null {
  const word = view.folded(at)
  const isQuoting = quoting.has(word)
  if (!isQuoting && !says.has(word)) return null
  const last = isQuoting ? verbEnd(view, at) : at + 1
  if (last === null) return null
  let end = at
  while (end > view.first && /^[,–—-]$/.test(view.text(end - 1))) end -= 1
  const quotation = view.quotation(end - 1)
  const behind = speakerBehind(view, last)
  if (quotation !== null && quotation.close === end) {
    const speaker = behind ?? range(view.first, quotation.open)
    return findingOf(
      [{ first: quotation.first, last: quotation.last }],
      range(at, last),
      speaker,
      'direct',
      'says',
    )
  }
  const said = range(view.first, end)
  return said === null || behind === null
    ? null
    : findingOf([said], range(at, last), behind, 'reported', 'says')
}

/** «деп атап өтті»: up to behind the verb. */
function verbEnd(view: PeriodView, at: number): number | null {
  for (let next = at + 1; next <= at + 4; next += 1) if (verbs.has(view.folded(next))) return next + 1
  return null
}

function speakerBehind(view: PeriodView, from: number): Range | null {
  let last = from
  while (last < view.end && last - from < longestSpeaker && !/^[,;:–—]$/.test(view.text(last))) last += 1
  return last >= view.end || view.text(last) === ',' ? range(from, last) : null
}

/** «Серіктің айтуынша, көпір жабық.» */
function accordingAt(view: PeriodView, at: number): Finding | null {
  if (!according.has(view.folded(at)) || view.text(at + 1) !== ',') return null
  const said = range(at + 2, view.end)
  const speaker = range(Math.max(view.first, at - longestSpeaker), at)
  return said === null || speaker === null
    ? null
    : findingOf([said], range(at, at + 1), speaker, 'reported', 'says')
}
