import { type EnglishCue, type EnglishCues, englishCues } from '../data/english-cues.ts'
import { PeriodView } from './period-view.ts'
import type { Quotation } from './quotations.ts'

const { verbs, words } = englishCues

/** A period of an English text. */
export class EnglishView extends PeriodView {
  is(at: number, kind: keyof EnglishCues['words']): boolean {
    return words[kind].has(this.folded(at))
  }

  /** The form of a cue is a noun here («his claims», «the report»). */
  isNoun(at: number, { form }: EnglishCue): boolean {
    if (form === 'past' || form === 'participle') return this.is(at - 1, 'determiners')
    const before = this.folded(at - 1)
    if (words.determiners.has(before) || (words.prepositions.has(before) && before !== 'to')) return true
    if (/['’]s?$/.test(before)) return true
    if (form === 'gerund') return false
    if (form === 'base')
      return !(
        before === 'to' ||
        words.subjects.has(before) ||
        /[^s]s$/.test(before) ||
        words.subordinators.has(before)
      )
    return at === this.first
  }

  /** A verb, as far as its form tells. */
  isVerb(at: number): boolean {
    if (!this.isWord(at) || this.isCapitalised(at)) return false
    if (this.is(at, 'auxiliaries')) return true
    const cue = verbs.get(this.folded(at))
    if (cue !== undefined) return !cue.isAmbiguous && !this.isNoun(at, cue)
    return /[a-z]{2}ed$/.test(this.folded(at))
  }

  isClauseEnd(at: number): boolean {
    return at >= this.end || /^[,;:)—–]$/.test(this.text(at))
  }

  /** A title or a scare quote. */
  isShort({ first, last }: Quotation): boolean {
    return last - first <= 5 && !/[,.!?]/.test(this.text(last - 1))
  }
}
