import type { LanguageTag } from '../model/language-tag.ts'
import { foldWord } from './fold-word.ts'
import { splitWords, type Word } from './split-words.ts'
import { stemEnglish } from './stemmers/english.ts'
import { stemKazakh } from './stemmers/kazakh.ts'
import { stemRussian } from './stemmers/russian.ts'
import { stemUkrainian } from './stemmers/ukrainian.ts'

/** The stems of the words of a text, in order; every language without a stemmer has its words folded. */
export function stems(text: string, language: LanguageTag): string[] {
  const known = stemsKnown(language)
  const found: string[] = []
  for (const { text: word } of splitWords(text)) {
    const stem = known.of(word)
    if (stem !== '') found.push(stem)
  }
  return found
}

/** What the archive keeps for search: the stems of the text with single spaces between them. */
export function indexText(text: string, language: LanguageTag): string {
  return stems(text, language).join(' ')
}

/** The words of a text as they stand in it: `text` is its slice from `start` to `end` (UTF-16 offsets). */
export function words(text: string): readonly Word[] {
  return [...splitWords(text)]
}

/** The stem of one word in an article of that language; '' for what is no word. */
export function stemOf(word: string, language: LanguageTag): string {
  return stemsKnown(language).of(word)
}

/**
 * Every stem that the word may have in the index: as itself in an article of another language or alphabet, and in
 * each language (of those given, if any is) whose letters it is written in. Each once; none for what is no word.
 */
export function stemsInAnyLanguage(word: string, languages: readonly LanguageTag[] = []): readonly string[] {
  const asked = languages.length === 0 ? ['und', ...stemmers.keys()] : languages
  return [...new Set(asked.map((language) => stemOf(word, language)))].filter((stem) => stem !== '')
}

interface Stemmer {
  /** What every letter of a word must be, that it be a word of the language at all. */
  readonly alphabet: RegExp
  readonly stem: (folded: string) => string
}

const stemmers: ReadonlyMap<LanguageTag, Stemmer> = new Map([
  ['ru', { alphabet: /^[а-я]+$/, stem: stemRussian }],
  ['uk', { alphabet: /^[а-щьюяєії]+$/, stem: stemUkrainian }],
  ['en', { alphabet: /^[a-z']+$/, stem: stemEnglish }],
  ['kk', { alphabet: /^[а-яәғқңөұүһі]+$/, stem: stemKazakh }],
])

/** The words of news are few and come again: what a language has been asked for is remembered, so many words of it. */
const rememberedWords = 100_000
const longestRemembered = 40

class StemsKnown {
  private readonly stems = new Map<string, string>()
  private readonly stemmer: Stemmer | undefined

  constructor(stemmer: Stemmer | undefined) {
    this.stemmer = stemmer
  }

  of(word: string): string {
    const known = this.stems.get(word)
    if (known !== undefined) return known
    const own = copyOf(word)
    const folded = foldWord(own)
    const stem = this.stemmer?.alphabet.test(folded) ? this.stemmer.stem(folded) : folded
    if (this.stems.size >= rememberedWords) this.stems.clear()
    if (own.length <= longestRemembered) this.stems.set(own, stem)
    return stem
  }
}

/** A slice of a text holds the whole text in memory for as long as it lives itself; a copy does not. */
function copyOf(word: string): string {
  return word.length < shortestSlice ? word : Buffer.from(word, 'utf16le').toString('utf16le')
}

/** What is shorter, V8 copies by itself. */
const shortestSlice = 13

const foldsKnown = new StemsKnown(undefined)
const known: ReadonlyMap<LanguageTag, StemsKnown> = new Map(
  [...stemmers].map(([language, stemmer]) => [language, new StemsKnown(stemmer)]),
)

function stemsKnown(language: LanguageTag): StemsKnown {
  return known.get(language) ?? foldsKnown
}
