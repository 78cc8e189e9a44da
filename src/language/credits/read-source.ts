import type { CreditKind } from '../../model/marks.ts'
import {
  type CreditScan,
  closeOf,
  isCapital,
  isLatin,
  meaningOf,
  mentionEnd,
  openOf,
  phraseAt,
} from './credit-scan.ts'
import type { Source } from './found-credit.ts'
import { knownOutletAt } from './known-outlets.ts'
import { siteAt } from './site-at.ts'

/** What may be a source here besides a medium, and what a name is that nothing tells of (null: none). */
export interface Wanted {
  readonly person: boolean
  readonly body: boolean
  readonly document: boolean
  readonly unknown: 'outlet' | 'organisation' | null
  /** A name may stand behind a comma: «заместитель министра, главный врач Серов». */
  readonly apposition?: boolean
}

/**
 * The source that is named from a token on, behind words that say what it is («газета», «пресс-служба», «представитель
 * МИД»), or null where none is named before the phrase ends.
 */
export function readSource(scan: CreditScan, from: number, end: number, wanted: Wanted): Source | null {
  const { tokens, cues } = scan
  let medium: Medium | null = null
  let body: {
    readonly first: number
    readonly needs: 'named' | 'whole'
    readonly base: string | null
  } | null = null
  let lastOfBody = from
  let org: Source | null = null
  let office = false
  let spokesman = false
  let journalist = false
  let quiet = false
  let hasName = false
  let commas = 0
  const limit = Math.min(end, from + longestPhrase)
  let at = from
  while (at < limit) {
    const token = tokens[at]
    if (token === undefined) break
    if (token.kind === 'mark') {
      const close = closeOf(tokens, at, end)
      if (close !== null) {
        const quoted = quotedSource(at, close)
        if (quoted !== null) return quoted
        lastOfBody = close
        at = close
        continue
      }
      if (token.text === ',' && goesOnBehindComma(at)) {
        commas += 1
        at += 1
        continue
      }
      break
    }
    const known = knownOutletAt(tokens, at)
    if (known !== null && known.outlet.kind !== 'channel' && !isWordOfPhrase(at, known.last)) {
      const { outlet, last } = known
      return mediumSource(at, last, medium ?? (outlet.kind as 'outlet'), outlet)
    }
    const site = siteAt(scan.parsed.text, tokens, at)
    if (site !== null) return mediumSource(at, site.last, medium ?? 'outlet', null)
    const place = scan.mentionAt[at] ?? -1
    const mention = scan.mentions[place]
    if (mention !== undefined && isUsable(at, place)) {
      const last = wholeName(mentionEnd(scan, at, place))
      if (mention.kind === 'person' && !isMetonym(at, last)) {
        if (isLatin(token) && !isLatinText(scan)) {
          if (medium !== null) return mediumSource(at, last, medium, null)
          if (wanted.unknown !== null && !office && body === null && !quiet)
            return plain(at, last, wanted.unknown)
        }
        if (medium !== null) return null
        if (isPerson(last) && (office || spokesman)) {
          at = last
          continue
        }
        if (body !== null && !office && !spokesman && wanted.body) {
          hasName = true
          lastOfBody = last
          at = last
          continue
        }
        if (quiet) return null
        return wanted.person || journalist ? named(at, last, 'person', place) : null
      }
      if (medium !== null && org === null) {
        if (mention.kind === 'organisation') return mediumSource(at, last, medium, null)
        return null
      }
      if (mention.kind !== 'place' || isMetonym(at, last)) org ??= named(at, last, 'organisation', place)
      hasName = true
      lastOfBody = last
      at = last
      continue
    }
    if (token.kind === 'number') break
    if (cues.words.stops.has(token.folded) || cues.verbs.has(token.folded)) break
    if (meaningOf(token, cues.quiet) !== null) {
      quiet = true
      at += 1
      continue
    }
    if (wanted.document && body === null && !office) {
      const document = documentAt(scan, at, end)
      if (document !== null) return document
    }
    if (meaningOf(token, cues.journalists) !== null) {
      journalist = true
      at += 1
      continue
    }
    const kind = mediumWord(scan, at)
    if (kind === 'agency' && body === null && isOfSomething(at + 1)) {
      body = { first: from, needs: 'whole', base: null }
      at += 2
      lastOfBody = at
      continue
    }
    if (kind !== null && body === null) {
      medium = kind
      at += 1
      if (isName(at) && !isCapitalOfSentence(at)) {
        const here = knownOutletAt(tokens, at)
        if (here === null && !isLatin(tokens[at]) && isPersonOrPlace(scan, at)) return null
        const last = here?.last ?? siteAt(scan.parsed.text, tokens, at)?.last ?? runEnd(at, end)
        return mediumSource(at, last, medium, here?.outlet ?? null)
      }
      continue
    }
    const word = meaningOf(token, cues.bodies)
    if (word !== null) {
      if (body !== null && isCapital(token)) hasName = true
      body ??= { first: at, needs: word.needs, base: word.base }
      at += 1
      lastOfBody = at
      continue
    }
    if (meaningOf(token, cues.spokesmen) !== null) {
      spokesman = true
      at += 1
      continue
    }
    if (cues.words.in.has(token.folded) && !cues.words.office.has(token.folded)) {
      const aside = asideEnd(scan, at, end)
      if (aside === at) break
      at = aside
      continue
    }
    if (isCapital(token) && isAdjective(token.folded) && meaningOf(tokens[at + 1], cues.media) !== null) {
      at += 1
      continue
    }
    if (body !== null && hasName && cues.words.and.has(token.folded)) break
    if (isName(at)) {
      const last = runEnd(at, end)
      hasName = true
      if (body !== null || office || org !== null) {
        org ??= plain(at, last, 'organisation')
        lastOfBody = last
        at = last
        continue
      }
      const isOwnScript = isLatin(token) === isLatinText(scan)
      if (quiet) return null
      if (wanted.unknown !== null && !(isOwnScript && wanted.unknown === 'outlet'))
        return plain(at, last, wanted.unknown)
      break
    }
    if (cues.words.articles.has(token.folded)) {
      at += 1
      continue
    }
    if (cues.words.office.has(token.folded)) {
      if (at === from) break
      at += 1
      continue
    }
    if (body === null && org === null && !isAdjective(token.folded)) office = true
    if (body !== null) lastOfBody = at + 1
    at += 1
  }
  if (quiet || !wanted.body) return null
  if (body !== null && !(office && !spokesman)) {
    if (hasName || (body.needs === 'whole' && (lastOfBody > body.first + 1 || isCapital(tokens[body.first]))))
      return bodySource(body, lastOfBody, lastOfBody, org?.mention ?? null)
    return null
  }
  return org !== null && (!office || spokesman) ? { ...org, next: at } : null

  function quotedSource(open: number, close: number): Source | null {
    const first = open + 1
    const last = close - 1
    if (last <= first || quiet) return null
    const known = knownOutletAt(tokens, first)
    const place = scan.mentionAt[first] ?? -1
    if (body !== null)
      return wanted.body && !(office && !spokesman)
        ? bodySource(body, close, close, place === -1 ? null : place)
        : null
    if (known !== null && known.last === last && known.outlet.kind !== 'channel')
      return { ...mediumSource(first, last, medium ?? known.outlet.kind, known.outlet), next: close }
    if (medium !== null) return { ...mediumSource(first, last, medium, null), next: close }
    if (/^\p{Ll}/u.test(tokens[first]?.text ?? '')) return null
    if (spokesman || office) {
      org ??= { ...plain(first, last, 'organisation'), mention: place === -1 ? null : place, next: close }
      return null
    }
    if (wanted.unknown === 'outlet') return { ...mediumSource(first, last, 'outlet', null), next: close }
    return wanted.body || wanted.unknown === 'organisation'
      ? { ...plain(first, last, 'organisation'), mention: place === -1 ? null : place, next: close }
      : null
  }

  /** «Гордон» of «Гордон Орм» is no outlet. */
  function isWordOfPhrase(here: number, last: number): boolean {
    const place = scan.mentionAt[here] ?? -1
    return (
      last === here + 1 &&
      !isLoud(here) &&
      place !== -1 &&
      mentionEnd(scan, here, place) > last &&
      scan.mentions[place]?.kind === 'person'
    )
  }

  /** Not a pronoun, and no stretch that holds a medium, what one is called, or those who are not named. */
  function isUsable(here: number, place: number): boolean {
    if (scan.mentions[place]?.by === 'pronoun' || /^\p{Ll}/u.test(tokens[here]?.text ?? '')) {
      if (scan.mentions[place]?.by !== 'title') return false
    }
    if (meaningOf(tokens[here], cues.blogs) !== null) return false
    if (cues.verbs.has(tokens[here]?.folded ?? '')) return false
    if (meaningOf(tokens[here], cues.documents) !== null) return false
    const last = mentionEnd(scan, here, place)
    for (let inner = here; inner < last; inner += 1) {
      const token = tokens[inner]
      if (meaningOf(token, cues.quiet) !== null) return false
      if (inner > here && (meaningOf(token, cues.media) !== null || knownOutletAt(tokens, inner) !== null))
        return false
    }
    return true
  }

  function isPerson(here: number): boolean {
    const mention = scan.mentions[scan.mentionAt[here] ?? -1]
    return mention?.kind === 'person' && mention.by === 'name'
  }

  /** An abbreviation of three letters or more. */
  function isLoud(here: number): boolean {
    return /^\p{Lu}{3,}$/u.test(tokens[here]?.text ?? '')
  }

  /** «Ver.di»: a dot that touches both its neighbours is of the name. */
  function wholeName(last: number): number {
    const [dot, next] = [tokens[last], tokens[last + 1]]
    const isInside = dot?.text === '.' && dot.start === tokens[last - 1]?.end && next?.start === dot.end
    return isInside && next?.kind === 'word' ? last + 2 : last
  }

  /** «Агентство по …» is a body. */
  function isOfSomething(here: number): boolean {
    return officeOf.has(tokens[here]?.folded ?? '')
  }

  function goesOnBehindComma(comma: number): boolean {
    const next = tokens[comma + 1]
    return (
      office &&
      commas === 0 &&
      wanted.person &&
      wanted.apposition === true &&
      next !== undefined &&
      next.kind === 'word' &&
      !isCapital(next) &&
      !cues.verbs.has(next.folded) &&
      !cues.words.stops.has(next.folded) &&
      !cues.as.has(next.folded) &&
      phraseAt(tokens, comma + 1, cues.by) === null
    )
  }

  function isName(here: number): boolean {
    const token = tokens[here]
    return isCapital(token) || (isLatin(token) && /\p{Lu}/u.test(token?.text ?? ''))
  }

  function isCapitalOfSentence(here: number): boolean {
    return isCapital(tokens[here]) && !isLatin(tokens[here]) && meaningOf(tokens[here], cues.media) !== null
  }

  /** «Кремль»: a place or what looks like a name that stands for a body. */
  function isMetonym(here: number, last: number): boolean {
    return last === here + 1 && meaningOf(tokens[here], cues.bodies)?.needs === 'whole'
  }

  function runEnd(here: number, until: number): number {
    let last = here + 1
    while (last < Math.min(until, here + 6)) {
      const token = tokens[last]
      if (token === undefined) break
      if (joined.test(token.text) && isName(last + 1) && token.text !== '.') last += 1
      else if (!isName(last) || isLatin(token) !== isLatin(tokens[here])) break
      last += 1
    }
    return last
  }

  function mediumSource(first: number, last: number, kind: Medium, outlet: Source['outlet']): Source {
    return { ...mediumOf(scan, first, last, kind, outlet), next: last }
  }

  /** A body by what it is and whose: «пресс-службе X» is «пресс-служба X» in the base case. */
  function bodySource(
    { first, base }: { readonly first: number; readonly base: string | null },
    last: number,
    next: number,
    mention: number | null,
  ): Source {
    const text = scan.parsed.text
    const [start, end] = [tokens[first], tokens[last - 1]?.end]
    const whose = text.slice(start?.end, end)
    const head = base === null ? (start?.text ?? '') : isCapital(start) ? asCapital(base) : base
    return { ...plain(first, last, 'organisation'), next, mention, base: `${head}${whose}` }
  }

  function plain(first: number, last: number, kind: CreditKind): Source {
    return { first, last, next: last, kind, outlet: null, base: null, mention: null }
  }

  function named(first: number, last: number, kind: CreditKind, place: number): Source {
    return { first, last, next: last, kind, outlet: null, base: null, mention: place }
  }
}

