import type { Mention } from '../../model/marks.ts'
import { type Finding, findingOf } from './finding.ts'
import type { Quotation } from './quotations.ts'
import type { Range, Scan } from './scan.ts'

const shortestSpeech = 4
const farthestName = 90

/**
 * Of a language whose grammar is not known here: quotations with the one person (else organisation) who is mentioned beside
 * them in the same sentence, behind a comma or a dash, or before a colon or a comma. No cue.
 */
export function quotedStatements(scan: Scan, mentions: readonly Mention[]): readonly Finding[] {
  const { tokens, periods, quotations } = scan
  return quotations.flatMap((quotation) => {
    if (quotation.last - quotation.first < shortestSpeech) return []
    const speaker = behind(quotation) ?? before(quotation)
    const content = [{ first: quotation.first, last: quotation.last }]
    return speaker === null ? [] : [findingOf(content, null, speaker, 'direct', 'says')]
  })

  function behind({ last, close }: Quotation): Range | null {
    const joint = `${tokens[last - 1]?.text ?? ''}${tokens[close]?.text ?? ''}`
    return /[,–—-]/.test(joint) ? named(close, periods[scan.periodAt(close - 1)]?.last ?? close) : null
  }

  function before({ open }: Quotation): Range | null {
    return /^[:,]$/.test(tokens[open - 1]?.text ?? '')
      ? named(periods[scan.periodAt(open)]?.first ?? open, open)
      : null
  }

  function named(first: number, last: number): Range | null {
    const start = tokens[first]?.start ?? 0
    const end = Math.min(tokens[last - 1]?.end ?? 0, start + farthestName)
    const own = mentions.filter(
      (mention) => mention.start >= start && mention.end <= end && mention.by !== 'pronoun',
    )
    const one = own.find(({ kind }) => kind === 'person') ?? own.find(({ kind }) => kind === 'organisation')
    if (one === undefined) return null
    let from = first
    while ((tokens[from]?.end ?? one.end) <= one.start) from += 1
    let until = from
    while ((tokens[until]?.start ?? one.end) < one.end) until += 1
    return until === from ? null : { first: from, last: until }
  }
}
