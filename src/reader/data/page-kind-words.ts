import { readFileSync } from 'node:fs'

/** Words that walls and pages that are no article are known by, in many languages: page-kind-words.json. */
const table = JSON.parse(
  readFileSync(new URL('./page-kind-words.json', import.meta.url), 'utf8'),
) as Readonly<Record<WordKind, readonly string[]>>

type WordKind =
  | 'error'
  | 'errorAlone'
  | 'consent'
  | 'accept'
  | 'paywall'
  | 'botCheck'
  | 'login'
  | 'needsScript'

export interface KindWords {
  /** One of the phrases stands in the text, in whole words: '404' is no part of '40404'. */
  readonly within: RegExp
  /** The text, signs and case aside, is one of the phrases. */
  isWhole(text: string): boolean
}

export const pageKindWords: Readonly<Record<WordKind, KindWords>> = {
  error: wordsOf(table.error),
  errorAlone: wordsOf(table.errorAlone),
  consent: wordsOf(table.consent),
  accept: wordsOf(table.accept),
  paywall: wordsOf(table.paywall),
  botCheck: wordsOf(table.botCheck),
  login: wordsOf(table.login),
  needsScript: wordsOf(table.needsScript),
}

/** A typographic apostrophe is read as a plain one. Endings may follow a stem that the list gives without one. */
function wordsOf(phrases: readonly string[]): KindWords {
  const whole = new Set(phrases.map(fold))
  return {
    within: new RegExp(`(?<![\\p{L}\\p{N}])(?:${phrases.map(escaped).join('|')})(?!\\p{N})`, 'iu'),
    isWhole: (text) => whole.has(fold(text)),
  }
}

function escaped(phrase: string): string {
  return phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll("'", "['’]")
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
}