/** The medium whose name ends before a token: known, or named behind a word that says what it is. */
export function readMediumBefore(scan: CreditScan, from: number, end: number): Source | null {
  const { tokens } = scan
  let last = end
  while (last > from && scan.cues.words.asides.has(tokens[last - 1]?.folded ?? '')) last -= 1
  const open = /^[»”"“]$/.test(tokens[last - 1]?.text ?? '') ? openOf(tokens, last - 1, from) : null
  const close = last
  if (open !== null) last -= 1
  const first = open === null ? Math.max(from, last - 6) : open + 1
  for (let at = first; at < last; at += 1) {
    const known = knownOutletAt(tokens, at)
    const site = known === null ? siteAt(scan.parsed.text, tokens, at) : null
    const ends = known?.last ?? site?.last
    const isChannel = known?.outlet.kind === 'channel'
    if (ends === last && !isChannel) {
      const told = toldKind(at - (open === null ? 1 : 2))
      return sourceOf(
        at,
        last,
        told ?? (known?.outlet.kind === 'agency' ? 'agency' : 'outlet'),
        known?.outlet ?? null,
      )
    }
    if (open !== null) break
  }
  if (open !== null) {
    const told = toldKind(open - 1)
    return told === null ? null : sourceOf(open + 1, last, told, null)
  }
  let run = last
  while (
    run > from &&
    run > last - 5 &&
    mediumWord(scan, run - 1) === null &&
    (isCapital(tokens[run - 1]) || (isLatin(tokens[run - 1]) && !isLatinText(scan)))
  )
    run -= 1
  if (!isLatin(tokens[run]) && isPersonOrPlace(scan, run)) return null
  const told = run < last ? toldKind(run - 1) : null
  return told === null ? null : sourceOf(run, last, told, null)

  function toldKind(at: number): Medium | null {
    return at < from ? null : mediumWord(scan, at)
  }

  function sourceOf(first: number, until: number, kind: Medium, outlet: Source['outlet']): Source {
    return { ...mediumOf(scan, first, until, kind, outlet), next: close }
  }
}

/** What stands behind «издание» then begins something else. */
function isPersonOrPlace({ mentions, mentionAt }: CreditScan, at: number): boolean {
  const kind = mentions[mentionAt[at] ?? -1]?.kind
  return kind === 'person' || kind === 'place'
}

type Medium = 'agency' | 'outlet' | 'channel'

/** What kind of medium a word tells of: «газета», «Telegram-канал»; null for none. */
function mediumWord({ tokens, cues }: CreditScan, at: number): Medium | null {
  const token = tokens[at]
  return meaningOf(token, cues.media) ?? (meaningOf(token, cues.blogs) === true ? 'channel' : null)
}

function mediumOf(
  { mentions, mentionAt, mentionBefore }: CreditScan,
  first: number,
  last: number,
  kind: Medium,
  outlet: Source['outlet'],
): Omit<Source, 'next'> {
  const place = mentionAt[first] ?? -1
  const isName = place !== -1 && mentionBefore[last] === place && mentions[place]?.kind !== 'place'
  return { first, last, kind, outlet, base: outlet?.name ?? null, mention: isName ? place : null }
}

/** A document that is named from a token on, its adjectives before the noun left out, or the medium whose it is. */
export function documentAt(scan: CreditScan, from: number, end: number): Source | null {
  const { tokens, cues } = scan
  let noun = from
  while (noun < Math.min(end, from + 5) && isBefore(tokens[noun]?.folded ?? '') && !isDocument(noun))
    noun += 1
  if (!isDocument(noun)) return null
  const base = meaningOf(tokens[noun], cues.documents) ?? ''
  let last = noun + 1
  while (last < Math.min(end, noun + longestOwner)) {
    const token = tokens[last]
    if (token === undefined) break
    const close = closeOf(tokens, last, end)
    const known = knownOutletAt(tokens, last)
    if (known !== null && known.outlet.kind !== 'channel')
      return {
        first: last,
        last: known.last,
        next: known.last,
        kind: known.outlet.kind,
        outlet: known.outlet,
        base: known.outlet.name,
        mention: null,
      }
    if (close !== null) last = close
    else if (token.kind !== 'word' || cues.verbs.has(token.folded) || isBreak(token.folded)) break
    else last += 1
  }
  const owner = scan.parsed.text.slice(tokens[noun]?.end ?? 0, tokens[last - 1]?.end ?? 0)
  return {
    first: noun,
    last,
    next: last,
    kind: 'document',
    outlet: null,
    base: `${base}${owner}`,
    mention: null,
  }

  function isBefore(folded: string): boolean {
    return isAdjective(folded) || cues.words.articles.has(folded) || cues.words.own.has(folded)
  }

  function isDocument(at: number): boolean {
    return meaningOf(tokens[at], cues.documents) !== null
  }

  function isBreak(folded: string): boolean {
    return (
      cues.words.stops.has(folded) ||
      cues.words.in.has(folded) ||
      (cues.words.office.has(folded) && !cues.words.and.has(folded) && folded !== 'of' && folded !== 'the')
    )
  }
}

/** Past words that may stand between a verb and its subject: «также», «в пятницу, 8 июня,», «на своей странице в Twitter». */
export function asideEnd(scan: CreditScan, from: number, end: number): number {
  const { tokens, cues } = scan
  const { asides, days, months, occasions, pages, own } = cues.words
  const folded = (at: number): string => (at < end ? (tokens[at]?.folded ?? '') : '')
  for (let at = from; ; ) {
    const next = step(at)
    if (next === at) return at
    at = next
  }

  function step(at: number): number {
    if (at >= end) return at
    if (asides.has(folded(at))) return at + 1
    const told = phraseAt(tokens, at, cues.this)
    if (told !== null) return told.last
    if (tokens[at]?.kind === 'number' && months.has(folded(at + 1)))
      return folded(at + 2) === ',' ? at + 3 : at + 2
    if (folded(at) === ',' && tokens[at + 1]?.kind === 'number' && months.has(folded(at + 2)))
      return folded(at + 3) === ',' ? at + 4 : at + 3
    if (days.has(folded(at)) && cues.words.in.has('on')) return at + 1
    if (!cues.words.in.has(folded(at))) return at
    if (days.has(folded(at + 1)) || occasions.has(folded(at + 1))) return at + 2
    let next = at + 1
    while (own.has(folded(next)) || pages.has(folded(next)) || cues.words.in.has(folded(next))) next += 1
    const known = knownOutletAt(tokens, next)
    if (known?.outlet.kind === 'channel' && next < end) return known.last
    if (next > at + 1 && /^сайт|^website|^site/.test(folded(next))) return next + 1
    return at
  }
}

function asCapital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}

export function isAdjective(folded: string): boolean {
  return adjective.test(folded)
}

export function isLatinText({ parsed }: CreditScan): boolean {
  return parsed.language === 'en'
}

const adjective =
  /(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ом|ем|ых|их|ого|его|ому|ему|ую|юю|ої|ій|ім|ним|ська|ське|цька|цьке|ська|ну|ні|на|не)$/
const officeOf: ReadonlySet<string> = new Set(['по', 'з', 'із', 'for'])
const joined = /^[&'’.-]$/
const longestPhrase = 22
const longestOwner = 14
