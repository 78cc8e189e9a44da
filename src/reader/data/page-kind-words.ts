import { readFileSync } from 'node:fs'

/** Words that error pages, consent walls and paywalls are known by, in many languages: page-kind-words.json. */
const table = JSON.parse(
  readFileSync(new URL('./page-kind-words.json', import.meta.url), 'utf8'),
) as Readonly<Record<'error' | 'consent' | 'paywall', readonly string[]>>

export const pageKindWords: { readonly error: RegExp; readonly consent: RegExp; readonly paywall: RegExp } = {
  error: anyOf(table.error),
  consent: anyOf(table.consent),
  paywall: anyOf(table.paywall),
}

/** Whole words: '404' is no part of '40404'. */
function anyOf(phrases: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${phrases.join('|')})(?![\\p{L}\\p{N}])`, 'iu')
}
