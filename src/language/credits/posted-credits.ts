import type { Sentence } from '../text/sentences.ts'
import {
  type CreditScan,
  closeOf,
  isCapital,
  isLatin,
  meaningOf,
  mentionEnd,
  phraseAt,
} from './credit-scan.ts'
import type { FoundCredit, Source } from './found-credit.ts'
import { knownOutletAt, mayBeChannel } from './known-outlets.ts'
import { isAdjective, readSource } from './read-source.ts'

/** Where a sentence says that something was posted, and who posted it: «написал на своей странице в Twitter». */
export function postedCredits(scan: CreditScan, { first, last }: Sentence): readonly FoundCredit[] {
  const { tokens, cues } = scan
  const found: FoundCredit[] = []
  for (let at = first; at < last; at += 1) {
    const channel = channelAt(at)
    if (channel === null) continue
    const start = phraseStart(at)
    const verb = start === null ? null : verbOf(start, channel.next)
    if (start !== null && verb !== null && !isCrowd(verb, channel.next)) {
      const author = authorOf(verb, start, channel.next)
      const phrase = {
        first: Math.min(start, verb < start && start - verb < 6 ? verb : start),
        last: channel.next,
      }
      if (author !== null)
        found.push({
          first: author.first,
          last: author.last,
          source: author,
          role: 'author',
          of: null,
          isJoined: false,
        })
      found.push({ ...phrase, source: channel, role: 'post', of: author?.first ?? null, isJoined: false })
    }
    at = channel.next - 1
  }
  return found

  /** «Twitter», «Telegram-канале "X"». */
  function channelAt(at: number): Source | null {
    const token = tokens[at]
    if (token?.kind !== 'word') return null
    const isBlog = cues.blogs.has(token.folded.slice(0, 2)) && meaningOf(token, cues.blogs) !== null
    if (!isBlog && !mayBeChannel(token)) return null
    if (isBlog) {
      const close = closeOf(tokens, at + 1, last)
      if (close !== null) return channelOf(at + 2, close - 1, close, null)
      if (isCapital(tokens[at + 1]) || isLatin(tokens[at + 1])) {
        let end = at + 2
        while (end < Math.min(last, at + 5) && isCapital(tokens[end])) end += 1
        return channelOf(at + 1, end, end, null)
      }
      return channelOf(at, at + 1, at + 1, knownOutletAt(tokens, at)?.outlet ?? null)
    }
    const known = knownOutletAt(tokens, at)
    return known?.outlet.kind === 'channel' ? channelOf(at, known.last, known.last, known.outlet) : null
  }

  function channelOf(start: number, end: number, next: number, outlet: Source['outlet']): Source {
    return {
      first: start,
      last: end,
      next,
      kind: 'channel',
      outlet,
      base: outlet === null ? null : outlet.name,
      mention: null,
    }
  }

  /** The preposition that leads to it, past «своей странице в»; null where none does. */
  function phraseStart(at: number): number | null {
    const { own, pages } = cues.words
    const into = cues.words.in
    let start: number | null = null
    for (let before = at - 1; before >= Math.max(first, at - 8); before -= 1) {
      const folded = tokens[before]?.folded ?? ''
      if (into.has(folded)) start = before
      else if (!own.has(folded) && !pages.has(folded) && !(isAdjective(folded) && start === null)) break
    }
    return start ?? (pages.has(tokens[at + 1]?.folded ?? '') ? at : null)
  }

  function verbOf(start: number, end: number): number | null {
    for (let at = start - 1; at >= Math.max(first, start - farthestVerb); at -= 1)
      if (isPosting(at)) return at
    for (let at = end; at < Math.min(last, end + farthestVerb); at += 1) {
      if (isPosting(at)) return at
      if (cues.words.stops.has(tokens[at]?.folded ?? '')) return null
    }
    return null
  }

  function isPosting(at: number): boolean {
    const token = tokens[at]
    if (token?.kind !== 'word' || isCapital(token) || nouns.test(token.folded)) return false
    if (cues.verbs.has(token.folded)) return true
    for (const { beginning } of cues.posted.get(token.folded.slice(0, 2)) ?? [])
      if (token.folded.startsWith(beginning) && !imperative.test(token.folded)) return true
    return false
  }

  /** «В Twitter шутят»: nobody in particular. */
  function isCrowd(verb: number, end: number): boolean {
    return verb === end && /(?:ят|ат|ют|ут|ять|ать|ють|уть)$/.test(tokens[verb]?.folded ?? '')
  }

  function authorOf(verb: number, start: number, end: number): Source | null {
    const before = Math.min(verb, start)
    const clause = clauseStart(before)
    const subject = nameIn(Math.max(clause, before - 1), before, 'last') ?? subjectBefore(verb, clause)
    if (subject !== null) return subject
    if (cues.words.quoting.has(tokens[verb]?.folded ?? '')) return readAuthor(end, last)
    const behind =
      verb < start ? (readAuthor(verb + 1, start) ?? readAuthor(end, last)) : readAuthor(end, verb)
    if (behind !== null) return behind
    if (verb >= start) {
      const inverted = readAuthor(verb + 1, last)
      if (inverted !== null) return inverted
    }
    const own = nameIn(clause, before, 'last')
    if (own !== null || hasPronoun(clause, before) || hasPronoun(end, clauseEnd(end, last))) return own
    const isOfSubject =
      phraseAt(tokens, clause, cues.this) !== null ||
      cues.words.stops.has(tokens[clause]?.folded ?? '') ||
      /^сво[єе]/.test(tokens[start + 1]?.folded ?? '')
    return clause > first && isOfSubject ? nameIn(first, clause, 'first') : null
  }

  /** The name that ends right before the verb. */
  function subjectBefore(verb: number, from: number): Source | null {
    const place = scan.mentionBefore[verb] ?? -1
    if (scan.mentions[place]?.kind !== 'person') return null
    for (let at = verb - 1; at >= from; at -= 1)
      if (scan.mentionAt[at] === place) return nameIn(at, verb, 'last')
    return null
  }

  function readAuthor(from: number, until: number): Source | null {
    return from >= until
      ? null
      : readSource(scan, from, until, { person: true, body: true, document: false, unknown: null })
  }

  /** The first or last person, or else body, whose name stands between two tokens. */
  function nameIn(from: number, until: number, which: 'first' | 'last'): Source | null {
    let best: Source | null = null
    for (let at = from; at < until; at += 1) {
      const place = scan.mentionAt[at] ?? -1
      const mention = scan.mentions[place]
      if (mention === undefined || (mention.kind !== 'person' && mention.kind !== 'organisation')) continue
      if (mention.kind === 'organisation' && best?.kind === 'person') continue
      if (holdsChannel(at, mentionEnd(scan, at, place))) continue
      if (which === 'first' && best !== null && best.kind === mention.kind) continue
      const end = mentionEnd(scan, at, place)
      best = { first: at, last: end, next: end, kind: mention.kind, outlet: null, base: null, mention: place }
      at = end - 1
    }
    return best
  }

  function holdsChannel(from: number, until: number): boolean {
    for (let at = from; at < until; at += 1) if (channelAt(at) !== null) return true
    return false
  }

  function hasPronoun(from: number, until: number): boolean {
    for (let at = from; at < until; at += 1) if (pronouns.has(tokens[at]?.folded ?? '')) return true
    return false
  }

  function clauseEnd(from: number, until: number): number {
    let at = from
    while (at < until && tokens[at]?.kind !== 'mark' && !cues.words.stops.has(tokens[at]?.folded ?? ''))
      at += 1
    return at
  }

  function clauseStart(end: number): number {
    let at = end
    while (at > first && !(tokens[at - 1]?.kind === 'mark' && /^[,;:—–-]$/.test(tokens[at - 1]?.text ?? '')))
      at -= 1
    return at
  }
}

const farthestVerb = 12
const nouns = /^(?:сообщени|заявлени|повідомленн|заява|заяву|письм|показател)/
const imperative = /(?:йтесь|йтеся|йте|ись|ите)$/
const pronouns = new Set('он она они він вона вони he she they'.split(' '))
