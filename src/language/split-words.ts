import { letterFolds } from './data/letter-folds.ts'

export interface Word {
  readonly text: string
  /** UTF-16 offsets into the text, end exclusive. */
  readonly start: number
  readonly end: number
}

/** Written without spaces, so that each character is searched for as a word. */
const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}'
const begin = `(?:(?![${unspaced}])[\\p{L}\\p{N}])`
/** Soft hyphens and joiners stand within a word without being seen. */
const further = `(?:(?![${unspaced}])[\\p{L}\\p{M}\\p{N}\\u00ad\\u200b-\\u200d\\u2060\\ufeff])`
const word = new RegExp(
  `[${unspaced}]\\p{M}*|${begin}${further}*(?:[${letterFolds.apostrophes}](?=\\p{L})${further}+)*`,
  'gu',
)

/** Runs of letters and digits, with the apostrophes inside them; a hyphen parts words (COVID-19 is two). */
export function* splitWords(text: string): Generator<Word> {
  for (const match of text.matchAll(word)) {
    yield { text: match[0], start: match.index, end: match.index + match[0].length }
  }
}
