import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { parseText } from './parse-text.ts'

const sentences = (text: string, language: string): string[] =>
  parseText(text, language).sentences.map(({ start, end }) => text.slice(start, end))

const cases: readonly (readonly [why: string, language: string, parts: readonly string[]])[] = [
  ['a dot and a capital', 'en', ['It rained.', 'Then it stopped.']],
  ['titles and initials go on', 'en', ['Mr. Hale met J. R. Orme in the U.S. on Monday.', 'They spoke.']],
  ['quotation marks close behind the dot', 'en', ['“We will go.”', 'He left.']],
  ['a quotation goes on with its cue', 'ru', ['«Мы уедем!» — сказала Серова.', 'И уехала.']],
  ['years and streets', 'ru', ['В 2022 г. на ул. Садовой открыли мост.', 'Его строили 3 года.']],
  ['a year that ends its sentence', 'ru', ['Это было в 2022 г.', 'Потом всё изменилось.']],
  ['and so on', 'ru', ['Привезли воду, хлеб и т.д.', 'Люди ждали.']],
  ['initials before a surname', 'uk', ['Про це сказав О. В. Гайовий.', 'Він додав: «Чекаємо».']],
  ['an ellipsis that goes on', 'ru', ['Он думал… и молчал.', 'Потом ушёл…']],
  ['numbers', 'en', ['It cost 3.5 million.', '18 people came.']],
  ['Kazakh', 'kk', ['Көпір 2023 ж. ашылды.', 'Оны Дала-Таң қаласы салды.']],
]

describe('sentences', () => {
  for (const [why, language, parts] of cases) {
    it(`are told apart: ${why}`, () => assert.deepEqual(sentences(parts.join(' '), language), parts))
  }

  it('end with their line', () => {
    assert.deepEqual(sentences('Bridge opens\n\nIt opened on Monday', 'en'), [
      'Bridge opens',
      'It opened on Monday',
    ])
  })

  it('hold every token once, and tokens hold every character that is not white space', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('ru', 'uk', 'en', 'kk', 'und'),
        (text, language) => {
          const { tokens, sentences: found } = parseText(text, language)
          assert.equal(tokens.map((token) => token.text).join(''), text.replace(/\s/gu, ''))
          assert.deepEqual(
            found.flatMap(({ first, last }) => tokens.slice(first, last)),
            tokens,
          )
        },
      ),
    )
  })
})

describe('tokens', () => {
  const kinds = (text: string): string[] => parseText(text, 'ru').tokens.map((token) => token.text)

  it('keep hyphens and apostrophes inside words, and digits that belong to them', () => {
    assert.deepEqual(kinds("Нью-Йорк, об'єкт G20 и Су-27"), ['Нью-Йорк', ',', "об'єкт", 'G20', 'и', 'Су-27'])
  })

  it('keep times and fractions whole', () => {
    assert.deepEqual(kinds('в 18:30 — 3,5%'), ['в', '18:30', '—', '3,5', '%'])
  })
})
