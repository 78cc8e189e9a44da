import type { SlavicCue, SlavicCues } from '../data/slavic-cues.ts'
import { type Finding, findingOf } from './finding.ts'
import { longestClause, range } from './period-view.ts'
import type { Quotation } from './quotations.ts'
import type { Period, Range, Scan } from './scan.ts'
import { genitiveEnd, subjectBefore, subjectBehind, subjectOf } from './slavic-subject.ts'
import { SlavicView } from './slavic-view.ts'

/** What cues say in a Russian or Ukrainian text: quotations and clauses, before or behind them. */
export function slavicStatements(scan: Scan, cues: SlavicCues): readonly Finding[] {
  return scan.periods.flatMap((period, at) =>
    new SlavicPeriod(scan, period, cues, scan.periods[at - 1] ?? null).statements(),
  )
}

/** So many words may stand between a cue and «, что» or its quotation. */
const farthest = 24
const longestPhrase = 12
const longestSmallTalk = 5
const shortestAnnounced = 5

class SlavicPeriod extends SlavicView {
  /** Where the quotations begin that a cue has taken. */
  readonly #taken = new Set<number>()
  readonly #before: Period | null
  /** Where the statements found so far end. */
  #past = 0

  constructor(scan: Scan, period: Period, cues: SlavicCues, before: Period | null) {
    super(scan, period, cues)
    this.#before = before
  }

  statements(): readonly Finding[] {
    const found: Finding[] = []
    let subject: Range | null = null
    for (let at = this.first; at < this.last; at += 1) {
      const finding = this.#withDocument(
        this.#phraseStatement(at) ?? this.#verbStatement(at, subject) ?? this.#announced(at),
      )
      if (finding === null || (this.quotation(at) !== null && this.#isTold(at)) || this.#isOwn(finding, at))
        continue
      subject = finding.speaker ?? subject
      found.push(finding)
      for (const { first } of finding.content) this.#taken.add(first)
      this.#past = Math.max(this.#past, ...finding.content.map(({ last }) => last))
    }
    return found
  }

  /** «говорится в сообщении» is the cue, and who it is of speaks. */
  #withDocument(finding: Finding | null): Finding | null {
    if (finding === null || finding.cue === null || finding.speaker === null) return finding
    const { cue, speaker } = finding
    const isDocument = this.cues.verbs.get(this.folded(cue.first))?.form === 'impersonal'
    if (!isDocument || speaker.first !== cue.last + 1 || speaker.last === speaker.first + 1) return finding
    if (this.isCapitalised(speaker.first)) return finding
    return {
      ...finding,
      cue: { first: cue.first, last: speaker.first + 1 },
      speaker: { first: speaker.first + 1, last: speaker.last },
    }
  }

