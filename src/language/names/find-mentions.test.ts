import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { parseText } from '../text/parse-text.ts'
import { findMentions } from './find-mentions.ts'

const found = (text: string, language: string): readonly string[] =>
  findMentions(parseText(text, language)).map(({ start, end, kind }) => `${kind} ${text.slice(start, end)}`)

const cases: readonly (readonly [why: string, language: string, text: string, names: readonly string[]])[] = [
  [
    'a person with an office, which is no part of the name',
    'ru',
    'Министр обороны Андрей Колосников прибыл в Казань.',
    ['person Андрей Колосников', 'place Казань'],
  ],
  [
    'a surname in another case, further on',
    'ru',
    'В Киеве выступил Игорь Мерецков. По словам Мерецкова, дорогу откроют в июне.',
    ['place Киеве', 'person Игорь Мерецков', 'person Мерецкова'],
  ],
  [
    'an organisation without the quotation marks around it',
    'ru',
    'Компания «Заречье-Строй» построит завод во Франции.',
    ['organisation Заречье-Строй', 'place Франции'],
  ],
  [
    'Ukrainian names',
    'uk',
    'Про це повідомив Олександр Гайовий у місті Львів.',
    ['person Олександр Гайовий', 'place Львів'],
  ],
  [
    'a surname alone that stands behind a given name elsewhere',
    'ru',
    'Тарелкина ждут в суде. Адвокат назвал Петра Тарелкина невиновным.',
    ['person Тарелкина', 'person Петра Тарелкина'],
  ],
  [
    'English names',
    'en',
    'Senator Alice Hartwell told Reuters that France would not sign.',
    ['person Alice Hartwell', 'organisation Reuters', 'place France'],
  ],
  [
    'products and events',
    'ru',
    'Из-за пандемии COVID-19 форум отменили, написал мэр в Twitter.',
    ['event COVID-19', 'product Twitter'],
  ],
]

describe('finding names', () => {
  for (const [why, language, text, names] of cases) {
    it(`finds ${why}`, () => assert.deepEqual(found(text, language), names))
  }

  it('finds none where there are none', () => {
    assert.deepEqual(found('', 'ru'), [])
    assert.deepEqual(found('вчера шёл дождь, и дорогу размыло', 'ru'), [])
  })

  it('keeps names in order, apart and inside whatever text', () => {
    const words = fc.constantFrom(
      'Анна ',
      'Орлова',
      ' «',
      '»',
      '. ',
      '\n',
      ' в ',
      'ООН',
      'Paris ',
      '"',
      'İ',
      '🙂',
      ' 5',
    )
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(words).map((some) => some.join('')),
    )
    fc.assert(
      fc.property(texts, fc.constantFrom('ru', 'uk', 'en', 'kk', 'und'), (text, language) => {
        let end = 0
        for (const mention of findMentions(parseText(text, language))) {
          assert.ok(mention.start >= end && mention.end > mention.start && mention.end <= text.length)
          end = mention.end
        }
      }),
      { numRuns: 50 },
    )
  })
})
