import type { ParsedText } from '../text/parse-text.ts'
import type { Token } from '../text/tokens.ts'
import { type Quotation, quotationsOf } from './quotations.ts'

/** Places of tokens, from `first` up to but without `last`. */
export interface Range {
  readonly first: number
  readonly last: number
}

/** A text with its quotations, and cut into periods: sentences, joined where a quotation runs over their ends or stands behind a colon. */
export interface Scan {
  readonly parsed: ParsedText
  readonly tokens: readonly Token[]
  readonly quotations: readonly Quotation[]
  /** The quotation that a token stands in, its marks included, as its place in `quotations`; -1 for none. */
  readonly quotationAt: Int32Array
  readonly periods: readonly Period[]
  /** The place in `periods` of the one that holds a token. */
  periodAt(token: number): number
}

export interface Period extends Range {
  /** The first of its paragraph. */
  readonly opensParagraph: boolean
}

export function scanText(parsed: ParsedText): Scan {
  const { text, tokens, sentences } = parsed
  const quotations = quotationsOf(text, tokens)
  const quotationAt = new Int32Array(tokens.length).fill(-1)
  for (const [number, { open, close }] of quotations.entries()) quotationAt.fill(number, open, close)
  const periods: Period[] = []
  let first = 0
  for (const { last } of sentences) {
    const number = quotationAt[last] ?? -1
    if (number !== -1 && number === quotationAt[last - 1] && !breaksLine(last)) continue
    if (tokens[last - 1]?.text === ':' && quotations[number]?.open === last) continue
    periods.push({ first, last, opensParagraph: first === 0 || breaksLine(first) })
    first = last
  }
  return { parsed, tokens, quotations, quotationAt, periods, periodAt }

  function periodAt(token: number): number {
    let low = 0
    let high = periods.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((periods[middle]?.last ?? 0) > token) high = middle
      else low = middle + 1
    }
    return low
  }

  function breaksLine(at: number): boolean {
    return text.slice(tokens[at - 1]?.end, tokens[at]?.start).includes('\n')
  }
}