  /** «Ранее мы сообщали, что …»: the outlet itself. */
  #isOwn({ speaker }: Finding, at: number): boolean {
    const verb = this.cues.verbs.get(this.folded(at))?.verb ?? ''
    return speaker !== null && this.is(speaker.first, 'we') && this.cues.words.editorial.has(verb)
  }

  /** «по словам …», «по его мнению» */
  #phraseStatement(at: number): Finding | null {
    const phrase = this.quotation(at) === null ? this.#phraseAt(at) : null
    if (phrase === null) return null
    const { speaker, act, last } = phrase
    const content = this.#around(at, Math.max(last, speaker.last))
    return content.length === 0 ? null : this.#told(content, range(at, last), speaker, act)
  }

  /** The phrase without its speaker, and the speaker, where one begins here. */
  #phraseAt(
    at: number,
  ): { readonly last: number; readonly speaker: Range; readonly act: Finding['act'] } | null {
    for (const [rest, act] of this.cues.phrases.get(this.folded(at)) ?? []) {
      const size = rest === '' ? 0 : rest.split(' ').length
      const owner = size === 1 && this.is(at + 1, 'possessives') ? range(at + 1, at + 2) : null
      const from = at + 1 + (owner === null ? 0 : 1)
      if (rest !== this.#joined(from, size)) continue
      const speaker = owner ?? range(from + size, this.#phraseEnd(from + size))
      if (speaker !== null && !this.is(speaker.first, 'subordinators'))
        return { last: from + size, speaker, act }
    }
    return null
  }

  /** The comma behind «по словам главы совета»; without one, where the genitives end. */
  #phraseEnd(from: number): number {
    for (let at = from; at < this.end && at - from <= longestPhrase; at += 1) {
      if (this.text(at) === ',') return at
      if (this.endsClause(at)) break
    }
    return genitiveEnd(this, from)
  }

  #joined(from: number, size: number): string {
    return this.scan.tokens
      .slice(from, from + size)
      .map(({ folded }) => folded)
      .join(' ')
  }

  /** What is said beside an inserted phrase: the sentence without it, from behind its comma. */
  #around(first: number, last: number): readonly Range[] {
    const isInserted = /^[,–—-]$/.test(this.text(first - 1)) && first > this.first
    const opening = isInserted ? range(this.#sentenceStart(), first - 1) : null
    const before = opening === null || this.#isSmallTalk(opening) ? null : opening
    const opensLate = /^[,–—-]$/.test(this.text(last))
    const behind = last < this.end ? range(opensLate ? last + 1 : last, this.#clauseEnd(last + 1)) : null
    if (before === null && !isInserted && first > this.first + 4 && behind === null)
      return [range(this.#sentenceStart(), first)].filter((part) => part !== null)
    return [before, behind].flatMap((part) => (part === null ? [] : this.#withoutMarks(part)))
  }

  /** «Напомним, по словам …» */
  #isSmallTalk({ first, last }: Range): boolean {
    if (last - first > longestSmallTalk) return false
    for (let at = first; at < last; at += 1)
      if (!this.is(at, 'adverbs') && !this.is(at, 'prepositions')) return false
    return true
  }

  /** Quotation marks around all of it are none of it. */
  #withoutMarks({ first, last }: Range): readonly Range[] {
    const quotation = this.quotation(first)
    if (quotation === null || quotation.open !== first || quotation.close < last - 1) return [{ first, last }]
    return [{ first: quotation.first, last: Math.min(quotation.last, last) }]
  }

  /** Direct where all of it is quoted: then it was said, whatever the cue. */
  #told(content: readonly Range[], cue: Range | null, speaker: Range | null, act: Finding['act']): Finding {
    return content.every(({ first }) => this.quotation(first) !== null)
      ? findingOf(content, cue, speaker, 'direct', 'says')
      : findingOf(content, cue, speaker, 'reported', act)
  }

  /** The period without a dash that opens a line of dialogue. */
  #sentenceStart(): number {
    return this.isDash(this.first) ? this.first + 1 : this.first
  }

  #verbStatement(at: number, speakerBefore: Range | null): Finding | null {
    const cue = this.cues.verbs.get(this.folded(at)) ?? this.#afterQuotation(at)
    if (cue === undefined || cue.form === 'infinitive') return null
    if (this.quotation(at) !== null) return this.#withinQuotation(at, cue)
    if (this.is(at - 1, 'negations')) return null
    return (
      (this.is(at - 1, 'as') ? this.#inserted(at, cue) : null) ??
      this.#quoted(at, cue, speakerBefore) ??
      this.#colon(at, cue, speakerBefore) ??
      this.#clause(at, cue, speakerBefore) ??
      this.#inserted(at, cue) ??
      (this.#isTold(at)
        ? null
        : (this.#ofWhat(at, cue) ??
          this.#about(at, cue, speakerBefore) ??
          this.#object(at, cue, speakerBefore)))
    )
  }

  /** «… и добавил» goes on with the speaker before. */
  #speaker(
    at: number,
    { form }: SlavicCue,
    speakerBefore: Range | null,
    until: number = this.end,
  ): Range | null {
    if (speakerBefore !== null && this.is(at - 1, 'and')) return speakerBefore
    return subjectOf(this, at, form, until) ?? speakerBefore
  }

  /** Within what another says already. */
  #isTold(at: number): boolean {
    return at < this.#past
  }

  /** Any verb right behind a quotation and a dash tells whose it is («…», — возмущается Серов). */
  #afterQuotation(at: number): SlavicCue | undefined {
    if (!this.isDash(at - 1) || this.quotation(at) !== null) return undefined
    const close = this.text(at - 2) === ',' ? at - 3 : at - 2
    const form = this.quotation(close) === null ? null : formOf(this.folded(at))
    return form === null
      ? undefined
      : { verb: this.folded(at), clause: 'says', about: null, object: null, form }
  }

  /** «Мы уедем, — сказал Серов, — и вернёмся» within one pair of marks. */
  #withinQuotation(at: number, cue: SlavicCue): Finding | null {
    const quotation = this.quotation(at)
    if (quotation === null || cue.clause === null || !this.#isAfterDash(at)) return null
    const subject = subjectBehind(this, at + 1, cue.form)
    if (subject === null) return null
    const until = this.#insertionEnd(subject.last)
    if (until === null) return null
    const content = [range(quotation.first, this.#beforeDash(at)), range(until, quotation.last)]
    return findingOf(
      content.filter((part) => part !== null),
      range(at, at + 1),
      subject,
      'direct',
      'says',
    )
  }

  #isAfterDash(at: number): boolean {
    return this.isDash(at - 1) && (/^[,!?.…]+$/.test(this.text(at - 2)) || this.quotation(at - 2) !== null)
  }

  /** Before «, —». */
  #beforeDash(at: number): number {
    return this.text(at - 2) === ',' ? at - 2 : at - 1
  }

  /** Behind «, —» or «. —» that closes an insertion, or null. */
  #insertionEnd(from: number): number | null {
    for (let at = from; at < this.last && at - from <= farthest; at += 1) {
      if (/^[,.:]$/.test(this.text(at)) && this.isDash(at + 1)) return at + 2
      if (this.isDash(at)) return at + 1
      if (/^[!?…]/.test(this.text(at))) return null
    }
    return null
  }

  /** A quotation that ends before the cue or its subject («…», — сказал он), with what goes on behind. */
  #quoted(at: number, cue: SlavicCue, speakerBefore: Range | null): Finding | null {
    if (cue.clause === null) return null
    const subject = subjectOf(this, at, cue.form)
    const from = subject !== null && subject.first < at ? subject.first : at
    let start = from
    while (
      start > this.first &&
      at - start <= 8 &&
      this.quotation(start - 1) === null &&
      !this.endsClause(start - 1)
    )
      start -= 1
    const quotation = this.#quotationBefore(start)
    if (quotation !== null && this.isSpeech(quotation)) {
      const by = subject ?? speakerBefore
      const behind = this.#quotationBehind(Math.max(at + 1, subject?.last ?? 0))
      const content = [quotation, behind].filter((each) => each !== null)
      return findingOf(
        content.map(({ first, last }) => ({ first, last })),
        range(at, at + 1),
        by,
        'direct',
        'says',
      )
    }
    return this.#isAfterDash(at) ? this.#unmarked(at, cue, subject) : null
  }

  /** The quotation that a comma and a dash part from here. */
  #quotationBefore(from: number): Quotation | null {
    let at = from
    if (this.isDash(at - 1)) at -= 1
    if (/^[,.]$/.test(this.text(at - 1)) && this.quotation(at - 1) === null) at -= 1
    const quotation = at === from && at === this.first ? null : this.quotation(at - 1)
    return quotation?.close === at && !this.#taken.has(quotation.first) ? quotation : null
  }

  #quotationBehind(from: number): Quotation | null {
    for (let at = from; at < this.last && at - from <= farthest; at += 1) {
      const quotation = this.quotation(at)
      if (quotation !== null)
        return quotation.open === at && this.isSpeech(quotation) && this.endsClause(at - 1) ? quotation : null
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
    return findingOf(content, range(at, at + 1), subject, 'direct', 'says')
  }

  /** «сказал: …» */
  #colon(at: number, cue: SlavicCue, speakerBefore: Range | null): Finding | null {
    if (cue.clause !== 'says') return null
    let hasComma = false
    for (let next = at + 1; next < this.last && next - at <= farthest; next += 1) {
      const quotation = this.quotation(next)
      if (quotation !== null && quotation.open === next) {
        const isNear =
          next === at + 1 || (next - at <= 3 && quotation.last - quotation.first >= shortestAnnounced)
        if (isNear && this.isSpeech(quotation)) return this.#direct(at, cue, quotation, speakerBefore)
        next = quotation.close - 1
        continue
      }
      if (/^[;.!?…]/.test(this.text(next)) || (this.text(next) === ',' && this.is(next + 1, 'conjunctions')))
        return null
      if (this.text(next) === ',') hasComma = true
      if (this.text(next) !== ':') continue
      const said = this.quotation(next + 1)
      if (said !== null && said.open === next + 1) return this.#direct(at, cue, said, speakerBefore)
      if (hasComma) return null
      const content = range(this.isDash(next + 1) ? next + 2 : next + 1, this.end)
      const by = this.#speaker(at, cue, speakerBefore)
      return content === null ? null : findingOf([content], range(at, at + 1), by, 'direct', 'says')
    }
    return null
  }

  #direct(at: number, cue: SlavicCue, { first, last }: Quotation, speakerBefore: Range | null): Finding {
    const by = this.#speaker(at, cue, speakerBefore)
    return findingOf([{ first, last }], range(at, at + 1), by, 'direct', 'says')
  }

  /** A quotation that a colon announces, where no cue has taken it («Надпись гласит: …»). */
  #announced(at: number): Finding | null {
    const quotation = this.quotation(at)
    if (quotation?.open !== at || this.text(at - 1) !== ':' || at - 1 <= this.first) return null
    if (this.#taken.has(quotation.first) || quotation.last - quotation.first < shortestAnnounced) return null
    const speaker = subjectBefore(this, at - 1, 'other')
    return findingOf([{ first: quotation.first, last: quotation.last }], null, speaker, 'direct', 'says')
  }

  /** «заявил …, что …» */
  #clause(at: number, cue: SlavicCue, speakerBefore: Range | null): Finding | null {
    if (cue.clause === null) return null
    const comma = this.#conjunctionBehind(at + 1)
    if (comma === -1) return null
    const content = range(comma + 1, this.#clauseEnd(comma + 2))
    const by = this.#speaker(at, cue, speakerBefore, comma)
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
      if (/^[;:!?]/.test(this.text(at)) || (this.isDash(at) && this.text(at) !== '-')) return -1
      if (at > from && this.cues.verbs.get(this.folded(at))?.clause != null && !this.is(at, 'roles'))
        return -1
      if (this.text(at) !== ',') continue
      if (this.is(at + 1, 'conjunctions') || (at - from < 2 && this.is(at + 1, 'questions'))) return at
      commas += 1
      if (commas > 1) return -1
    }
    return -1
  }

  /** «…, сообщил министр.», «Как сообщил министр, …» */
  #inserted(at: number, cue: SlavicCue): Finding | null {
    if (cue.clause === null || cue.form === 'gerund') return null
    const isAs = this.is(at - 1, 'as')
    const first = isAs ? at - 1 : at
    if (!isAs && this.text(at - 1) !== ',') return null
    const subject = subjectBehind(this, at + 1, cue.form)
    if (subject === null) return null
    let last = subject.last
    while (last < this.end && !/^[,;–—-]$/.test(this.text(last)) && last - subject.last < farthest) last += 1
    if (!isAs && last < this.end && this.text(last) === ',' && this.is(last + 1, 'conjunctions')) return null
    const content = this.#around(first, last)
    return content.length === 0 ? null : this.#told(content, range(first, at + 1), subject, cue.clause)
  }

  /** «…, о чём сообщил Серов» tells of the clause before, «Об этом сообщил Серов» of the sentence before. */
  #ofWhat(at: number, cue: SlavicCue): Finding | null {
    if (cue.about === null) return null
    for (let from = at - 1; from >= Math.max(this.first, at - 4); from -= 1) {
      if (!this.is(from, 'that') || !this.is(from - 1, 'about')) continue
      const start = from - 1
      const opensClause = start > this.first && this.text(start - 1) === ','
      const content = opensClause
        ? range(this.#sentenceStart(), start - 1)
        : start === this.first
          ? this.#sentenceBefore()
          : null
      const speaker = subjectOf(this, at, cue.form)
      return content === null ? null : findingOf([content], range(at, at + 1), speaker, 'reported', cue.about)
    }
    return null
  }

  #sentenceBefore(): Range | null {
    if (this.#before === null) return null
    const { first, last } = this.#before
    return range(first, /^[.!?…]+$/.test(this.text(last - 1)) ? last - 1 : last)
  }

  /** «заявил о планах …» */
  #about(at: number, cue: SlavicCue, speakerBefore: Range | null): Finding | null {
    if (cue.about === null) return null
    for (let next = at + 1; next < this.end && next - at <= 8; next += 1) {
      if (/^[,;:–—]$/.test(this.text(next))) return null
      if (!this.is(next, 'about')) continue
      const content = range(next, this.#clauseEnd(next + 1))
      const by = this.#speaker(at, cue, speakerBefore, next)
      return content === null ? null : findingOf([content], range(at, at + 1), by, 'reported', cue.about)
    }
    return null
  }

  /** «поблагодарил соседей за помощь» */
  #object(at: number, cue: SlavicCue, speakerBefore: Range | null): Finding | null {
    if (cue.object === null || !this.isWord(at + 1)) return null
    const content = range(at + 1, this.#clauseEnd(at + 2))
    const by = subjectBefore(this, at, cue.form) ?? speakerBefore
    return content === null || by === null || this.is(by.first, 'subordinators')
      ? null
      : findingOf([content], range(at, at + 1), by, 'reported', cue.object)
  }

  /** Where what is said ends: with the sentence, or before the teller's own words. */
  #clauseEnd(from: number): number {
    const end = Math.min(this.end, from + longestClause)
    for (let at = from; at < end; at += 1) {
      const quotation = this.quotation(at)
      if (quotation !== null) {
        at = quotation.close - 1
        continue
      }
      if (this.text(at) === ';' || this.#addsAt(at)) return at
      if (this.text(at) === ',' && this.#isTellerBehind(at + 1)) return at
      if (this.isDash(at) && this.cues.verbs.get(this.folded(at + 1))?.clause === 'says')
        return this.text(at - 1) === ',' ? at - 1 : at
    }
    return end
  }

  /** «… и добавил, что …» */
  #addsAt(at: number): boolean {
    if (!this.is(at, 'and') || this.text(at + 2) !== ',') return false
    const cue = this.cues.verbs.get(this.folded(at + 1))
    return cue?.clause === 'says' && cue.form !== 'infinitive' && this.is(at + 3, 'conjunctions')
  }

  /** «, сообщает агентство», «, добавив, что», «, по словам …» */
  #isTellerBehind(at: number): boolean {
    const cue = this.cues.verbs.get(this.folded(at))
    if (cue?.clause === 'says' && cue.form !== 'infinitive') return true
    const isAnd = /^(?:и|а|но|та|й|і|але)$/.test(this.folded(at))
    const next = this.cues.verbs.get(this.folded(at + 1))
    if (next?.clause === 'says' && next.form !== 'infinitive') return isAnd
    return isAnd && this.#phraseAt(at + 1) !== null
  }
}

/** What the ending of any finite verb tells, or null. */
function formOf(word: string): SlavicCue['form'] | null {
  if (/[аиыяеі]ла(?:с[яь])?$/.test(word)) return 'feminine'
  if (/(?:[аиыяеі]ли(?:с[яь])?|[аяую]ют(?:ся)?|[аяую]ють(?:ся)?)$/.test(word)) return 'plural'
  if (/(?:[аиыяе]л(?:ся)?|[аиіяу]в(?:ся)?)$/.test(word)) return 'masculine'
  return /(?:[аяуюие]ет(?:ся)?|ит(?:ся)?|[аяуює]є(?:ться)?)$/.test(word) ? 'other' : null
}
