import type { SlavicCue } from '../data/slavic-cues.ts'
import { range } from './period-view.ts'
import type { Range } from './scan.ts'
import type { SlavicView } from './slavic-view.ts'

type Form = SlavicCue['form']

const longestSubject = 16
const longestClause = 40

/**
 * Who does what the verb at this place says, by agreement: in its clause before it, else behind it (up to `until`), else in the
 * clauses before; null for nobody.
 */
export function subjectOf(view: SlavicView, at: number, form: Form, until: number = view.end): Range | null {
  return (
    subjectBefore(view, at, form) ??
    subjectBehind(view, at + 1, form, until) ??
    placeOf(view, at, form, until) ??
    subjectFarBefore(view, at, form)
  )
}

/** In the verb's own clause; an apposition may part them. */
export function subjectBefore(view: SlavicView, at: number, form: Form): Range | null {
  if (form === 'impersonal' || form === 'gerund') return null
  if (view.text(at - 1) === ',') {
    const opening = commaBefore(view, at - 1)
    const found = opening === -1 ? null : nominative(view, clauseStart(view, opening), opening, form)
    if (found !== null) return found
  }
  return nominative(view, clauseStart(view, at), at, form)
}

/** «Серов уехал, сообщив, что …» */
function subjectFarBefore(view: SlavicView, at: number, form: Form): Range | null {
  if (form === 'impersonal') return null
  for (let until = clauseStart(view, at); view.text(until - 1) === ',' && at - until < longestClause; ) {
    const start = clauseStart(view, until - 1)
    const found = nominative(view, start, until - 1, form)
    if (found !== null || start >= until) return found
    until = start
  }
  return null
}

/** The comma that opens the apposition which the comma here closes («врачи, которые её лечат, говорят»); -1 for none. */
function commaBefore(view: SlavicView, comma: number): number {
  for (let at = comma - 1; at > view.first && comma - at < longestSubject; at -= 1) {
    if (view.text(at) === ',') return at
    if (view.endsClause(at)) return -1
  }
  return -1
}

/** Up to the next mark. */
export function subjectBehind(
  view: SlavicView,
  from: number,
  form: Form,
  until: number = view.end,
): Range | null {
  if (form === 'gerund') return null
  if (form === 'impersonal') return documentBehind(view, from)
  let end = from
  while (end < until && end - from < longestSubject && !view.endsClause(end)) end += 1
  return nominative(view, from, end, form)
}

/** «в сообщении министерства» of «говорится в сообщении министерства». */
function documentBehind(view: SlavicView, from: number): Range | null {
  return view.is(from, 'in') ? range(from + 1, genitiveEnd(view, from + 1)) : null
}

/** Where a chain of genitives ends («министра обороны Серова»): before a mark, a preposition or what is no part of a name. */
export function genitiveEnd(view: SlavicView, from: number): number {
  let at = from
  for (; at < view.end && at - from < longestSubject; at += 1) {
    if (view.endsClause(at) && !(at === from && view.isDash(at))) break
    if (at > from && (view.is(at, 'prepositions') || view.is(at, 'adverbs'))) break
    if (at > from && view.isCapitalised(at - 1) && view.isWord(at) && !view.isCapitalised(at)) break
  }
  return at
}

/** «В министерстве заявили»: nobody but a place says it. */
function placeOf(view: SlavicView, at: number, form: Form, until: number): Range | null {
  if (form !== 'plural') return null
  const start = clauseStart(view, at)
  for (let from = start; from < at; from += 1)
    if (view.is(from, 'in')) return range(from + 1, Math.min(genitiveEnd(view, from + 1), at))
  for (let from = at + 1; from < until && !view.endsClause(from); from += 1)
    if (view.is(from, 'in')) return range(from + 1, Math.min(genitiveEnd(view, from + 1), until))
  return null
}

function clauseStart(view: SlavicView, until: number): number {
  let at = until
  for (; at > view.first && until - at < longestClause; at -= 1) {
    const quotation = view.quotation(at - 1)
    if (quotation !== null && quotation !== view.quotation(until)) {
      if (view.isSpeech(quotation)) return at
      at = quotation.open + 1
      continue
    }
    if (view.endsClause(at - 1)) return at
    if (at < until && view.is(at - 1, 'subordinators')) return view.is(at - 1, 'pronouns') ? at - 1 : at
  }
  return at
}

