import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { TextLink } from '../../model/article.ts'
import type { Credit } from '../../model/marks.ts'
import { findMentions } from '../names/find-mentions.ts'
import { uniteNames } from '../names/unite-names.ts'
import { parseText } from '../text/parse-text.ts'
import { findCredits } from './find-credits.ts'

interface Case {
  readonly why: string
  readonly language: string
  readonly text: string
  /** Kind and source of each credit, with '← ' and the place of the one that it has it from. */
  readonly found: readonly string[]
}

const cases: readonly Case[] = [
  {
    why: 'the verb before a quoted outlet',
    language: 'ru',
    text: 'Мост через Орму закрыли до весны, информирует «Ормский вестник».',
    found: ['outlet Ормский вестник'],
  },
  {
    why: 'the chain from an outlet over a post to who wrote it',
    language: 'ru',
    text: 'Вчера Павел Серов провёл встречу с мэром Орма Адой Вишневой, о чём написал на своей странице в Twitter, информирует "Орма 24".',
    found: ['person Павел Серов', 'channel Twitter ← 0', 'outlet Орма 24 ← 1'],
  },
  {
    why: 'an outlet that refers to another',
    language: 'ru',
    text: 'Об этом пишет газета «Ормский вестник» со ссылкой на портал «Дала».',
    found: ['outlet Ормский вестник ← 1', 'outlet Дала'],
  },
  {
    why: 'the correspondent of an outlet',
    language: 'ru',
    text: 'Мост закрыли до весны, передаёт корреспондент агентства «Орма-Информ».',
    found: ['agency Орма-Информ'],
  },
  {
    why: 'a document and the body whose it is',
    language: 'ru',
    text: 'Об этом говорится в сообщении министерства транспорта.',
    found: ['document сообщение министерства транспорта'],
  },
  {
    why: 'the press office of a body',
    language: 'ru',
    text: 'Об этом сообщает пресс-служба Министерства транспорта Ормы.',
    found: ['organisation пресс-служба Министерства транспорта Ормы'],
  },
  {
    why: 'by whose data it is',
    language: 'ru',
    text: 'По данным «Ормского вестника», мост закрыли до весны.',
    found: ['organisation Ормского вестника'],
  },
  {
    why: 'who told an outlet',
    language: 'ru',
    text: '«Мост закрыт», — сказал Павел Серов в интервью газете «Ормский вестник».',
    found: ['outlet Ормский вестник'],
  },
  {
    why: 'whose words they are',
    language: 'ru',
    text: 'Напомним, со слов Павла Серова, мост закрыли до весны.',
    found: ['person Павел Серов'],
  },
  {
    why: 'a channel by what it is, and who repeats it in the next sentence',
    language: 'ru',
    text: 'Telegram-канал «Орма сегодня» сообщает, что мост закрыт. Об этом пишет «Ормский вестник».',
    found: ['channel Орма сегодня', 'outlet Ормский вестник ← 0'],
  },
  {
    why: 'not who only says something',
    language: 'ru',
    text: 'Павел Серов сообщил, что мост закрыт. Министерство транспорта заявило, что откроет его.',
    found: [],
  },
  {
    why: 'not those whom the text does not name',
    language: 'ru',
    text: 'Об этом сообщает издание со ссылкой на источники. По данным СМИ, мост закрыт.',
    found: [],
  },
  {
    why: 'not where one is to subscribe',
    language: 'ru',
    text: 'Подписывайтесь на наш канал в Telegram!',
    found: [],
  },
  {
    why: 'an outlet that refers to another',
    language: 'uk',
    text: 'Про це повідомляє «Ормський вісник» з посиланням на видання «Гайове».',
    found: ['outlet Ормський вісник ← 1', 'outlet Гайове'],
  },
  {
    why: 'who is quoted and who passes it on',
    language: 'uk',
    text: 'Про це заявив Павло Гайовий, передає «Ормський вісник».',
    found: ['person Павло Гайовий', 'outlet Ормський вісник ← 0'],
  },
  {
    why: 'a document',
    language: 'uk',
    text: 'Про це йдеться у заяві міністерства.',
    found: ['document заява міністерства'],
  },
  {
    why: 'a network in its own case form',
    language: 'uk',
    text: '«Міст закрито», — повідомив Павло Гайовий у фейсбуці.',
    found: ['person Павло Гайовий', 'channel Фейсбук ← 0'],
  },
  {
    why: 'an outlet that refers to another',
    language: 'en',
    text: 'The bridge is closed, the newspaper Orme Courier reported, citing the agency Ormeinform.',
    found: ['outlet Orme Courier ← 1', 'agency Ormeinform'],
  },
  {
    why: 'by whose account it is',
    language: 'en',
    text: 'The bridge is closed, according to Ada Hale.',
    found: ['person Ada Hale'],
  },
  {
    why: 'a statement that is a document',
    language: 'en',
    text: '“The bridge is closed,” the council said in a statement.',
    found: ['document statement'],
  },
  {
    why: 'a post',
    language: 'en',
    text: '“The bridge is closed,” Ada Hale wrote on Twitter.',
    found: ['person Ada Hale', 'channel Twitter ← 0'],
  },
  {
    why: 'the verb before a quoted outlet',
    language: 'kk',
    text: 'Көпір көктемге дейін жабылды, деп хабарлайды «Дала таңы».',
    found: ['outlet Дала таңы'],
  },
]

