import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { parseText } from '../text/parse-text.ts'
import { type FindTimesOptions, findTimes } from './find-times.ts'

/** A Wednesday. */
const now = '2023-03-01T12:00'

function found(
  text: string,
  language: string,
  at: string | null = now,
  options: FindTimesOptions = {},
): string[] {
  return findTimes(parseText(text, language), at, options).map(
    ({ start, end, value }) => `${text.slice(start, end)} = ${value}`,
  )
}

const cases: readonly (readonly [language: string, text: string, ...times: string[]])[] = [
  ['ru', 'Вчера, 28 февраля, мост открыли.', 'Вчера, 28 февраля = 2023-02-28'],
  ['ru', 'Накануне делегация прибыла в Дала-Таң.', 'Накануне = 2023-02-28'],
  ['ru', 'Весной 2022 года стороны уже говорили об этом.', 'Весной 2022 года = 2022-SP'],
  ['ru', 'Спустя 30 лет завод закрыли.', 'Спустя 30 лет = P30Y'],
  ['ru', 'В ночь на вторник выпал снег.', 'ночь на вторник = 2023-02-27TNI'],
  ['ru', 'Во вторник премьер заявил, что уйдёт.', 'вторник = 2023-02-28'],
  ['ru', 'Встреча состоится во вторник.', 'вторник = 2023-03-07'],
  ['ru', 'В прошлом году построили две школы, в этом — три.', 'прошлом году = 2022'],
  [
    'ru',
    'Это было на прошлой неделе, а не в позапрошлом месяце.',
    'прошлой неделе = 2023-W08',
    'позапрошлом месяце = 2023-01',
  ],
  [
    'ru',
    'Три года назад он уехал; через две недели вернётся.',
    'Три года назад = 2020',
    'через две недели = 2023-W11',
  ],
  ['ru', 'В 90-е годы и в XX веке было иначе.', '90-е годы = 199', 'XX веке = 19'],
  ['ru', 'В третьем квартале 2022 года выручка выросла.', 'третьем квартале 2022 года = 2022-Q3'],
  ['ru', 'Заседание пройдёт завтра в 18:30.', 'завтра в 18:30 = 2023-03-02T18:30'],
  ['ru', 'Сегодня в 8 вечера дадут салют.', 'Сегодня в 8 вечера = 2023-03-01T20'],
  ['ru', 'Ярмарка пройдёт с 5 по 12 марта.', '5 по 12 марта = 2023-03-05/2023-03-12'],
  [
    'ru',
    'В конце прошлого года, 31 декабря 2022 г., закон подписали.',
    'конце прошлого года = 2022',
    '31 декабря 2022 г. = 2022-12-31',
  ],
  ['ru', 'Он работал там последние три месяца.', 'последние три месяца = P3M'],
  ['ru', 'Каждый понедельник и ежедневно в обед.', 'Каждый понедельник = XXXX-WXX-1', 'ежедневно = P1D'],
  ['ru', 'Ему 30 лет, в 18 лет он ушёл в армию.'],
  [
    'ru',
    'Утром 28 февраля и вчера вечером слышали гул.',
    'Утром 28 февраля = 2023-02-28TMO',
    'вчера вечером = 2023-02-28TEV',
  ],
  ['ru', 'Рост составил 15.02 процента, 2 тысячи человек.'],
  ['uk', 'Учора, 28 лютого, відкрили міст.', 'Учора, 28 лютого = 2023-02-28'],
  ['uk', 'Минулого тижня уряд ухвалив рішення.', 'Минулого тижня = 2023-W08'],
  ['uk', 'Навесні 2022 року сторони вже говорили.', 'Навесні 2022 року = 2022-SP'],
  ['uk', 'У ніч на вівторок випав сніг.', 'ніч на вівторок = 2023-02-27TNI'],
  ['uk', "О п'ятій годині, 24 серпня 2021 року.", '24 серпня 2021 року = 2021-08-24'],
  ['uk', 'Два роки тому він поїхав.', 'Два роки тому = 2021'],
  [
    'en',
    'They met last Tuesday, earlier this month.',
    'last Tuesday = 2023-02-28',
    'earlier this month = 2023-03',
  ],
  ['en', 'Talks begin at 9 a.m. on Friday.', '9 a.m. on Friday = 2023-03-03T09'],
  [
    'en',
    'It opened on Feb. 28, 2023, two years ago next May.',
    'Feb. 28, 2023 = 2023-02-28',
    'two years ago = 2021',
    'next May = 2023-05',
  ],
  ['en', 'He may march in the spring of 1994.', 'the spring of 1994 = 1994-SP'],
  [
    'en',
    'In the 1990s and the third quarter of last year.',
    'the 1990s = 199',
    'the third quarter of last year = 2022-Q3',
  ],
  ['en', 'A 30-year-old man waited five years.', 'five years = P5Y'],
  [
    'en',
    'The last day of October 2015, two days after Christmas.',
    'The last day of October 2015 = 2015-10-31',
    'two days after Christmas = 2022-12-27',
  ],
  [
    'en',
    'Profit rose in the third quarter of 2021 from a year earlier.',
    'the third quarter of 2021 = 2021-Q3',
    'a year earlier = 2020-Q3',
  ],
  ['kk', 'Кеше, 2023 жылғы 28 ақпанда көпір ашылды.', 'Кеше, 2023 жылғы 28 ақпанда = 2023-02-28'],
  [
    'kk',
    'Өткен аптада, 3 күн бұрын, былтыр.',
    'Өткен аптада = 2023-W08',
    '3 күн бұрын = 2023-02-26',
    'былтыр = 2022',
  ],
  [
    'de',
    'Gestern, am 28. Februar 2023, wurde die Brücke eröffnet.',
    'Gestern = 2023-02-28',
    '28. Februar 2023 = 2023-02-28',
  ],
  [
    'fr',
    'Le pont a ouvert le 28 février 2023 à 18:30.',
    '28 février 2023 = 2023-02-28',
    '18:30 = 2023-03-01T18:30',
  ],
  ['de', 'Letzte Woche und vor 3 Tagen.', 'Letzte Woche = 2023-W08', 'vor 3 Tagen = 2023-02-26'],
  ['bg', 'Преди 2 седмици откриха моста.', 'Преди 2 седмици = 2023-W07'],
  ['be', 'Учора, 5 гадоў таму.', 'Учора = 2023-02-28', '5 гадоў таму = 2018'],
  ['uk', 'У 2014, 2015 і 2016 роках на вулиці 8 Березня.', '2014 = 2014', '2015 = 2015', '2016 роках = 2016'],
  [
    'ru',
    'В 2022-м и в том же году; за последний месяц.',
    '2022-м = 2022',
    'в том же году = 2022',
    'последний месяц = P1M',
  ],
  ['und', 'On 2023-02-28 and 31.10.1974.', '2023-02-28 = 2023-02-28', '31.10.1974 = 1974-10-31'],
]

