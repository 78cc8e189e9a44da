import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { chooseLocale, type Locale } from './locale.ts'

const cases: readonly (readonly [chosen: string | undefined, accepted: string | undefined, Locale])[] = [
  ['kk', 'ru,en;q=0.5', 'kk'],
  [undefined, 'uk-UA,uk;q=0.9,en;q=0.8', 'uk'],
  [undefined, 'de-DE, ru;q=0.7, en;q=0.8', 'en'],
  [undefined, 'fr, *;q=0.1', 'en'],
  [undefined, 'ru;q=0, uk;q=0.1', 'uk'],
  ['<script>', 'ru', 'ru'],
  ['constructor', undefined, 'en'],
  [undefined, undefined, 'en'],
]

describe('the language of the desk', () => {
  for (const [chosen, accepted, locale] of cases)
    it(`is ${locale} for ${chosen ?? 'no choice'} and “${accepted ?? ''}”`, () => {
      assert.equal(chooseLocale(chosen, accepted), locale)
    })
})
