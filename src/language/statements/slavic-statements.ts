import type { SlavicCue, SlavicCues } from '../data/slavic-cues.ts'
import { type Finding, findingOf } from './finding.ts'
import { PeriodView, range } from './period-view.ts'
import type { Quotation } from './quotations.ts'
import type { Period, Range, Scan } from './scan.ts'

/** What cues say in a Russian or Ukrainian text: quotations and clauses, before or behind them. */
export function slavicStatements(scan: Scan, cues: SlavicCues): readonly Finding[] {
  return scan.periods.flatMap((period) => new SlavicPeriod(scan, period, cues).statements())
}

/** So many words may stand between a cue and «, что» or its quotation. */
const farthest = 24
const longestSubject = 16
const dash = /^[–—-]$/

class SlavicPeriod extends PeriodView {
  readonly #cues: SlavicCues

  constructor(scan: Scan, period: Period, cues: SlavicCues) {
    super(scan, period)
    this.#cues = cues
  }

  statements(): readonly Finding[] {
    const found: Finding[] = []
    let subject: Range | null = null
    let past = this.first
    for (let at = this.first; at < this.last; at += 1) {
      const finding: Finding | null = this.#phraseStatement(at) ?? this.#verbStatement(at, subject)
      if (finding === null || (this.quotation(at) !== null && at < past)) continue
      subject = finding.speaker ?? subject
      found.push(finding)
      past = Math.max(past, ...finding.content.map(({ last }) => last))
    }
    return found
  }

