import type { ParsedText } from '../text/parse-text.ts'
import { bitOf } from './listed-names.ts'
import { listedPhrases } from './listed-phrases.ts'
import { textEvidence } from './text-evidence.ts'
import { hashOf, shapes, type WordFacts } from './word-facts.ts'

/** More features than this no word and no place has. */
export const mostFeatures = 128

/** How far from a word the words stand that speak for its label. */
export const reach = 2

/** A text as the features look at it; all arrays are by token. */
export interface FeatureText {
  readonly words: readonly WordFacts[]
  readonly isFirst: Uint8Array
  /** Which token the open quotation mark is, or -1 outside quotation marks. */
  readonly quote: Int32Array
  /** The last small word before the run of capital ones that the token stands in, the first after it; or -1. */
  readonly left: Int32Array
  readonly right: Int32Array
  readonly phrase: Uint8Array
  readonly evidence: Int32Array
  /** Whether a name may stand here at all: a capital letter or a quotation mark is near. */
  readonly isNear: Uint8Array
}

export function featureText(parsed: ParsedText, words: readonly WordFacts[]): FeatureText {
  const { tokens, sentences } = parsed
  const size = tokens.length
  const isFirst = new Uint8Array(size)
  const quote = new Int32Array(size).fill(-1)
  const left = new Int32Array(size).fill(-1)
  const right = new Int32Array(size).fill(-1)
  const isNear = new Uint8Array(size)
  for (const { first, last } of sentences) {
    let begin = first
    while (begin < last - 1 && (words[begin] as WordFacts).shape === shapes.mark) begin += 1
    isFirst[begin] = 1
    markQuotes(words, first, last, quote)
    let small = -1
    for (let at = first; at < last; at += 1) {
      left[at] = small
      if ((words[at] as WordFacts).shape === shapes.small) small = at
    }
    small = -1
    for (let at = last - 1; at >= first; at -= 1) {
      right[at] = small
      if ((words[at] as WordFacts).shape === shapes.small) small = at
    }
    for (let at = first; at < last; at += 1) {
      const { isCapital, lists } = words[at] as WordFacts
      if (!isCapital && quote[at] === -1 && (lists & mayBeSmall) === 0) continue
      const from = Math.max(first, at - reach)
      const to = Math.min(last, at + reach + 1)
      for (let near = from; near < to; near += 1) isNear[near] = 1
    }
  }
  const seen = textEvidence(words, isFirst)
  return {
    words,
    isFirst,
    quote,
    left,
    right,
    isNear,
    phrase: listedPhrases(words),
    evidence: seen,
  }
}

const mayBeSmall = bitOf('smallEvent')
const longestQuote = 8

function markQuotes(words: readonly WordFacts[], first: number, last: number, quote: Int32Array): void {
  let open = -1
  for (let at = first; at < last; at += 1) {
    const { plain, shape } = words[at] as WordFacts
    if (shape !== shapes.mark) continue
    const isMark = opening.has(plain) || closing.has(plain)
    if (isMark && open !== -1 && closing.has(plain)) {
      if (at - open <= longestQuote) quote.fill(open, open + 1, at)
      open = -1
    } else if (opening.has(plain)) open = at
  }
}

const opening: ReadonlySet<string> = new Set(['«', '"', '“', '„', '‘'])
const closing: ReadonlySet<string> = new Set(['»', '"', '”', '“', '’'])

/**
 * What a word says of the label of the word that stands `offset` before it (0: of its own): writes the hashes of its
 * features into `features` and gives their number.
 */
export function wordFeatures(word: WordFacts, offset: number, features: Int32Array): number {
  let count = 0
  const place = (offset + reach) * 40
  const { plain, stem, shape, isLatin, isSmallWord, lists, plainHash, stemHash } = word
  const look = shape * 2 + (isLatin ? 1 : 0)
  features[count++] = mix(place, plainHash)
  features[count++] = mix(place + 1, stemHash)
  features[count++] = mix(place + 2, look)
  features[count++] = mix(place + 3, lists, look)
  for (let rest = lists; rest !== 0; rest &= rest - 1) features[count++] = mix(place + 4, rest & -rest, shape)
  if (shape === shapes.mark || shape === shapes.number) return count
  const { length } = plain
  features[count++] = mix(place + 16, isSmallWord ? 1 : 0, look)
  if (Math.abs(offset) === 2) return count
  features[count++] = mix(place + 5, endHash(plain, 2), look)
  features[count++] = mix(place + 6, endHash(plain, 3), look)
  if (offset !== 0) return count
  features[count++] = mix(place + 7, endHash(plain, 1), look)
  features[count++] = mix(place + 8, endHash(plain, 4), look)
  features[count++] = mix(place + 9, hashOf(plain, 0, Math.min(3, length)), look)
  features[count++] = mix(place + 10, hashOf(plain, 0, Math.min(4, length)), look)
  features[count++] = mix(place + 11, endHash(stem, 3), look)
  features[count++] = mix(place + 12, Math.min(length, 8), look)
  features[count++] = mix(place + 13, plainHash, look)
  features[count++] = mix(place + 14, endHash(stem, 4), look)
  const hyphen = plain.lastIndexOf('-')
  if (hyphen > 0) features[count++] = mix(place + 15, hashOf(plain, hyphen), look)
  return count
}