describe('credits', () => {
  for (const { why, language, text, found } of cases)
    it(`are found in ${language}: ${why}`, () => assert.deepEqual(written(creditsOf(text, language)), found))

  it('carry the key of an outlet that is known, in any case form', () => {
    const found = creditsOf('По данным «Украинской правды», мост закрыт. Об этом сообщает Рейтер.', 'ru')
    assert.deepEqual(
      found.map(({ outlet, kind }) => [outlet, kind]),
      [
        ['pravda.com.ua', 'outlet'],
        ['reuters.com', 'agency'],
      ],
    )
  })

  it('carry the address that their phrase links to', () => {
    const text = 'Мост закрыли, пишет «Ормский вестник».'
    const start = text.indexOf('пишет')
    const links = [{ start, end: start + 5, address: 'https://vestnik.example/most' }]
    assert.deepEqual(
      creditsOf(text, 'ru', links).map(({ address }) => address),
      ['https://vestnik.example/most'],
    )
  })

  it('are made by a link on the name of an outlet', () => {
    const text = 'Мост закрыли до весны (Reuters подробнее).'
    const start = text.indexOf('Reuters')
    const links = [{ start, end: start + 7, address: 'https://www.reuters.com/orme' }]
    assert.deepEqual(written(creditsOf(text, 'ru', links)), ['agency Reuters'])
    assert.deepEqual(creditsOf(text, 'ru'), [])
  })

  it('are made by a dateline', () => {
    assert.deepEqual(written(creditsOf('ORME, March 1 (Reuters) - The bridge is closed.', 'en')), [
      'agency Reuters',
    ])
    assert.deepEqual(written(creditsOf('ОРМА, 1 марта. /ТАСС/. Мост закрыт.', 'ru')), ['agency ТАСС'])
  })

  const sample = path.join(import.meta.dirname, '../../../../shared/samples/portal-page.ru.txt')
  it('of the sample page come out with their chain', {
    skip: existsSync(sample) ? false : 'the sample page is not there',
  }, () => {
    assert.deepEqual(written(creditsOf(readFileSync(sample, 'utf8'), 'ru')).slice(0, 3), [
      'person Энтони Блинкен',
      'channel Twitter ← 0',
      'outlet Украина 365 ← 1',
    ])
  })

  it('lie in the text, in order, whatever the text', () => {
    const pieces = [
      'об этом сообщает',
      'как пишет',
      'со ссылкой на',
      'по данным',
      'в интервью',
      'говорится в сообщении',
      'на своей странице в Twitter',
      'Telegram-канале',
      'according to',
      'told Reuters',
      'деп хабарлайды',
      'Reuters',
      'агентство',
      'Серов',
      '«',
      '»',
      '"',
      '(',
      ')',
      ',',
      'и',
      '.',
      'orme.kz',
      '\n\n',
    ]
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom(...pieces)).map((some) => some.join(' ')),
    )
    fc.assert(
      fc.property(
        anyText,
        fc.constantFrom('ru', 'uk', 'en', 'kk', 'und'),
        fc.array(fc.record({ start: fc.nat(60), end: fc.nat(90) })),
        (text, language, links) => {
          const credits = creditsOf(
            text,
            language,
            links.map((link) => ({ ...link, address: 'https://orme.example' })),
          )
          for (const { start, end, source, citing } of credits) {
            assert.ok(start >= 0 && start <= source.start && source.start < source.end)
            assert.ok(source.end <= end && end <= text.length)
            assert.ok(citing === null || credits[citing] !== undefined)
          }
          const starts = credits.map(({ source }) => source.start)
          assert.deepEqual(
            starts,
            starts.toSorted((one, other) => one - other),
          )
        },
      ),
    )
  })
})

function creditsOf(text: string, language: string, links: readonly TextLink[] = []): readonly Credit[] {
  const parsed = parseText(text, language, links)
  return findCredits(parsed, uniteNames(parsed, findMentions(parsed)))
}

function written(credits: readonly Credit[]): readonly string[] {
  return credits.map(
    ({ kind, sourceName, citing }) => `${kind} ${sourceName}${citing === null ? '' : ` ← ${citing}`}`,
  )
}