  #is(at: number, kind: keyof SlavicCues['words']): boolean {
    return this.#cues.words[kind].has(this.folded(at))
  }

  /** «по словам …», «по его мнению» */
  #phraseStatement(at: number): Finding | null {
    const rests = this.quotation(at) === null ? this.#cues.phrases.get(this.folded(at)) : undefined
    if (rests === undefined) return null
    for (const [rest, act] of rests) {
      const size = rest === '' ? 0 : rest.split(' ').length
      let from = at + 1
      let speaker: Range | null = null
      if (size === 1 && this.#is(from, 'possessives')) {
        speaker = range(from, from + 1)
        from += 1
      }
      if (rest !== this.#joined(from, size)) continue
      from += size
      if (speaker === null) speaker = range(from, this.#genitiveEnd(from))
      if (speaker === null) continue
      const until = Math.max(from, speaker.last)
      const content = this.#around(at, until)
      return content.length === 0
        ? null
        : findingOf(content, range(at, from), speaker, this.#mannerOf(content), act)
    }
    return null
  }

  #joined(from: number, size: number): string {
    return this.scan.tokens
      .slice(from, from + size)
      .map(({ folded }) => folded)
      .join(' ')
  }

  /** «по словам министра обороны Серова» ends before a comma, a verb of saying or what is no part of a name. */
  #genitiveEnd(from: number): number {
    let at = from
    for (; at < this.end && at - from < longestSubject; at += 1) {
      if (/^[,;:()–—]$/.test(this.text(at)) || (this.text(at) === '-' && at > from)) break
      if (at > from && (this.#is(at, 'prepositions') || this.#is(at, 'adverbs'))) break
      if (at > from && this.isCapitalised(at - 1) && !this.isCapitalised(at) && this.isWord(at)) break
    }
    return at
  }

  /** What is said beside an inserted phrase: the sentence without it, from behind its comma. */
  #around(first: number, last: number): readonly Range[] {
    const isInserted = /^[,–—-]$/.test(this.text(first - 1)) && first > this.first
    const before = isInserted ? range(this.#sentenceStart(), first - 1) : null
    const opensLate = /^[,–—-]$/.test(this.text(last))
    const behind = last < this.end ? range(opensLate ? last + 1 : last, this.#clauseEnd(last + 1)) : null
    if (before === null && !isInserted && first > this.first + 4 && behind === null)
      return [range(this.#sentenceStart(), first)].filter((part) => part !== null)
    return [before, behind].flatMap((part) => (part === null ? [] : this.#withoutMarks(part)))
  }

  /** Quotation marks around all of it are none of it. */
  #withoutMarks({ first, last }: Range): readonly Range[] {
    const quotation = this.quotation(first)
    if (quotation === null || quotation.open !== first || quotation.close < last - 1) return [{ first, last }]
    return [{ first: quotation.first, last: Math.min(quotation.last, last) }]
  }

  #mannerOf(content: readonly Range[]): Finding['manner'] {
    return content.every(({ first }) => this.quotation(first) !== null) ? 'direct' : 'reported'
  }

  /** The period without a dash that opens a line of dialogue. */
  #sentenceStart(): number {
    return dash.test(this.text(this.first)) ? this.first + 1 : this.first
  }

  #verbStatement(at: number, subjectBefore: Range | null): Finding | null {
    const cue = this.#cues.verbs.get(this.folded(at))
    if (cue === undefined || cue.form === 'infinitive') return null
    if (this.quotation(at) !== null) return this.#withinQuotation(at, cue)
    if (/^(?:не|ни)$/.test(this.folded(at - 1))) return null
    return (
      this.#quoted(at, cue, subjectBefore) ??
      this.#colon(at, cue, subjectBefore) ??
      this.#clause(at, cue, subjectBefore) ??
      this.#inserted(at, cue) ??
      this.#about(at, cue, subjectBefore) ??
      this.#object(at, cue, subjectBefore)
    )
  }

  /** «Мы уедем, — сказал Серов, — и вернёмся» within one pair of marks. */
  #withinQuotation(at: number, cue: SlavicCue): Finding | null {
    const quotation = this.quotation(at)
    if (quotation === null || cue.clause === null || !this.#isAfterDash(at)) return null
    const subject = this.#subjectBehind(at + 1, cue)
    if (subject === null) return null
    const until = this.#insertionEnd(subject.last)
    if (until === null) return null
    const content = [range(quotation.first, this.#beforeDash(at)), range(until, quotation.last)]
    return findingOf(
      content.filter((part) => part !== null),
      range(at, at + 1),
      subject,
      'direct',
      cue.clause,
    )
  }

  #isAfterDash(at: number): boolean {
    return (
      dash.test(this.text(at - 1)) &&
      (/^[,!?.…]+$/.test(this.text(at - 2)) || this.quotation(at - 2) !== null)
    )
  }

  /** Before «, —». */
  #beforeDash(at: number): number {
    return this.text(at - 2) === ',' ? at - 2 : at - 1
  }

  /** Behind «, —» or «. —» that closes an insertion, or null. */
  #insertionEnd(from: number): number | null {
    for (let at = from; at < this.last && at - from <= farthest; at += 1) {
      if (/^[,.:]$/.test(this.text(at)) && dash.test(this.text(at + 1))) return at + 2
      if (dash.test(this.text(at))) return at + 1
      if (/^[!?…]/.test(this.text(at))) return null
    }
    return null
  }

  /** A quotation that ends before the cue or its subject («…», — сказал он), with what goes on behind. */
  #quoted(at: number, cue: SlavicCue, subjectBefore: Range | null): Finding | null {
    if (cue.clause === null) return null
    const subject = this.#subject(at, cue)
    const from = subject.first < at ? subject.first : at
    let start = from
    while (
      start > this.first &&
      at - start <= 8 &&
      this.quotation(start - 1) === null &&
      !this.#endsClause(start - 1)
    )
      start -= 1
    const quotation = this.#quotationBefore(start)
    if (quotation !== null && this.#isSpeech(quotation)) {
      const by = this.#rangeOf(subject) ?? subjectBefore
      const behind = this.#quotationBehind(Math.max(at + 1, subject.last))
      const content = [quotation, behind].filter((each) => each !== null)
      return findingOf(
        content.map(({ first, last }) => ({ first, last })),
        range(at, at + 1),
        by,
        'direct',
        cue.clause,
      )
    }
    return this.#isAfterDash(at) ? this.#unmarked(at, cue, this.#rangeOf(subject)) : null
  }

  #rangeOf({ first, last }: Range): Range | null {
    return range(first, last)
  }

  #endsClause(at: number): boolean {
    return /^[,;:.!?…()–—-]+$/.test(this.text(at))
  }

  /** The quotation that a comma and a dash part from here. */
  #quotationBefore(from: number): Quotation | null {
    let at = from
    if (dash.test(this.text(at - 1))) at -= 1
    if (/^[,.]$/.test(this.text(at - 1)) && this.quotation(at - 1) === null) at -= 1
    const quotation = at === from && at === this.first ? null : this.quotation(at - 1)
    return quotation?.close === at ? quotation : null
  }

  #isSpeech({ first, last, open }: Quotation): boolean {
    return last - first >= 4 || open === this.first || /^[.!?…,]+$/.test(this.text(last - 1))
  }

  #quotationBehind(from: number): Quotation | null {
    for (let at = from; at < this.last && at - from <= farthest; at += 1) {
      const quotation = this.quotation(at)
      if (quotation !== null)
        return quotation.open === at && this.#isSpeech(quotation) && this.#endsClause(at - 1)
          ? quotation
          : null
    }
    return null
  }

  /** A line of dialogue: — Мы уедем, — сказала Серова. — Завтра. */
  #unmarked(at: number, cue: SlavicCue, subject: Range | null): Finding | null {
    if (cue.clause === null) return null
    const start = this.#sentenceStart()
    const before = range(start, this.#beforeDash(at))
    if (before === null) return null
    const until = this.#insertionEnd(subject?.last ?? at + 1)
    const behind = until === null ? null : range(until, this.end)
    const content = [before, behind].filter((part) => part !== null)
    return findingOf(content, range(at, at + 1), subject, 'direct', cue.clause)
  }

  /** «сказал: …» */
  #colon(at: number, cue: SlavicCue, subjectBefore: Range | null): Finding | null {
    if (cue.clause === null) return null
    for (let next = at + 1; next < this.last && next - at <= farthest; next += 1) {
      const quotation = this.quotation(next)
      if (quotation !== null && quotation.open === next) {
        if (next === at + 1 && this.#isSpeech(quotation))
          return this.#direct(at, cue, quotation, subjectBefore)
        next = quotation.close - 1
        continue
      }
      if (/^[;.!?…]/.test(this.text(next)) || (this.text(next) === ',' && this.#is(next + 1, 'conjunctions')))
        return null
      if (this.text(next) !== ':') continue
      const said = this.quotation(next + 1)
      if (said !== null && said.open === next + 1) return this.#direct(at, cue, said, subjectBefore)
      const content = range(dash.test(this.text(next + 1)) ? next + 2 : next + 1, this.end)
      const by = this.#rangeOf(this.#subject(at, cue)) ?? subjectBefore
      return content === null ? null : findingOf([content], range(at, at + 1), by, 'direct', cue.clause)
    }
    return null
  }

  #direct(at: number, cue: SlavicCue, { first, last }: Quotation, subjectBefore: Range | null): Finding {
    const by = this.#rangeOf(this.#subject(at, cue)) ?? subjectBefore
    return findingOf([{ first, last }], range(at, at + 1), by, 'direct', cue.clause ?? 'says')
  }

  /** «заявил …, что …» */
  #clause(at: number, cue: SlavicCue, subjectBefore: Range | null): Finding | null {
    if (cue.clause === null) return null
    const comma = this.#conjunctionBehind(at + 1)
    if (comma === -1) return null
    const content = range(comma + 1, this.#clauseEnd(comma + 2))
    const by = this.#rangeOf(this.#subject(at, cue, comma)) ?? subjectBefore
    return content === null ? null : findingOf([content], range(at, at + 1), by, 'reported', cue.clause)
  }

  /** The comma before the clause that the cue opens; one apposition may stand before it. */
  #conjunctionBehind(from: number): number {
    let commas = 0
    for (let at = from; at < this.end && at - from <= farthest; at += 1) {
      const quotation = this.quotation(at)
      if (quotation !== null) {
        at = quotation.close - 1
        continue
      }
      if (/^[;:!?]/.test(this.text(at)) || (dash.test(this.text(at)) && this.text(at) !== '-')) return -1
      if (at > from && this.#cues.verbs.get(this.folded(at))?.clause != null && !this.#is(at, 'roles'))
        return -1
      if (this.text(at) !== ',') continue
      if (this.#is(at + 1, 'conjunctions')) return at
      commas += 1
      if (commas > 1) return -1
    }
    return -1
  }

  /** «…, сообщил министр.», «Как сообщил министр, …» */
  #inserted(at: number, cue: SlavicCue): Finding | null {
    if (cue.clause === null || cue.form === 'gerund') return null
    const isAs = /^(?:как|як)$/.test(this.folded(at - 1))
    const first = isAs ? at - 1 : at
    if (!isAs && this.text(at - 1) !== ',') return null
    const subject = this.#subjectBehind(at + 1, cue)
    if (subject === null) return null
    let last = subject.last
    while (last < this.end && !/^[,;–—-]$/.test(this.text(last)) && last - subject.last < farthest) last += 1
    if (!isAs && last < this.end && this.text(last) === ',' && this.#is(last + 1, 'conjunctions')) return null
    const content = this.#around(first, last)
    return content.length === 0
      ? null
      : findingOf(content, range(at, at + 1), subject, this.#mannerOf(content), cue.clause)
  }

  /** «заявил о планах …» */
  #about(at: number, cue: SlavicCue, subjectBefore: Range | null): Finding | null {
    if (cue.about === null) return null
    for (let next = at + 1; next < this.end && next - at <= 8; next += 1) {
      if (/^[,;:–—]$/.test(this.text(next))) return null
      if (!/^(?:о|об|про)$/.test(this.folded(next))) continue
      const content = range(next, this.#clauseEnd(next + 1))
      const by = this.#rangeOf(this.#subject(at, cue, next)) ?? subjectBefore
      return content === null ? null : findingOf([content], range(at, at + 1), by, 'reported', cue.about)
    }
    return null
  }

  /** «поблагодарил соседей за помощь» */
  #object(at: number, cue: SlavicCue, subjectBefore: Range | null): Finding | null {
    if (cue.object === null || !this.isWord(at + 1)) return null
    const content = range(at + 1, this.#clauseEnd(at + 2))
    const by = this.#rangeOf(this.#subjectBefore(at)) ?? subjectBefore
    return content === null || by === null
      ? null
      : findingOf([content], range(at, at + 1), by, 'reported', cue.object)
  }

  /** Where what is said ends: with the sentence, or before the teller's own words. */
  #clauseEnd(from: number): number {
    for (let at = from; at < this.end; at += 1) {
      const quotation = this.quotation(at)
      if (quotation !== null) {
        at = quotation.close - 1
        continue
      }
      if (this.text(at) === ';') return at
      if (this.text(at) === ',' && this.#isTellerBehind(at + 1)) return at
      if (dash.test(this.text(at)) && this.#cues.verbs.get(this.folded(at + 1))?.clause === 'says')
        return this.text(at - 1) === ',' ? at - 1 : at
    }
    return this.end
  }

  /** «, сообщает агентство», «, добавив, что», «, по словам …» */
  #isTellerBehind(at: number): boolean {
    const cue = this.#cues.verbs.get(this.folded(at))
    if (cue?.clause === 'says' && cue.form !== 'infinitive') return true
    const isAnd = /^(?:и|а|но|та|й|і|але)$/.test(this.folded(at))
    const next = this.#cues.verbs.get(this.folded(at + 1))
    return isAnd && next?.clause === 'says' && next.form !== 'infinitive'
  }

  /** Who says it: before the cue, or behind it; an empty range where nobody is found. */
  #subject(at: number, cue: SlavicCue, until = this.end): Range {
    if (cue.form === 'impersonal') return this.#documentBehind(at + 1) ?? { first: at, last: at }
    const before = this.#subjectBefore(at)
    if (before.last > before.first) return before
    return this.#subjectBehind(at + 1, cue, until) ?? { first: at, last: at }
  }

  /** «в сообщении министерства» of «говорится в сообщении министерства». */
  #documentBehind(from: number): Range | null {
    if (!/^(?:в|во|у|на)$/.test(this.folded(from))) return null
    return range(from + 1, this.#genitiveEnd(from + 1))
  }

  #subjectBefore(at: number): Range {
    const start = this.#clauseStart(at)
    const first = this.#nominative(start, at)
    return first === -1 ? { first: at, last: at } : { first, last: this.#nominativeEnd(first, at) }
  }

  #clauseStart(until: number): number {
    let at = until
    for (; at > this.first && until - at < 30; at -= 1) {
      const quotation = this.quotation(at - 1)
      if (quotation !== null) {
        if (this.#isSpeech(quotation)) return at
        at = quotation.open + 1
        continue
      }
      const text = this.text(at - 1)
      if (text === ',') {
        const opening = this.#appositionStart(at - 1)
        if (opening === -1 || at < until) return at
        at = opening + 1
        continue
      }
      if (/^[;:()!?…–—]+$/.test(text)) return at
      if (text === '-') return at
      if (at < until && this.#is(at - 1, 'subordinators')) return this.#is(at - 1, 'pronouns') ? at - 1 : at
    }
    return at
  }

  #appositionStart(comma: number): number {
    for (let at = comma - 1; at > this.first && comma - at < longestSubject; at -= 1) {
      if (this.quotation(at) !== null && this.#isSpeech(this.quotation(at) as Quotation)) return -1
      if (this.text(at) === ',') return at
      if (/^[;:–—]$/.test(this.text(at))) return -1
    }
    return -1
  }

  /** Where a subject begins: a pronoun, an office or a name that no preposition governs; -1 for none. */
  #nominative(first: number, last: number): number {
    let governed = false
    let adjective = -1
    for (let at = first; at < last; at += 1) {
      const quotation = this.quotation(at)
      if (quotation !== null && quotation.open === at) {
        at = quotation.close - 1
        continue
      }
      if (this.#is(at, 'prepositions')) {
        governed = true
        adjective = -1
        continue
      }
      if (this.#is(at, 'pronouns') && !governed) return at
      if (this.#is(at, 'roles')) return adjective === -1 ? at : adjective
      if (this.#is(at, 'adverbs') || this.#is(at, 'datives') || this.#is(at, 'pronouns')) continue
      if (!this.isWord(at)) continue
      if (/(?:ый|ий|ой|ая|яя|ые|ие|ий|а|і|ій)$/.test(this.folded(at)) && !governed)
        adjective = adjective === -1 ? at : adjective
      else if (!this.isCapitalised(at) && governed) continue
      const isName = this.isCapitalised(at) && (at > this.first || !governed)
      if (governed && isName && this.#is(at - 1, 'prepositions')) continue
      if (isName) return adjective === -1 ? at : adjective
      if (!governed) return adjective === -1 ? at : adjective
    }
    return adjective
  }

  #nominativeEnd(first: number, last: number): number {
    if (this.#is(first, 'pronouns')) return first + 1
    let at = first + 1
    for (; at < last; at += 1) {
      if (this.#is(at, 'prepositions') || this.#is(at, 'adverbs') || this.#is(at, 'datives')) break
      if (/^[,;:()–—]$/.test(this.text(at)) || this.text(at) === '-') break
    }
    return at
  }

  #subjectBehind(from: number, { form }: SlavicCue, until = this.end): Range | null {
    if (form === 'gerund') return null
    let end = from
    while (
      end < until &&
      end - from < longestSubject &&
      !/^[,;:.!?…–—]+$/.test(this.text(end)) &&
      !(this.text(end) === '-')
    )
      end += 1
    const first = this.#nominative(from, end)
    return first === -1 ? null : range(first, this.#nominativeEnd(first, end))
  }
}
