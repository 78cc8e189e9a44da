import type { SlavicCues } from '../data/slavic-cues.ts'
import { PeriodView } from './period-view.ts'
import type { Quotation } from './quotations.ts'
import type { Period, Scan } from './scan.ts'

/** A period of a Russian or Ukrainian text, with the cues of its language. */
export class SlavicView extends PeriodView {
  readonly cues: SlavicCues

  constructor(scan: Scan, period: Period, cues: SlavicCues) {
    super(scan, period)
    this.cues = cues
  }

  is(at: number, kind: keyof SlavicCues['words']): boolean {
    return this.cues.words[kind].has(this.folded(at))
  }

  isDash(at: number): boolean {
    return /^[–—]$/.test(this.text(at)) || (this.text(at) === '-' && !this.#joins(at))
  }

  /** A mark that parts clauses stands here. */
  endsClause(at: number): boolean {
    return /^(?:[,;:()–—]|[.!?…]+)$/.test(this.text(at)) || this.isDash(at)
  }

  /** The hyphen of «40-летний». */
  #joins(at: number): boolean {
    const { tokens } = this.scan
    return tokens[at - 1]?.end === tokens[at]?.start && tokens[at]?.end === tokens[at + 1]?.start
  }

  /** More than a title or a word between marks. */
  isSpeech({ open, first, last }: Quotation): boolean {
    return last - first >= 4 || open === this.first || /^[.!?…,]+$/.test(this.text(last - 1))
  }
}
