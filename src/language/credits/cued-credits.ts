import type { ByPhrase } from '../data/credit-cues.ts'
import type { Sentence } from '../text/sentences.ts'
import { type CreditScan, meaningOf, mentionEnd, phraseAt } from './credit-scan.ts'
import { type FoundCredit, isMedium, type Role, type Source } from './found-credit.ts'
import { knownOutletAt } from './known-outlets.ts'
import { asideEnd, documentAt, readMediumBefore, readSource, type Wanted } from './read-source.ts'

/** The credits of a sentence that a verb of telling or a phrase («по данным», «в интервью») makes. */
export function cuedCredits(scan: CreditScan, { first, last }: Sentence): readonly FoundCredit[] {
  const { tokens, cues } = scan
  const found: FoundCredit[] = []
  for (let at = first; at < last; at += 1) {
    const token = tokens[at]
    if (token === undefined || !cues.starts.has(token.folded)) continue
    const by = phraseAt(tokens, at, cues.by)
    if (by !== null) {
      byPhrase(at, by.last, by.value)
      at = by.last - 1
      continue
    }
    const behind = phraseAt(tokens, at, cues.behind)
    if (behind !== null) {
      behindSource(at, behind.last, behind.value)
      at = behind.last - 1
      continue
    }
    const venue = phraseAt(tokens, at, cues.venue)
    if (venue !== null) {
      const source = readSource(scan, venue.last, last, { ...nothing, unknown: null })
      if (source !== null && isMedium(source)) add(at, source, 'venue')
    }
    const form = cues.verbs.get(token.folded)
    if (form === 'impersonal') inDocument(at)
    else if (form !== undefined) byVerb(at, form === 'plural')
  }
  return found

  /** «По данным X», «со ссылкой на X»; what stands before the latter has it from there. */
  function byPhrase(from: number, next: number, value: ByPhrase): void {
    if (value === 'none') return
    const isCited = value === 'cited'
    if (isCited && isNotice()) return
    const of = isCited ? citing(from) : null
    const unknown = value === 'organisation' ? 'organisation' : value === 'person' ? null : 'outlet'
    const start = tokens[next]?.text === ':' ? next + 1 : next
    addAll(from, start, { person: true, body: true, document: true, unknown }, isCited ? 'cited' : 'verb', of)
  }

  /** «Материалы со ссылкой на X не подлежат …»: what a site lets others do. */
  function isNotice(): boolean {
    return tokens.slice(first, last).some(({ folded }) => cues.words.notice.has(folded))
  }

  /** The source that refers to another: one that is found already, or the medium right before. */
  function citing(at: number): number | null {
    const known = found.findLast(({ source, last: end }) => isMedium(source) && end <= at && at - end <= 3)
    if (known !== undefined) return known.source.first
    const before = tokens[at - 1]?.text === ',' ? at - 1 : at
    const source = readMediumBefore(scan, first, before)
    if (source === null) return null
    add(source.first, source, 'verb')
    return source.first
  }

  function behindSource(from: number, next: number, value: ByPhrase): void {
    const source = readMediumBefore(scan, first, from) ?? (value === 'outlet' ? null : namedBefore(from))
    if (source !== null && value !== 'none')
      found.push({
        first: source.first,
        last: next,
        source,
        role: value === 'cited' ? 'cited' : 'as',
        of: null,
        isJoined: false,
      })
  }

  function byVerb(verb: number, isPlural: boolean): void {
    if (statedIn(verb)) return
    const opensAs = opensWithAs(verb)
    const told = toldThis(verb)
    const whole = opensAs !== null || told !== null
    const wanted: Wanted = { person: whole, body: true, document: false, unknown: 'outlet', apposition: true }
    const role = opensAs === null ? 'verb' : 'as'
    const start = Math.min(opensAs ?? verb, told ?? verb)
    let behind = asideEnd(scan, verb + 1, last)
    const isIn = cues.words.in.has(tokens[behind]?.folded ?? '')
    if (isIn && isPlural && behind === asideEnd(scan, verb + 1, last)) behind += 1
    if (!isIn || isPlural) {
      const from = found.length
      const object = objectEnd(verb, behind)
      if (object !== null) behind = object
      addAll(start, behind, isIn ? { ...wanted, person: false } : wanted, role, null)
      if (found.length > from) {
        writtenIn(found.at(-1) as FoundCredit)
        if (whole) toldMedium(from)
        return
      }
      if (authorOf(start, behind)) return
    }
    const medium = readMediumBefore(scan, first, verb)
    if (medium !== null) {
      found.push({ first: medium.first, last: verb + 1, source: medium, role, of: null, isJoined: false })
      return
    }
    const subject = told === null || told > verb ? null : namedBefore(verb, told)
    if (subject !== null) add(told ?? subject.first, subject, 'verb')
  }

  /** «Цитирует Серова агентство X»: the medium behind whom it quotes, or null. */
  function objectEnd(verb: number, from: number): number | null {
    if (!cues.words.quoting.has(tokens[verb]?.folded ?? '')) return null
    for (let at = from; at < Math.min(last, from + 6); at += 1) {
      if (tokens[at]?.kind === 'mark') return null
      const known = knownOutletAt(tokens, at)
      if (known !== null && known.outlet.kind !== 'channel') return at
    }
    return null
  }

  /** «Как заявил газете X Павел Серов»: who spoke is a source too, and the medium has it from there. */
  function toldMedium(place: number): void {
    const medium = found[place]
    if (medium === undefined || !isMedium(medium.source) || medium.role === 'venue') return
    const at = medium.source.next
    const mention = scan.mentions[scan.mentionAt[at] ?? -1]
    if (mention?.kind !== 'person' || mention.by !== 'name') return
    const speaker = readSource(scan, at, last, { ...nothing, person: true, unknown: null })
    if (speaker === null) return
    found[place] = { ...medium, role: 'venue' }
    add(speaker.first, speaker, 'verb')
  }

  /** «Пишет Ада Серова в газете X»: who writes in a medium is a source too. */
  function authorOf(start: number, from: number): boolean {
    const place = scan.mentionAt[from] ?? -1
    const mention = scan.mentions[place]
    if (mention?.kind !== 'person' || mention.by === 'pronoun') return false
    let end = mentionEnd(scan, from, place)
    if (tokens[end]?.text === '(') while (end < last && tokens[end - 1]?.text !== ')') end += 1
    if (!cues.words.in.has(tokens[end]?.folded ?? '') || meaningOf(tokens[end + 1], cues.media) === null)
      return false
    const medium = readSource(scan, end + 1, last, { ...nothing, unknown: null })
    if (medium === null || !isMedium(medium)) return false
    const author: Source = {
      first: from,
      last: mentionEnd(scan, from, place),
      next: end,
      kind: 'person',
      outlet: null,
      base: null,
      mention: place,
    }
    add(start, author, 'author')
    add(end, medium, 'verb')
    return true
  }

  function writtenIn({ source }: FoundCredit): void {
    if (isMedium(source)) return
    const document = cues.words.in.has(tokens[source.next]?.folded ?? '')
      ? documentAt(scan, source.next + 1, last)
      : null
    if (document !== null) add(source.next, document, 'cited', source.first)
  }

  /** "Said in a statement": the document, and the body whose it is. */
  function statedIn(verb: number): boolean {
    const next = asideEnd(scan, verb + 1, last)
    if (!cues.words.stated.has(tokens[next]?.folded ?? '')) return false
    const document = documentAt(scan, next + 1, last)
    if (document === null) return false
    const subject = namedBefore(verb)
    if (subject !== null) add(subject.first, subject, 'author')
    add(verb, document, 'cited', subject?.first ?? null)
    return true
  }

  /** «Говорится в сообщении», «в сообщении говорится». */
  function inDocument(verb: number): void {
    const opensAs = opensWithAs(verb)
    const start = Math.min(opensAs ?? verb, toldThis(verb) ?? verb)
    let next = asideEnd(scan, verb + 1, last)
    if (cues.words.in.has(tokens[next]?.folded ?? '')) {
      next += 1
      const source =
        documentAt(scan, next, last) ??
        readSource(scan, next, last, { person: false, body: true, document: true, unknown: null })
      if (source !== null) add(start, source, opensAs === null ? 'verb' : 'as')
      return
    }
    for (let before = verb - 1; before >= Math.max(first, verb - 12); before -= 1) {
      if (tokens[before]?.text === ',' || !cues.words.in.has(tokens[before]?.folded ?? '')) continue
      const source = documentAt(scan, before + 1, verb)
      if (source !== null)
        found.push({ first: before, last: verb + 1, source, role: 'verb', of: null, isJoined: false })
      if (source !== null) return
    }
  }

  /** «Как» right before a verb, or with an adverb between; where it stands, or null. */
  function opensWithAs(verb: number): number | null {
    for (let at = verb - 1; at >= Math.max(first, verb - 3); at -= 1) {
      if (cues.as.has(tokens[at]?.folded ?? '')) return at
      if (!cues.words.asides.has(tokens[at]?.folded ?? '')) return null
    }
    return null
  }

  /** «Об этом» of the same clause; where it stands, or null. */
  function toldThis(verb: number): number | null {
    for (let at = verb + 1; at <= Math.min(last - 1, verb + 3); at += 1)
      if (phraseAt(tokens, at, cues.this) !== null) return at
    for (let at = verb - 1; at >= Math.max(first, verb - farthestThis); at -= 1) {
      const phrase = phraseAt(tokens, at, cues.this)
      if (phrase !== null && phrase.last <= verb) return at
      if (cues.words.stops.has(tokens[at]?.folded ?? '')) return null
      if (cues.verbs.has(tokens[at]?.folded ?? '')) return null
    }
    return null
  }

  /** A person or a body whose name ends before a verb, behind «об этом». */
  function namedBefore(end: number, from = first): Source | null {
    for (let at = end; at > Math.max(from, end - 4); at -= 1) {
      const place = scan.mentionBefore[at] ?? -1
      const mention = scan.mentions[place]
      if (mention === undefined || mention.by === 'pronoun') continue
      if (tokens.slice(at, end).some((token) => meaningOf(token, cues.bodies) !== null)) return null
      if (mention.kind !== 'person' && mention.kind !== 'organisation') continue
      let start = at - 1
      while (start > from && scan.mentionAt[start] !== place) start -= 1
      return {
        first: start,
        last: at,
        next: at,
        kind: mention.kind,
        outlet: null,
        base: null,
        mention: place,
      }
    }
    return null
  }

  /** The source here, and those that «и» joins to it. */
  function addAll(start: number, from: number, wanted: Wanted, role: Role, of: number | null): void {
    let source = readSource(scan, from, last, wanted)
    let phrase = start
    while (source !== null) {
      add(phrase, source, role, of, phrase !== start)
      if (!cues.words.and.has(tokens[source.next]?.folded ?? '')) return
      phrase = source.next + 1
      const kind: Source['kind'] = source.kind
      const next = readSource(scan, phrase, last, { ...wanted, person: wanted.person || kind === 'person' })
      source = next !== null && (next.kind === kind || (isMedium(next) && isMedium(source))) ? next : null
    }
  }

  function add(start: number, source: Source, role: Role, of: number | null = null, isJoined = false): void {
    if (found.some((other) => other.source.first < source.last && source.first < other.source.last)) return
    found.push({
      first: Math.min(start, source.first),
      last: Math.max(source.next, start + 1),
      source,
      role,
      of,
      isJoined,
    })
  }
}

const nothing = { person: false, body: false, document: false } as const
const farthestThis = 18