function endHash(text: string, length: number): number {
  return hashOf(text, Math.max(0, text.length - length))
}

/** What the text around a word says of its label, given as by `wordFeatures`. */
export function contextFeatures(text: FeatureText, at: number, features: Int32Array): number {
  return nearStemFeatures(text, at, features, lookFeatures(text, at, features))
}

/** Of the context what hangs on nothing but `lookKey`. */
export function lookFeatures(text: FeatureText, at: number, features: Int32Array): number {
  let count = 0
  const { words, isFirst, phrase, evidence } = text
  const word = words[at] as WordFacts
  const last = words[at - 1] ?? nothing
  const next = words[at + 1] ?? nothing
  const look = lookOf(word)
  const first = isFirst[at] as number
  const known = evidence[at] as number
  const listed = phrase[at] as number
  features[count++] = mix(400, look, first)
  features[count++] = mix(
    421,
    look * 2 + first,
    (word.isSmallWord ? 4 : 0) + (last.isSmallWord ? 2 : 0) + (next.isSmallWord ? 1 : 0),
  )
  features[count++] = mix(401, look * 32 + lookOf(last), lookOf(next))
  features[count++] = mix(406, last.lists, word.lists)
  features[count++] = mix(407, word.lists, next.lists)
  features[count++] = mix(408, word.lists, look * 2 + first)
  features[count++] = mix(409, known, look * 2 + first)
  features[count++] = mix(410, known & telling, word.lists)
  for (let rest = known; rest !== 0; rest &= rest - 1)
    features[count++] = mix(411, rest & -rest, look * 2 + first)
  if (listed !== 0) features[count++] = mix(412, listed, look)
  return count
}

/** How many numbers `lookKey` writes. */
export const lookKeySize = 4

/** What `lookFeatures` hang on: writes numbers into `key` that are equal for equal features, and gives a hash of them. */
export function lookKey(
  { words, isFirst, phrase, evidence }: FeatureText,
  at: number,
  key: Int32Array,
): number {
  const last = (words[at - 1] ?? nothing).type
  const word = (words[at] as WordFacts).type
  const next = (words[at + 1] ?? nothing).type
  const rest = ((evidence[at] as number) << 8) | ((phrase[at] as number) << 1) | (isFirst[at] as number)
  key[0] = last
  key[1] = word
  key[2] = next
  key[3] = rest
  const hash = Math.imul(
    Math.imul(Math.imul(last ^ 0x811c9dc5, 0x85ebca6b) ^ word, 0xc2b2ae35) ^ next,
    0x27d4eb2f,
  )
  return Math.imul(hash ^ (hash >>> 15) ^ rest, 0x9e3779b1)
}

/** The rest of the context, written from `count` on. */
export function nearStemFeatures(text: FeatureText, at: number, features: Int32Array, from: number): number {
  let count = from
  const { words, quote, left, right } = text
  const word = words[at] as WordFacts
  const last = words[at - 1] ?? nothing
  const next = words[at + 1] ?? nothing
  const look = lookOf(word)
  features[count++] = mix(402, last.stemHash, look)
  features[count++] = mix(403, next.stemHash, look)
  features[count++] = mix(404, last.stemHash, word.stemHash)
  features[count++] = mix(405, word.stemHash, next.stemHash)
  const before = left[at] as number
  const after = right[at] as number
  if (before !== -1 && before < at - 1) {
    const small = words[before] as WordFacts
    const distance = Math.min(at - before, 4)
    features[count++] = mix(413, small.stemHash, look * 8 + distance)
    features[count++] = mix(414, small.lists, look * 8 + distance)
  }
  if (after !== -1 && after > at + 1) {
    const small = words[after] as WordFacts
    features[count++] = mix(415, small.stemHash, look)
    features[count++] = mix(416, small.lists, look)
  }
  const open = quote[at] as number
  if (open !== -1) {
    const owner = words[open - 1] ?? nothing
    const place = Math.min(at - open, 3)
    features[count++] = mix(417, place, look)
    features[count++] = mix(418, owner.stemHash, Math.min(place, 2))
    features[count++] = mix(419, owner.lists, place * 32 + look)
  }
  if (last.shape === shapes.mark) features[count++] = mix(420, (words[at - 2] ?? nothing).stemHash, look)
  return count
}

const telling = 4 | 8 | 16 | 32 | 64
const nothing: WordFacts = {
  plain: '',
  stem: '',
  shape: 15,
  isLatin: false,
  isCapital: false,
  isSmallWord: false,
  lists: 0,
  type: -1,
  plainHash: 1,
  stemHash: 1,
}

function lookOf({ shape, isLatin }: WordFacts): number {
  return shape * 2 + (isLatin ? 1 : 0)
}

/** A feature's hash from its template and what it is about. */
function mix(template: number, about: number, and = 0): number {
  let hash = Math.imul(about ^ Math.imul(template + 1, 0x9e3779b1), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13) ^ Math.imul(and + 1, 0xc2b2ae35), 0x27d4eb2f)
  return hash ^ (hash >>> 15)
}
