import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Locale, locales } from './locale.ts'
import { loadMessages, translateTo } from './messages.ts'

const all = Object.keys(locales) as Locale[]

describe('the messages', () => {
  it('have the same keys in every language', () => {
    const keys = Object.keys(loadMessages('en'))
    for (const locale of all) assert.deepEqual(Object.keys(loadMessages(locale)), keys, locale)
  })

  it('name the same values in every language', () => {
    const english = loadMessages('en')
    for (const locale of all)
      for (const [key, message] of Object.entries(loadMessages(locale)))
        assert.deepEqual(valuesIn(message), valuesIn(english[key]), `${locale} ${key}`)
  })

  it('have every plural form that their language has', () => {
    for (const locale of all) {
      const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions()
      for (const [key, message] of Object.entries(loadMessages(locale)))
        if (typeof message !== 'string')
          assert.deepEqual(Object.keys(message).sort(), [...pluralCategories].sort(), `${locale} ${key}`)
    }
  })

  const counted: readonly (readonly [Locale, number, string])[] = [
    ['en', 1, '1 article'],
    ['en', 2000, '2,000 articles'],
    ['ru', 1, '1 статья'],
    ['ru', 3, '3 статьи'],
    ['ru', 11, '11 статей'],
    ['ru', 21, '21 статья'],
    ['uk', 4, '4 статті'],
    ['uk', 5, '5 статей'],
    ['kk', 5, '5 мақала'],
  ]
  for (const [locale, count, words] of counted)
    it(`count ${count} in ${locale} as “${words}”`, () => {
      assert.equal(translateTo(locale)('sources.articles', { count }), words)
    })
})

function valuesIn(message: unknown): readonly string[] {
  const names = JSON.stringify(message).match(/\{\w+\}/g) ?? []
  return [...new Set(names)].sort()
}
