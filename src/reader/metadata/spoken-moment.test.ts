import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseMoment } from './parse-moment.ts'
import { relativeMoment } from './relative-moment.ts'
import { yearlessMoment } from './yearless-moment.ts'

const at = '2026-11-03T14:05:00.000Z'
const day = '2026-11-03T00:00:00.000Z'

describe('a date in words', () => {
  const cases: readonly (readonly [locale: string, text: string, iso: string])[] = [
    ['ru', 'Вторник, 3 ноября 2026 г., 14:05', at],
    ['ru', '14:05, 03 ноя 2026', at],
    ['uk', '3 листопада 2026 р. о 14:05', at],
    ['be', '3 лістапада 2026, 14:05', at],
    ['bg', '3 ноември 2026 г. в 14:05', at],
    ['mk', '3 ноември 2026 г., во 14:05', at],
    ['sr', '3. новембар 2026. 14:05', at],
    ['sr', '3. novembar 2026. 14:05', at],
    ['hr', '3. studenoga 2026. u 14:05', at],
    ['hr', '3. listopada 2026.', '2026-10-03T00:00:00.000Z'],
    ['pl', '3 listopada 2026 14:05', at],
    ['cs', '3. listopadu 2026 v 14:05', at],
    ['sk', '3. novembra 2026 o 14:05', at],
    ['sl', '3. november 2026 ob 14:05', at],
    ['en', 'November 3, 2026 at 2:05 PM', at],
    ['en', 'Tuesday 3rd November 2026 2.05pm', at],
    ['en', 'Nov. 3, 2026, 12:05 a.m.', '2026-11-03T00:05:00.000Z'],
    ['en', 'November 3, 2026 9:05 AM EST', at],
    ['en', 'Nov 3, 2026 17:05 (UTC+3)', at],
    ['ru', '3 ноября 2026, 17:05 МСК', at],
    ['de', 'Dienstag, 3. November 2026 um 14:05 Uhr', at],
    ['de', '3. Jänner 2026', '2026-01-03T00:00:00.000Z'],
    ['nl', '3 november 2026 om 14:05', at],
    ['sv', '3 november 2026 kl. 14.05', at],
    ['da', '3. november 2026 kl. 14.05', at],
    ['nb', 'tirsdag 3. nov. 2026 14:05', at],
    ['is', '3. nóvember 2026 kl. 14:05', at],
    ['fi', '3. marraskuuta 2026 klo 14.05', at],
    ['et', '3. november 2026, kell 14:05', at],
    ['lv', '2026. gada 3. novembris 14:05', at],
    ['lt', '2026 m. lapkričio 3 d. 14:05', at],
    ['fr', 'Publié le mardi 3 novembre 2026 à 14h05', at],
    ['es', '3 de noviembre de 2026 a las 14:05', at],
    ['ca', '3 de novembre del 2026, 14:05', at],
    ['pt', '3 de novembro de 2026 às 14h05', at],
    ['it', '3 novembre 2026 alle ore 14:05', at],
    ['ro', '3 noiembrie 2026 la 14:05', at],
    ['hu', '2026. november 3. 14:05', at],
    ['el', 'Τρίτη 3 Νοεμβρίου 2026 στις 2:05 μ.μ.', at],
    ['sq', '3 nëntor 2026, 14:05', at],
    ['tr', '3 Kasım 2026 Salı 14:05', at],
    ['az', '3 noyabr 2026, 14:05', at],
    ['kk', '2026 ж. 3 қараша, 14:05', at],
    ['kk', '3 қараша, 2026', day],
    ['ky', '2026-ж., 3-ноябрь 14:05', at],
    ['uz', '3-noyabr, 2026, 14:05', at],
    ['uz', '3 ноябр 2026', day],
    ['tg', '03 Ноябр 2026 соати 14:05', at],
    ['ka', '3 ნოემბერი, 2026, 14:05', at],
    ['hy', '2026 թ. նոյեմբերի 3, 14:05', at],
    ['he', '3 בנובמבר 2026 בשעה 14:05', at],
    ['ar', 'الثلاثاء، ٣ نوفمبر ٢٠٢٦ في ٢:٠٥ م', at],
    ['ar', '3 تشرين الثاني 2026', day],
    ['ar', '3 نونبر 2026', day],
    ['fa', '۱۲ آبان ۱۴۰۵ ساعت ۱۴:۰۵', at],
    ['fa', '۱۴۰۵/۰۸/۱۲', day],
    ['ur', '3 نومبر، 2026', day],
    ['hi', '3 नवंबर 2026, 14:05', at],
    ['hi', '3 मई 2026', '2026-05-03T00:00:00.000Z'],
    ['bn', '৩ নভেম্বর, ২০২৬, ১৪:০৫', at],
    ['ta', '3 நவம்பர், 2026', day],
    ['th', '3 พฤศจิกายน 2569 เวลา 14:05', at],
    ['th', '3 พ.ย. 2569', day],
    ['vi', 'Thứ Ba, 3 tháng 11, 2026, 14:05', at],
    ['vi', 'Thứ ba, 3/11/2026, 14:05', at],
    ['id', 'Selasa, 3 November 2026 pukul 14.05', at],
    ['ms', '3 November 2026, 2:05 PTG', at],
    ['ja', '2026年11月3日 14時05分', at],
    ['ja', '2026年11月3日 午後2:05', at],
    ['zh', '2026年11月3日下午2:05', at],
    ['ko', '2026년 11월 3일 오후 2:05', at],
    ['ko', '2026. 11. 3.', day],
    ['mn', '2026 оны 11-р сарын 3', day],
  ]
  for (const [locale, text, iso] of cases)
    it(`is read in ${locale}: ${text}`, () => {
      const found = parseMoment(text, locale)
      assert.equal(found === null ? null : new Date(found.at).toISOString(), iso)
    })
})

