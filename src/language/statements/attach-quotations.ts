import type { Finding } from './finding.ts'
import { longestClause } from './period-view.ts'
import type { Range, Scan } from './scan.ts'

/**
 * Gives the quotations that no cue stands beside to the statement that they go on with: in its paragraph (“…,” he said.
 * “…”), where a quotation is parted between paragraphs, and where sentences behind it are quotations whole.
 */
export function attachQuotations(scan: Scan, findings: readonly Finding[]): readonly Finding[] {
  const out = findings.map((finding) => ({ ...finding, content: [...finding.content] }))
  const taken = new Map<number, (typeof out)[number]>()
  for (const finding of out)
    for (const range of finding.content)
      for (const number of quotationsIn(range)) if (!taken.has(number)) taken.set(number, finding)
  for (const [number, quotation] of scan.quotations.entries()) {
    if (taken.has(number)) continue
    const before = taken.get(number - 1)
    const period = scan.periods[scan.periodAt(quotation.open)]
    if (before === undefined || period === undefined || before.manner !== 'direct' || before.act !== 'says')
      continue
    const isWhole = period.first === quotation.open && quotation.close >= period.last - 1
    const goesOn = scan.quotations[number - 1]?.isParted === true
    if (!goesOn && !isWhole) continue
    if (!goesOn && !isNextTo(before, period.first)) continue
    before.content.push({ first: quotation.first, last: quotation.last })
    taken.set(number, before)
  }
  return out

  function quotationsIn({ first, last }: Range): readonly number[] {
    const numbers: number[] = []
    for (let at = first; at < Math.min(last, first + longestClause); at += 1) {
      const number = scan.quotationAt[at] ?? -1
      if (number === -1) continue
      numbers.push(number)
      at = (scan.quotations[number]?.close ?? at + 1) - 1
    }
    return numbers
  }

  /** The period right before this place holds the statement. */
  function isNextTo({ content, cue }: Finding, first: number): boolean {
    const before = scan.periods[scan.periodAt(first - 1)]
    const last = Math.max(cue?.last ?? 0, ...content.map((range) => range.last))
    return before !== undefined && last > before.first
  }
}