describe('times', () => {
  for (const [language, text, ...times] of cases)
    it(`are found in ${language}: ${text}`, () => assert.deepEqual(found(text, language), times))

  it('say from when until when', () => {
    const [season, night] = findTimes(parseText('Весной 2022 года. В ночь на вторник.', 'ru'), now)
    assert.deepEqual([season?.from, season?.until], ['2022-03-01T00:00:00', '2022-06-01T00:00:00'])
    assert.deepEqual([night?.from, night?.until], ['2023-02-27T22:00:00', '2023-02-28T06:00:00'])
  })

  it('lean to the future where somebody makes an appointment', () => {
    assert.deepEqual(found('во вторник', 'ru', now, { lean: 'future' }), ['вторник = 2023-03-07'])
    assert.deepEqual(found('в 3', 'ru', now, { lean: 'future' }), ['3 = 2023-03-01T15'])
  })

  it('put the clock of another zone right where the zone of the article is known', () => {
    assert.deepEqual(found('четверг 8:00 GMT', 'ru', '2023-03-01T12:00+06:00'), [
      'четверг 8:00 GMT = 2023-03-02T14:00',
    ])
    assert.deepEqual(found('8:00 GMT', 'en', now), ['8:00 GMT = 2023-03-01T08:00+00:00'])
  })

  it('keep to what is stated when the day of the article is not known', () => {
    assert.deepEqual(found('Вчера, весной 2022 года, спустя 30 лет.', 'ru', null), [
      'весной 2022 года = 2022-SP',
      'спустя 30 лет = P30Y',
    ])
  })

  it('leave the stamps of a list of headlines out', () => {
    assert.deepEqual(found('Последние новости\n18:30Мост открыт\n18:28\nШкола закрыта', 'ru'), [])
  })

  it('of long hostile texts are found in a time that grows with them', () => {
    const hostile = [
      'early the ',
      '2000, ',
      'the ',
      'in the early ',
      '5 and 6 ',
      'a quarter past ',
      'last first ',
      '1-',
      'mid-',
    ]
    for (const part of hostile) {
      const start = process.cpuUsage()
      findTimes(parseText(part.repeat(20_000), 'en'), now)
      assert.ok(process.cpuUsage(start).user < 4_000_000, part)
    }
  })

  it('are in order, in range and apart, and nothing makes them throw', () => {
    const words =
      'в во вчера 28 2022 18:30 марта года , . - – ночь на вторник last first of Tuesday 3 days ago the a quarter past жылғы ақпан XX век 1990 х s'.split(
        ' ',
      )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((some) => some.join(' ')),
          fc.array(fc.constantFrom(...words), { maxLength: 8 }).map((some) => some.join('')),
        ),
        fc.constantFrom('ru', 'uk', 'en', 'kk', 'de', 'und'),
        fc.constantFrom('past' as const, 'future' as const),
        (text, language, lean) => {
          let last = 0
          for (const { start, end, from, until } of findTimes(parseText(text, language), now, { lean })) {
            assert.ok(start >= last && end > start && end <= text.length)
            assert.ok(from === null || until === null || from < until || from.startsWith('-'))
            last = end
          }
        },
      ),
    )
  })
})

const sample = path.join(import.meta.dirname, '../../../../shared/samples/portal-page.ru.txt')

describe('the sample page', { skip: existsSync(sample) ? false : 'shared/samples is not there' }, () => {
  it('has every date right', () => {
    const text = existsSync(sample) ? readFileSync(sample, 'utf8') : ''
    const times = found(text, 'ru').filter((time) => !/_REF$/.test(time))
    assert.deepEqual(times, [
      'Накануне = 2023-02-28',
      'Вчера, 28 февраля = 2023-02-28',
      'спустя 30 лет = P30Y',
      'весной 2022 года = 2022-SP',
    ])
  })
})
