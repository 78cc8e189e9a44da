import { type EnglishCue, englishCues } from '../data/english-cues.ts'
import { mainSubject, phraseEnd, type Subject, subjectOf } from './english-subject.ts'
import { EnglishView } from './english-view.ts'
import { type Finding, findingOf } from './finding.ts'
import { longestClause, range } from './period-view.ts'
import type { Quotation } from './quotations.ts'
import type { Range, Scan } from './scan.ts'

/** What cues say in an English text: quotations beside them, clauses, infinitives and objects behind them. */
export function englishStatements(scan: Scan): readonly Finding[] {
  const found: Finding[] = []
  for (const period of scan.periods) found.push(...new EnglishPeriod(scan, period).statements())
  return found
}

const { verbs, nouns, words } = englishCues
/** «said in an interview with the paper: “…”»: so many words may part a cue from its quotation. */
const farthestQuotation = 14
const longestAddressee = 12
const shortestAnnounced = 4
const anyVerb: EnglishCue = {
  verb: '',
  form: 'past',
  clause: null,
  infinitive: null,
  object: null,
  isAddressed: false,
  isAmbiguous: false,
  particles: new Set(),
  needsParticle: false,
}

interface VerbGroup extends Range {
  readonly cue: EnglishCue
  readonly isPassive: boolean
  readonly isNegated: boolean
}

class EnglishPeriod extends EnglishView {
  /** Where the statements found so far end. */
  #past = 0
  /** Where the quotations begin that a cue has taken. */
  readonly #taken = new Set<number>()

  statements(): readonly Finding[] {
    const found: Finding[] = []
    let subject: Range | null = null
    for (let at = this.first; at < this.last; at += 1) {
      if (this.scan.quotationAt[at] !== -1) continue
      const finding: Finding | null =
        this.#accordingTo(at) ??
        this.#nounStatement(at) ??
        this.#verbStatement(at, subject) ??
        this.#announced(at)
      if (finding === null) continue
      subject = finding.speaker ?? subject
      found.push(finding)
      for (const { first } of finding.content) this.#taken.add(first)
      this.#past = Math.max(this.#past, ...finding.content.map(({ last }) => last))
    }
    return found
  }

