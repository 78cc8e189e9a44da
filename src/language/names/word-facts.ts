import { smallWords } from '../data/small-words.ts'
import { ukrainianWords } from '../data/ukrainian-words.ts'
import { foldWord } from '../fold-word.ts'
import type { Token } from '../text/tokens.ts'
import { listsOfStem } from './listed-names.ts'
import { nameStem, plainLetters } from './name-stem.ts'

/** How a word is written. */
export const shapes = {
  small: 0,
  capital: 1,
  capitals: 2,
  mixed: 3,
  initial: 4,
  withDigits: 5,
  number: 6,
  mark: 7,
  capitalParts: 8,
} as const

/** What can be told of a word by itself; hashes are 32-bit integers. */
export interface WordFacts {
  readonly plain: string
  readonly stem: string
  readonly shape: number
  readonly isLatin: boolean
  readonly isCapital: boolean
  /** Whether people write it small, unless it begins a sentence. */
  readonly isSmallWord: boolean
  /** Bits of the lists that hold it. */
  readonly lists: number
  /** The same number for words that share shape, alphabet, lists and whether people write them small. */
  readonly type: number
  readonly plainHash: number
  readonly stemHash: number
}

export function wordFacts(token: Token): WordFacts {
  const { kind } = token
  const text = detached(token.text)
  const folded = detached(token.folded)
  const letters = kind === 'word' ? plainLetters(folded) : text
  const known = kind === 'word' ? (russianFor.get(letters) ?? folded) : text
  const plain = known === folded ? letters : kind === 'word' ? plainLetters(known) : text
  const stem = kind === 'word' ? nameStem(known) : text
  const shape = shapeOf(text, kind)
  const isLatin = /^[A-Za-z]/.test(text)
  const isSmallWord = smallWords.has(plain)
  const lists = kind === 'word' ? listsOfStem(stem) : 0
  return {
    plain,
    stem,
    shape,
    isLatin,
    isCapital: hasCapital(text, shape),
    isSmallWord,
    lists,
    type: ((lists * 16 + shape) * 2 + (isLatin ? 1 : 0)) * 2 + (isSmallWord ? 1 : 0),
    plainHash: hashOf(plain),
    stemHash: hashOf(stem),
  }
}

/** Longer slices would hold their whole text in memory. */
const longestKept = 12

function detached(word: string): string {
  return word.length > longestKept ? ` ${word}`.slice(1) : word
}

const russianFor: ReadonlyMap<string, string> = new Map(
  [...ukrainianWords].map(([word, russian]) => [plainLetters(foldWord(word)), foldWord(russian)]),
)

/** FNV-1a over the UTF-16 units from `from` up to `to`. */
export function hashOf(text: string, from = 0, to: number = text.length): number {
  let hash = 0x811c9dc5
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash
}

/** Most words: told at once. */
const plainSmall = /^[a-zа-яёіїєґ]+$/
const plainCapital = /^[A-ZА-ЯЁЇІЄҐ][a-zа-яёїієґ]+$/

function shapeOf(text: string, kind: Token['kind']): number {
  if (kind === 'mark') return shapes.mark
  if (kind === 'number') return shapes.number
  if (plainSmall.test(text)) return shapes.small
  if (plainCapital.test(text)) return shapes.capital
  if (/\p{N}/u.test(text)) return shapes.withDigits
  if (/^\p{Lu}$/u.test(text)) return shapes.initial
  if (/^[\p{Lu}\p{P}\p{M}]+$/u.test(text)) return shapes.capitals
  if (/^\p{Lu}[^\p{Lu}]*$/u.test(text)) return shapes.capital
  if (/^\p{Lu}[^\p{Lu}]+(?:[-‑'’ʼ]\p{Lu}[^\p{Lu}]+)+$/u.test(text)) return shapes.capitalParts
  return /\p{Lu}/u.test(text) ? shapes.mixed : shapes.small
}

function hasCapital(text: string, shape: number): boolean {
  if (shape === shapes.small || shape === shapes.mark || shape === shapes.number) return false
  return shape === shapes.capital || /\p{Lu}/u.test(text)
}
