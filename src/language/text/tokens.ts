import { letterFolds } from '../data/letter-folds.ts'
import { foldWord } from '../fold-word.ts'

/** A word, a number or a mark of punctuation; white space is in none. */
export interface Token {
  readonly text: string
  /** Words as `foldWord` spells them; the text itself otherwise. */
  readonly folded: string
  readonly kind: 'word' | 'number' | 'mark'
  /** UTF-16 offsets into the text, end exclusive. */
  readonly start: number
  readonly end: number
}

/**
 * The tokens of a text, in order. A hyphen or an apostrophe between letters stays inside the word; so do digits once it has
 * begun («G20», «Су-27»). Digits keep their groups and fractions («18:30» and «3,5» are one, «1 000» is two). Dots,
 * exclamation and question marks that stand together are one mark.
 */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  let start = 0
  while (start < text.length) {
    const sort = sortAt(text, start)
    const kind = sort & kinds
    if (kind === space) {
      start += 1
      continue
    }
    if (kind === letter) start = addWord(text, start, tokens)
    else if (kind === digit) start = add(text, start, endOfNumber(text, start), 'number', tokens)
    else start = add(text, start, endOfMark(text, start, sort), 'mark', tokens)
  }
  return tokens
}

function addWord(text: string, start: number, tokens: Token[]): number {
  let spellings = 0
  let end = start
  for (;;) {
    let sort = sortAt(text, end)
    const kind = sort & kinds
    if (kind !== letter && kind !== digit && kind !== withinWord) {
      if (kind !== joiner) break
      // Nothing but a letter or a digit may stand behind it.
      sort = sortAt(text, end + 1)
      if ((sort & kinds) !== letter && (sort & kinds) !== digit) break
      sort |= otherwise
      end += 1
    }
    spellings |= sort & (latin | cyrillic | otherwise)
    end += sort & pair ? 2 : 1
  }
  const word = text.slice(start, end)
  const isFolded = (spellings === latin || spellings === cyrillic) && word.length <= longestPlain
  tokens.push({ text: word, folded: isFolded ? word : foldOf(word), kind: 'word', start, end })
  return end
}

function add(text: string, start: number, end: number, kind: 'number' | 'mark', tokens: Token[]): number {
  const found = text.slice(start, end)
  tokens.push({ text: found, folded: found, kind, start, end })
  return end
}

function endOfNumber(text: string, start: number): number {
  let end = start
  for (;;) {
    const sort = sortAt(text, end)
    if ((sort & kinds) === digit) end += sort & pair ? 2 : 1
    else if (isBetweenDigits(text.charCodeAt(end)) && (sortAt(text, end + 1) & kinds) === digit) end += 1
    else return end
  }
}

function isBetweenDigits(code: number): boolean {
  return code === 0x2c || code === 0x2e || code === 0x3a
}

function endOfMark(text: string, start: number, sort: number): number {
  if ((sort & kinds) !== stop) return start + (sort & pair ? 2 : 1)
  let end = start + 1
  while ((sortAt(text, end) & kinds) === stop) end += 1
  return end
}

/** What a character is: one of these, … */
const kinds = 7
const space = 1
const letter = 2
const digit = 3
/** Goes on within a word and is a mark elsewhere: combining marks, soft hyphens, invisible joiners. */
const withinWord = 4
/** Hyphens and apostrophes. */
const joiner = 5
const stop = 6
const mark = 7
/** … how it is spelled: as `foldWord` leaves it in a word of that alphabet alone, or not; digits go with both; … */
const latin = 8
const cyrillic = 16
const otherwise = 32
/** … and whether two UTF-16 units are one character. */
const pair = 64

/** By UTF-16 unit; 0 where nobody has asked yet. */
const sorts = new Uint8Array(0x10000)

/** Behind the text stands white space. */
function sortAt(text: string, at: number): number {
  if (at >= text.length) return space
  const code = text.charCodeAt(at)
  if (code >= 0xd800 && code <= 0xdbff) return sortOfPair(text, at)
  const known = sorts[code] as number
  if (known !== 0) return known
  const found = sortOf(String.fromCharCode(code))
  sorts[code] = found
  return found
}

function sortOfPair(text: string, at: number): number {
  const code = text.codePointAt(at) ?? 0
  return code > 0xffff ? sortOf(String.fromCodePoint(code)) | pair : mark
}

function sortOf(character: string): number {
  if (/\s/u.test(character)) return space
  if (/\p{L}/u.test(character)) return letter | spellingOf(character)
  if (/\p{N}/u.test(character)) return digit | (/[0-9]/.test(character) ? 0 : otherwise)
  if (/[\p{M}\u00ad\u200b-\u200d\u2060]/u.test(character)) return withinWord | otherwise
  if (joiners.has(character)) return joiner
  return /[.!?…]/.test(character) ? stop : mark
}

function spellingOf(character: string): number {
  if (/[a-z]/.test(character)) return latin
  return /[а-яіїєәғқңөұүһў]/.test(character) ? cyrillic : otherwise
}

const joiners: ReadonlySet<string> = new Set(`${letterFolds.apostrophes}-‑`)
const longestPlain = 100

/** Words come again and again. */
const folds = new Map<string, string>()
const mostFolds = 20_000
/** Longer slices would hold their whole text in memory. */
const longestKept = 12

function foldOf(word: string): string {
  if (word.length > longestKept) return foldWord(word)
  const known = folds.get(word)
  if (known !== undefined) return known
  const folded = foldWord(word)
  if (folds.size >= mostFolds) folds.clear()
  folds.set(word, folded)
  return folded
}