  #accordingTo(at: number): Finding | null {
    if (this.folded(at) !== 'according' || this.folded(at + 1) !== 'to') return null
    const last = phraseEnd(this, at + 2)
    const speaker = range(at + 2, last)
    const content =
      at === this.first || (this.text(at - 1) !== ',' && last < this.end && this.text(last) === ',')
        ? range(last + 1, this.end)
        : range(this.first, this.text(at - 1) === ',' ? at - 1 : at)
    if (content === null) return null
    return findingOf([content], range(at, at + 2), speaker, 'reported', 'says')
  }

  /** «the claim that …» */
  #nounStatement(at: number): Finding | null {
    const act = nouns.get(this.folded(at))
    if (act === undefined || this.folded(at + 1) !== 'that') return null
    const content = range(at + 1, this.#clauseEnd(at + 2))
    return content === null
      ? null
      : findingOf([content], range(at, at + 1), this.#possessor(at), 'reported', act)
  }

  /** «Hale» of «Hale's claim». */
  #possessor(at: number): Range | null {
    for (let from = at - 1; from >= Math.max(this.first, at - 4); from -= 1)
      if (/['’]s?$/.test(this.text(from)) || /^(?:his|her|their|its|my|our|your)$/.test(this.folded(from)))
        return range(from, from + 1)
    return null
  }

  #verbStatement(at: number, subjectBefore: Range | null): Finding | null {
    const group = this.#verbGroup(at)
    if (group === null) return null
    const { cue } = group
    if (group.isNegated && cue.clause === 'says' && cue.verb !== 'deny') return null
    const subject = subjectOf(this, group, cue.form !== 'gerund' && group.first === group.last - 1)
    const by = subject.speaker ?? subjectBefore ?? mainSubject(this)
    return (
      (takesQuotation(cue) ? this.#quoted(group, subject, by) : null) ??
      (group.isPassive ? null : this.#clause(group, subject, by)) ??
      (at < this.#past ? null : (this.#infinitive(group, by) ?? this.#object(group, by)))
    )
  }

  /** Hale: “…” */
  #announced(at: number): Finding | null {
    const quotation = this.quotation(at + 1)
    if (this.text(at) !== ':' || quotation?.open !== at + 1) return null
    if (quotation.last - quotation.first < shortestAnnounced || this.#taken.has(quotation.first)) return null
    const { speaker } = subjectOf(this, { first: at, last: at + 1 }, false)
    return findingOf(
      [{ first: quotation.first, last: quotation.last }],
      range(at, at + 1),
      speaker ?? mainSubject(this),
      'direct',
      'says',
    )
  }

  /** Any verb in the past tells whose a quotation is when it touches it (“Go!” boomed Hale; Hale boomed: “Go!”). */
  #besideQuotation(at: number): EnglishCue | undefined {
    if (!/[a-z]{2}ed$/.test(this.folded(at)) || this.isCapitalised(at)) return undefined
    const next = this.text(at + 1)
    const isBefore = /^[,:]$/.test(next) && this.quotation(at + 2)?.open === at + 2
    const isBehind = this.quotation(at - 1)?.close === at && this.isCapitalised(at + 1)
    return isBefore || isBehind ? { ...anyVerb, verb: this.folded(at) } : undefined
  }

  #verbGroup(at: number): VerbGroup | null {
    const cue = verbs.get(this.folded(at)) ?? this.#besideQuotation(at)
    if (cue === undefined || (this.text(at) !== this.text(at).toLowerCase() && at !== this.first)) return null
    let first = at
    let isNegated = false
    let isPassive = false
    while (this.#isHelper(first - 1)) {
      first -= 1
      isNegated ||= this.is(first, 'negations')
      isPassive ||= this.is(first, 'be')
    }
    isPassive &&= cue.form === 'past' || cue.form === 'participle'
    if (cue.isAmbiguous && first === at && (this.isNoun(at, cue) || this.#isNounBefore(at, cue))) return null
    if (cue.form === 'base' && first === at && this.is(at - 1, 'determiners')) return null
    if (/^(?:the|a|an|his|her|its|their)$/.test(this.folded(at - 1))) return null
    const last = cue.particles.has(this.folded(at + 1)) ? at + 2 : at + 1
    if (cue.needsParticle && last === at + 1) return null
    return { first, last, cue, isNegated, isPassive }
  }

  /** «attacks of», «ruling since»: what no particle of the verb is goes with a noun. */
  #isNounBefore(at: number, { form, particles }: EnglishCue): boolean {
    const next = this.folded(at + 1)
    return form !== 'past' && /^(?:of|since|in|by|from|at|between)$/.test(next) && !particles.has(next)
  }

  #isHelper(at: number): boolean {
    if (!this.isWord(at) || this.scan.quotationAt[at] !== -1) return false
    const word = this.folded(at)
    return words.auxiliaries.has(word) || words.adverbs.has(word) || /..ly$/.test(word)
  }

  /** A quotation behind the verb, or one right before the subject. */
  #quoted({ first, last, cue }: VerbGroup, subject: Subject, by: Range | null): Finding | null {
    const behind = this.#quotationBehind(Math.max(last, subject.until), cue)
    const before = this.#quotationBefore(subject.from, subject.until)
    const quoted = [before, behind].filter((quotation) => quotation !== null)
    if (quoted.length === 0) return null
    const content = quoted.map((quotation) => ({ first: quotation.first, last: quotation.last }))
    return findingOf(content, range(first, last), by, 'direct', cue.clause ?? 'says')
  }

  #quotationBehind(from: number, { isAddressed }: EnglishCue): Quotation | null {
    for (let at = from; at < this.last && at - from <= farthestQuotation; at += 1) {
      const quotation = this.quotation(at)
      if (quotation !== null) {
        if (at !== quotation.open) return null
        return at === from ||
          /^[,:]$/.test(this.text(at - 1)) ||
          (isAddressed && at - from <= 3 && !this.isShort(quotation))
          ? quotation
          : null
      }
      if (this.folded(at) === 'that' || /^[;.!?]/.test(this.text(at))) return null
    }
    return null
  }

  /** In the period; or in the one before, where nothing is said behind the verb (“Go!” Hale said.). */
  #quotationBefore(from: number, until: number): Quotation | null {
    const close = from > this.first && /^[,—–-]$/.test(this.text(from - 1)) ? from - 1 : from
    if (close === this.first && (this.opensParagraph || !this.isClauseEnd(until))) return null
    const quotation = this.quotation(close - 1)
    return quotation === null || quotation.close !== close ? null : quotation
  }

  #clause({ first, last, cue }: VerbGroup, subject: Subject, by: Range | null): Finding | null {
    if (cue.clause === null) return null
    const cueRange = range(first, last)
    const that = this.#thatBehind(last)
    if (that !== -1) {
      const content = range(that, this.#clauseEnd(that + 1))
      return content === null ? null : findingOf([content], cueRange, by, 'reported', cue.clause)
    }
    const isTail =
      this.text(subject.from - 1) === ',' && (subject.until >= this.end || this.isClauseEnd(subject.until))
    if (isTail) {
      const start = range(this.first, subject.from - 1)
      const rest =
        this.text(subject.until) === ',' ? range(subject.until + 1, this.#clauseEnd(subject.until + 1)) : null
      const content = [start, rest].filter((part) => part !== null)
      return findingOf(content, cueRange, by, 'reported', cue.clause)
    }
    const start = cue.isAddressed ? this.#addresseeEnd(last) : last
    if (
      cue.object === null && cue.infinitive === null ? !this.#opensObject(start) : !this.#opensClause(start)
    )
      return null
    const content = range(start, this.#clauseEnd(start))
    return content === null ? null : findingOf([content], cueRange, by, 'reported', cue.clause)
  }

  #thatBehind(from: number): number {
    for (let at = from; at < this.end && at - from <= longestAddressee; at += 1) {
      const word = this.folded(at)
      if (word === 'that' && (at === from || !words.prepositions.has(this.folded(at - 1)))) return at
      if (at === from && words.questions.has(word)) return at
      if (this.quotation(at) !== null || /^[,;:—–]$/.test(this.text(at)) || (verbs.has(word) && at > from))
        return -1
    }
    return -1
  }

  #addresseeEnd(from: number): number {
    for (let at = from + 1; at < this.end && at - from <= 6; at += 1) if (this.#opensClause(at)) return at
    return from
  }

  #opensObject(at: number): boolean {
    return (
      at < this.end &&
      (this.isWord(at) || this.scan.tokens[at]?.kind === 'number' || this.quotation(at) !== null) &&
      !/^(?:in|on|at|by|as|and|or|but|when|while|after|during|before)$/.test(this.folded(at))
    )
  }

  /** A subject with its verb begins here. */
  #opensClause(at: number): boolean {
    if (/^(?:he|she|they|we|i|it|there|you)$/.test(this.folded(at))) return true
    if (at >= this.end || !this.isWord(at)) return false
    for (let next = at + 1; next < this.end && next - at <= 8; next += 1) {
      if (this.scan.tokens[next]?.kind === 'mark' && !/^[.'’&]$/.test(this.text(next))) return false
      if (/^(?:who|which|that|to|for|with|in|on|at|by)$/.test(this.folded(next))) return false
      if (words.auxiliaries.has(this.folded(next))) return true
    }
    return false
  }

  #infinitive({ first, last, cue, isPassive }: VerbGroup, by: Range | null): Finding | null {
    if (cue.infinitive === null || isPassive) return null
    for (let at = last; at < this.end && at - last <= 6; at += 1) {
      if (/^[,;:—–]$/.test(this.text(at)) || this.quotation(at) !== null) return null
      if (this.folded(at) !== 'to') continue
      if (this.is(at + 1, 'determiners')) return null
      const content = range(cue.isAddressed && at > last ? last : at, this.#clauseEnd(at + 1))
      return content === null
        ? null
        : findingOf([content], range(first, last), by, 'reported', cue.infinitive)
    }
    return null
  }

  #object({ first, last, cue, isPassive }: VerbGroup, by: Range | null): Finding | null {
    if (cue.object === null || isPassive || !this.#opensObject(last)) return null
    const content = range(last, this.#clauseEnd(last))
    return content === null ? null : findingOf([content], range(first, last), by, 'reported', cue.object)
  }

  /** Where what is said ends: with the sentence, or before what the teller goes on with. */
  #clauseEnd(from: number): number {
    const end = Math.min(this.end, from + longestClause)
    for (let at = from; at < end; at += 1) {
      if (this.quotation(at) !== null) {
        at = (this.quotation(at)?.close ?? at + 1) - 1
        continue
      }
      if (this.text(at) === ';') return at
      if (this.text(at) !== ',' && !/^[—–]$/.test(this.text(at))) continue
      if (this.#isTellerBehind(at + 1)) return at
    }
    return end
  }

  /** «, adding that», «, according to», «, he said». */
  #isTellerBehind(at: number): boolean {
    if (this.folded(at) === 'according') return true
    const start = /^(?:and|but|while|though|although)$/.test(this.folded(at)) ? at + 1 : at
    for (let next = start; next < this.end && next - start <= 5; next += 1) {
      if (this.scan.tokens[next]?.kind === 'mark') return false
      const cue = verbs.get(this.folded(next))
      if (cue === undefined || cue.clause === null) continue
      if (cue.form === 'gerund') return next === start
      if (cue.form === 'past' || cue.form === 'third') return next > start || this.text(at - 1) === ','
    }
    return false
  }
}

/** One that tells of clauses, or of quotations alone. */
function takesQuotation({ clause, infinitive, object }: EnglishCue): boolean {
  return clause !== null || (infinitive === null && object === null)
}