/** The likeliest nominative: an office, then a pronoun, then what agrees with the verb; what a preposition governs is none. */
function nominative(view: SlavicView, first: number, last: number, form: Form): Range | null {
  let best = -1
  let bestScore = 0
  let isGoverned = false
  // Behind what a preposition governs, a name may be its genitive («в совете Орма»).
  let isInPhrase = false
  for (let at = first; at < last; at += 1) {
    const quotation = view.quotation(at)
    if (quotation !== null && quotation.open === at) {
      at = quotation.close - 1
      isGoverned = false
      continue
    }
    if (!view.isWord(at)) continue
    if (isSmall(view, at)) {
      // «в среду»
      if (view.is(at, 'adverbs')) isGoverned = false
      continue
    }
    if (view.is(at, 'prepositions')) {
      isGoverned = true
      continue
    }
    const score = scoreOf(view, at, form)
    if (isGoverned) {
      isGoverned = isAttribute(view.folded(at)) && !view.isCapitalised(at)
      isInPhrase = true
      continue
    }
    isInPhrase &&= score < 3
    if (score > bestScore && !(isInPhrase && view.isCapitalised(at))) {
      best = at
      bestScore = score
    }
  }
  return best === -1 ? null : { first: withAttributes(view, best, first), last: subjectEnd(view, best, last) }
}

function isSmall(view: SlavicView, at: number): boolean {
  return view.is(at, 'adverbs') || view.is(at, 'datives') || view.is(at, 'possessives')
}

function scoreOf(view: SlavicView, at: number, form: Form): number {
  if (view.is(at, 'roles')) return 5
  if (view.is(at, 'pronouns')) return 4
  const word = view.folded(at)
  if (/(?:о|а)$/.test(word) && !view.isCapitalised(at) && form !== 'feminine' && form !== 'plural') return 0
  if (/^\p{Lu}{2,}/u.test(view.text(at))) return 3
  if (oblique.test(word)) return view.isCapitalised(at) && /(?:ом|им|ин|ов|ев)$/.test(word) ? 1 : 0
  if (isAttribute(word) && !view.isCapitalised(at)) return 1
  const agrees = agreement[form].test(word)
  if (!view.isCapitalised(at)) return agrees ? 2 : 0
  return agrees && !(form === 'plural' && /[аяе]$/.test(word)) ? 3 : 1
}

/** Endings that no nominative has, or hardly any. */
const oblique =
  /(?:ого|его|ому|ему|ыми|ими|ами|ями|ах|ях|ую|юю|ою|ею|ом|ем|ым|им|ых|их|у|ю|ові|еві|єві|ів|їв)$/
/** How the subject of such a form of a verb ends. */
const agreement: Readonly<Record<Form, RegExp>> = {
  masculine: /(?:[бвгджзклмнпрстфхцчшщйь]|о)$/,
  feminine: /[аяьі]$/,
  plural: /[ыииіїаяе]$/,
  gerund: /[бвгджзклмнпрстфхцчшщйьаяоеє]$/,
  impersonal: /$^/,
  infinitive: /$^/,
  other: /[бвгджзклмнпрстфхцчшщйьаяоеє]$/,
}

function isAttribute(word: string): boolean {
  return (
    /(?:ый|ий|ой|ая|яя|ые|ие|ого|его|ому|ему|ым|им|ых|их|ей|ую|юю|ій|ої|ою|ею|ому|ьої)$/.test(word) &&
    word.length > 3
  )
}

/** «первый вице-премьер», «одна из …» */
function withAttributes(view: SlavicView, at: number, first: number): number {
  let from = at
  while (from > first && isNominativeAttribute(view, from - 1)) from -= 1
  // «17-летний Серов» is cut at its hyphen.
  const isCut = view.text(from - 1) === '-' && view.scan.tokens[from - 2]?.kind === 'number'
  return isCut && from - 2 >= first ? from - 2 : from
}

function isNominativeAttribute(view: SlavicView, at: number): boolean {
  return (
    view.isWord(at) &&
    /(?:ый|ий|ой|ая|яя|ые|ие|ій)$/.test(view.folded(at)) &&
    !view.is(at, 'adverbs') &&
    !view.is(at - 1, 'prepositions')
  )
}

function subjectEnd(view: SlavicView, first: number, last: number): number {
  if (view.is(first, 'persons')) return first + 1
  if (endsWithName(view, first, last)) return last
  let at = first + 1
  for (; at < last; at += 1) {
    const joins = view.is(at, 'and') && view.isCapitalised(at + 1)
    if (view.endsClause(at) || (view.is(at, 'adverbs') && !joins) || view.is(at, 'datives')) break
    if (finite.test(view.folded(at)) && !view.isCapitalised(at)) break
    if (view.is(at, 'prepositions') && !(at === first + 1 && view.is(first, 'pronouns'))) break
    const quotation = view.quotation(at)
    if (quotation !== null && quotation.open === at && view.isSpeech(quotation)) break
  }
  return at
}

/** «лидер движения против шума Павел Серов» */
function endsWithName(view: SlavicView, first: number, last: number): boolean {
  return (
    last - first > 3 &&
    view.is(first, 'roles') &&
    view.isCapitalised(last - 1) &&
    view.isCapitalised(last - 2) &&
    !view.is(last - 3, 'prepositions')
  )
}

/** Another verb: the subject ends before it. */
const finite =
  /(?:[аяуюие]ют|[аяуюе]ет|[аяуюе]є|ються|ється|ются|ется|[аиыяеі]л[аио]?|[аиыяеі]л[аио]?с[яь]|[аиіїяу]вся)$/
