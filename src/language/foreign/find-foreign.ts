import type { LanguageTag } from '../../model/language-tag.ts'
import type { Span } from '../../model/marks.ts'
import { identifyLanguage } from '../identify-language.ts'
import type { ParsedText } from '../text/parse-text.ts'
import type { Token } from '../text/tokens.ts'

/**
 * Stretches of whole sentences that are written in another language than the text, in order, next ones of one language as
 * one. Names and titles in other letters are not foreign, and what could be of the text's language is taken for it.
 */
export function findForeign({
  text,
  language,
  tokens,
  sentences,
}: ParsedText): readonly (Span & { readonly language: LanguageTag })[] {
  const found: { start: number; end: number; language: LanguageTag }[] = []
  if (language === 'und') return found
  let last = 0
  for (const { first, last: end, start, end: endOffset } of sentences) {
    const words = wordsOf(text, tokens.slice(first, end))
    const before = found.at(-1)
    const isNext = before !== undefined && before.end === last
    last = endOffset
    const other = languageOf(text.slice(start, endOffset), words, language, isNext ? before.language : null)
    if (other === null) continue
    if (isNext && before.language === other) before.end = endOffset
    else found.push({ start, end: endOffset, language: other })
  }
  return found
}

/** The words among tokens, but for those of addresses, which are in no language. */
function wordsOf(text: string, tokens: readonly Token[]): readonly Token[] {
  const words: Token[] = []
  let addressEnd = 0
  for (const token of tokens) {
    if (token.kind !== 'word' || token.start < addressEnd) continue
    if (schemes.has(token.folded) && text.startsWith('://', token.end))
      addressEnd = endOfAddress(text, token.end)
    else words.push(token)
  }
  return words
}

const schemes: ReadonlySet<string> = new Set(['http', 'https'])

function endOfAddress(text: string, from: number): number {
  const space = /\s/g
  space.lastIndex = from
  return space.exec(text)?.index ?? text.length
}

/** A sentence with fewer letters says too little; behind one that is foreign, fewer are enough. */
const fewestLetters = 20
const fewestLettersBehind = 10
const fewestWords = 4
const fewestWordsBehind = 2

/** The other language that a sentence is in, or null. `before` is that of the sentence before it where that is foreign. */
function languageOf(
  sentence: string,
  words: readonly Token[],
  language: LanguageTag,
  before: LanguageTag | null,
): LanguageTag | null {
  const letters = words.reduce((sum, { folded }) => sum + folded.length, 0)
  if (letters < (before === null ? fewestLetters : fewestLettersBehind)) return null
  if (words.length < (before === null ? fewestWords : fewestWordsBehind)) return null
  if (before === null && isPlainlyOf(language, sentence, words)) return null
  // A row of names has capitals where a sentence has few.
  const small = words.filter(({ text }) => /^\p{Ll}/u.test(text)).length
  if (small * 2 < words.length) return null
  const found = identifyLanguage(sentence, before ?? language)
  return found === language || found === 'und' ? null : found
}

/** Whether letters or little words show that a sentence is of the language: asking for each would take too long. */
function isPlainlyOf(language: LanguageTag, sentence: string, words: readonly Token[]): boolean {
  const { own, others, words: little } = signs.get(language) ?? {}
  if (little !== undefined) return words.some(({ folded }) => little.has(folded))
  if (own === undefined && others === undefined) return false
  const latin = words.filter(({ folded }) => folded < 'à').length
  if (latin * 2 >= words.length) return false
  return (own === undefined || own.test(sentence)) && (others === undefined || !others.test(sentence))
}

interface Signs {
  /** Letters that no longer sentence of the language lacks, and letters that it has none of. */
  readonly own?: RegExp
  readonly others?: RegExp
  readonly words?: ReadonlySet<string>
}

const signs: ReadonlyMap<LanguageTag, Signs> = new Map<LanguageTag, Signs>([
  ['ru', { others: /[іїєґўәғқңөұүһ]/i }],
  ['uk', { own: /[іїєґ]/i, others: /[ыэъёўәғқңөұүһ]/i }],
  ['kk', { own: /[әғқңөұүһі]/i, others: /[їєґў]/i }],
  [
    'en',
    {
      words: new Set(
        'the of and to is it that with from are this which who their they would what you his there about could'.split(
          ' ',
        ),
      ),
    },
  ],
])
