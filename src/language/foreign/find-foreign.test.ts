import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { parseText } from '../text/parse-text.ts'
import { findForeign } from './find-foreign.ts'

const found = (text: string, language: string): (readonly [string, string])[] =>
  findForeign(parseText(text, language)).map((one) => [one.language, text.slice(one.start, one.end)])

const russian = 'В Заречье открыли новый мост через реку, по нему уже ездят автобусы.'
const ukrainian = '«Ми дуже чекали на цей міст, бо щодня їздимо цією дорогою до міста».'
const english = 'The bridge was built in two years and it will be open to everyone next week.'
const kazakh = 'Жаңа көпір қала тұрғындарына үлкен жеңілдік әкеледі деп күтілуде.'

describe('findForeign', () => {
  const cases: readonly (readonly [why: string, language: string, text: string, expected: unknown])[] = [
    ['a Ukrainian quotation in Russian', 'ru', `${russian}\n${ukrainian}\n${russian}`, [['uk', ukrainian]]],
    ['a Russian sentence in Ukrainian', 'uk', `${ukrainian}\n${russian}\n${ukrainian}`, [['ru', russian]]],
    ['an English post in Russian', 'ru', `${russian} ${english} ${russian}`, [['en', english]]],
    ['Russian in Kazakh', 'kk', `${kazakh} ${russian} ${kazakh}`, [['ru', russian]]],
    ['Kazakh in Russian', 'ru', `${russian} ${kazakh} ${russian}`, [['kk', kazakh]]],
    ['a Russian sentence in English', 'en', `${english} ${russian} ${english}`, [['ru', russian]]],
    [
      'sentences of one language as one',
      'ru',
      `${russian}\n${english} It is long and wide.\n${russian}`,
      [['en', `${english} It is long and wide.`]],
    ],
    ['nothing in a text of one language', 'uk', `${ukrainian} ${ukrainian}`, []],
    ['no names in Latin letters', 'ru', 'Заречье. Northern River Bridge Company Limited. Мост открыт.', []],
    [
      'no title within a sentence',
      'ru',
      'Книга «The Bridge over the Northern River» вышла вчера в Заречье.',
      [],
    ],
    [
      'no line of addresses',
      'ru',
      `${russian}\n[Новости моста](https://example.org/en/north-river-bridge-news) и ещё\nhttps://example.org/en/all-news-of-the-bridge\n${russian}`,
      [],
    ],
    [
      'a sentence with an address',
      'ru',
      `${russian}\n${english} http://example.org/a`,
      [['en', `${english} http://example.org/a`]],
    ],
    ['no short shout', 'ru', `${russian} Слава мосту! Okay, good. ${russian}`, []],
  ]
  for (const [why, language, text, expected] of cases) {
    it(`finds ${why}`, () => assert.deepEqual(found(text, language), expected))
  }

  it('gives ordered stretches within any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('ru', 'uk', 'en', 'kk', 'und'),
        (text, language) => {
          let last = 0
          for (const { start, end } of findForeign(parseText(text, language))) {
            assert.ok(start >= last && end > start && end <= text.length)
            last = end
          }
        },
      ),
    )
  })
})
