import type { Beginnings, CreditCues, Phrases } from '../data/credit-cues.ts'
import type { Named } from '../names/unite-names.ts'
import type { ParsedText } from '../text/parse-text.ts'
import type { Token } from '../text/tokens.ts'
import { linksWithin } from './links-within.ts'

/** A text with what is read in it for credits. */
export interface CreditScan extends Named {
  readonly parsed: ParsedText
  readonly tokens: readonly Token[]
  readonly cues: CreditCues
  /** By the token that it begins at: the mention's place in `mentions`; -1 for none. */
  readonly mentionAt: Int32Array
  /** By the token that it ends before. */
  readonly mentionBefore: Int32Array
  /** The links that touch a span. */
  readonly linksIn: ReturnType<typeof linksWithin>
}

export function scanForCredits(parsed: ParsedText, { names, mentions }: Named, cues: CreditCues): CreditScan {
  const { tokens } = parsed
  const mentionAt = new Int32Array(tokens.length + 1).fill(-1)
  const mentionBefore = new Int32Array(tokens.length + 1).fill(-1)
  let token = 0
  for (const [place, { start, end }] of mentions.entries()) {
    while ((tokens[token]?.start ?? Number.POSITIVE_INFINITY) < start) token += 1
    if (token >= tokens.length) break
    let last = token
    while ((tokens[last]?.end ?? Number.POSITIVE_INFINITY) < end) last += 1
    mentionAt[token] = place
    mentionBefore[Math.min(last + 1, tokens.length)] = place
  }
  return {
    parsed,
    tokens,
    cues,
    names,
    mentions,
    mentionAt,
    mentionBefore,
    linksIn: linksWithin(parsed.links),
  }
}

/** The token after a mention that begins at this one. */
export function mentionEnd({ tokens, mentions }: CreditScan, at: number, place: number): number {
  const end = mentions[place]?.end ?? 0
  let last = at + 1
  while ((tokens[last]?.start ?? Number.POSITIVE_INFINITY) < end) last += 1
  return last
}

/** The phrase that stands here, the longest of several, and where it ends. */
export function phraseAt<Value>(
  tokens: readonly Token[],
  at: number,
  phrases: Phrases<Value>,
): { readonly value: Value; readonly last: number } | null {
  for (const { rest, value } of phrases.get(tokens[at]?.folded ?? '') ?? []) {
    if (rest.every((word, place) => tokens[at + 1 + place]?.folded === word))
      return { value, last: at + 1 + rest.length }
  }
  return null
}

/** What the beginning of a word tells; endings may be a few letters long. */
export function meaningOf<Value>(token: Token | undefined, table: Beginnings<Value>): Value | null {
  if (token === undefined || token.kind !== 'word') return null
  const { folded } = token
  for (const { beginning, value } of table.get(folded.slice(0, 2)) ?? [])
    if (folded.startsWith(beginning) && folded.length - beginning.length <= (beginning.length < 4 ? 2 : 4))
      return value
  return null
}

export function isCapital(token: Token | undefined): boolean {
  return token !== undefined && token.kind === 'word' && /^\p{Lu}/u.test(token.text)
}

export function isLatin(token: Token | undefined): boolean {
  return token !== undefined && token.kind === 'word' && /^[a-z]/.test(token.folded)
}

/** The token after the quotation mark that closes the one at `at`, within a name's length; null where none does. */
export function closeOf(tokens: readonly Token[], at: number, end: number): number | null {
  const wanted = closers[tokens[at]?.text ?? '']
  if (wanted === undefined) return null
  for (let next = at + 1; next < Math.min(end, at + longestQuoted); next += 1)
    if (wanted.includes(tokens[next]?.text ?? '')) return next + 1
  return null
}

/** The opening quotation mark of the one that closes at `at`, or null. */
export function openOf(tokens: readonly Token[], at: number, from: number): number | null {
  for (let before = at - 1; before >= Math.max(from, at - longestQuoted); before -= 1)
    if (closers[tokens[before]?.text ?? '']?.includes(tokens[at]?.text ?? '')) return before
  return null
}

const longestQuoted = 9
const closers: Readonly<Record<string, string>> = { '«': '»', '"': '"', '“': '”“', '„': '“”', '”': '”' }
