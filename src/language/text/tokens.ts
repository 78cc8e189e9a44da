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

const letters = '\\p{L}\\p{M}\\u00ad\\u200b-\\u200d\\u2060'
/** A hyphen or an apostrophe between letters stays inside the word; so do digits once it has begun («G20», «Су-27»). */
const word = `\\p{L}[${letters}\\p{N}]*(?:[${letterFolds.apostrophes}\\-‑](?=[\\p{L}\\p{N}])[${letters}\\p{N}]+)*`
/** Digits with their groups and fractions («1 000» stays two tokens, «18:30» and «3,5» are one). */
const number = '\\p{N}+(?:[.,:](?=\\p{N})\\p{N}+)*'
/** Dots, exclamation and question marks that stand together are one mark. */
const mark = '[.!?…]+|[^\\s\\p{L}\\p{N}]'
const token = new RegExp(`(${word})|(${number})|${mark}`, 'gu')

/** The tokens of a text, in order. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(token)) {
    const [found, asWord, asNumber] = match
    tokens.push({
      text: found,
      folded: asWord === undefined ? found : foldWord(found),
      kind: asWord !== undefined ? 'word' : asNumber !== undefined ? 'number' : 'mark',
      start: match.index,
      end: match.index + found.length,
    })
  }
  return tokens
}