describe('a date in digits', () => {
  const cases: readonly (readonly [locale: string, text: string, iso: string])[] = [
    ['en', '03/11/2026', '2026-03-11T00:00:00.000Z'],
    ['en-US', '03/11/2026', '2026-03-11T00:00:00.000Z'],
    ['en-GB', '03/11/2026', day],
    ['en-AU', '3/11/2026 2:05 pm', at],
    ['fr', '03/11/2026 - 14:05', at],
    ['es-MX', '03/11/2026', day],
    ['de', '03.11.26, 14:05', at],
    ['cs', '3. 11. 2026 14:05', at],
    ['sv', '03/11/2026', day],
    ['en-GB', '11/23/2026', '2026-11-23T00:00:00.000Z'],
  ]
  for (const [locale, text, iso] of cases)
    it(`is ordered as in ${locale}: ${text}`, () => {
      const found = parseMoment(text, locale)
      assert.equal(found === null ? null : new Date(found.at).toISOString(), iso)
    })
  for (const text of ['Version 1.2.2026.4', 'In May we won 3 of 2026 points', 'room 14.05', '99/99/2026'])
    it(`is not seen in “${text}”`, () => assert.equal(parseMoment(text, 'en'), null))
})

describe('a time told from now', () => {
  const fetchedAt = Date.UTC(2026, 10, 3, 15, 30, 20)
  const cases: readonly (readonly [locale: string, text: string, iso: string | null])[] = [
    ['en', 'Today, 14:05', at],
    ['en', 'Yesterday at 2:05 pm', '2026-11-02T14:05:00.000Z'],
    ['ru', 'Сегодня, 14:05', at],
    ['ru', 'Сегодня в 14:05', at],
    ['ru', 'Вчера, 14:05', '2026-11-02T14:05:00.000Z'],
    ['uk', 'Сьогодні, 14:05', at],
    ['uk', 'Вчора о 14:05', '2026-11-02T14:05:00.000Z'],
    ['kk', 'Бүгін, 14:05', at],
    ['de', 'Heute um 14:05', at],
    ['fr', "Aujourd'hui à 14:05", at],
    ['en', '3 hours ago', '2026-11-03T12:30:00.000Z'],
    ['en', '2 days ago', '2026-11-01T00:00:00.000Z'],
    ['ru', '25 минут назад', '2026-11-03T15:05:00.000Z'],
    ['uk', '2 години тому', '2026-11-03T13:30:00.000Z'],
    ['de', 'vor 3 Stunden', '2026-11-03T12:30:00.000Z'],
    ['es', 'hace 3 horas', '2026-11-03T12:30:00.000Z'],
    ['ja', '3 時間前', '2026-11-03T12:30:00.000Z'],
    ['en', 'Yesterday the ferry ran again', null],
    ['en', '14:05', null],
  ]
  for (const [locale, text, iso] of cases)
    it(`is ${iso ?? 'not seen'} in ${locale}: ${text}`, () => {
      const found = relativeMoment(text, locale, fetchedAt)
      assert.equal(found === null ? null : new Date(found.at).toISOString(), iso)
    })

  it('is of this year or the last, if it states none', () => {
    assert.equal(yearlessMoment('3 ноября, 14:05', 'ru', fetchedAt)?.at, Date.parse(at))
    assert.equal(yearlessMoment('24 December', 'en', fetchedAt)?.at, Date.UTC(2025, 11, 24))
    assert.equal(yearlessMoment('3 ministers met in November', 'en', fetchedAt), null)
  })
})
