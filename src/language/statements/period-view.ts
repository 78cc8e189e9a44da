import type { Quotation } from './quotations.ts'
import type { Period, Range, Scan } from './scan.ts'

/** One period of a text to look around in: outside of it there are no words. */
export class PeriodView {
  readonly scan: Scan
  readonly first: number
  readonly last: number
  /** Without the mark that ends the sentence. */
  readonly end: number
  readonly opensParagraph: boolean

  constructor(scan: Scan, { first, last, opensParagraph }: Period) {
    this.scan = scan
    this.first = first
    this.last = last
    this.end = /^[.!?…]+$/.test(this.text(last - 1)) ? last - 1 : last
    this.opensParagraph = opensParagraph
  }

  text(at: number): string {
    return this.scan.tokens[at]?.text ?? ''
  }

  folded(at: number): string {
    return at >= this.first && at < this.last ? (this.scan.tokens[at]?.folded ?? '') : ''
  }

  isWord(at: number): boolean {
    return at >= this.first && at < this.last && this.scan.tokens[at]?.kind === 'word'
  }

  /** The quotation that the token stands in. */
  quotation(at: number): Quotation | null {
    const number = at >= 0 ? this.scan.quotationAt[at] : -1
    return number === undefined || number === -1 ? null : (this.scan.quotations[number] ?? null)
  }

  isCapitalised(at: number): boolean {
    return this.isWord(at) && /^\p{Lu}/u.test(this.text(at))
  }
}

/** In words: no clause is longer, and what is, is no clause. */
export const longestClause = 400

/** Null where there is nothing in it. */
export function range(first: number, last: number): Range | null {
  return last > first ? { first, last } : null
}
