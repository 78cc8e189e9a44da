import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { identifyLanguage } from './identify-language.ts'

const texts: readonly (readonly [language: string, text: string])[] = [
  ['ru', 'В Липовке обрушился пешеходный мост'],
  ['uk', 'У Липівці обвалився пішохідний міст'],
  ['be', 'У Ліпаўцы абрынуўся пешаходны мост'],
  ['bg', 'В Липовка се срути пешеходният мост, няма пострадали'],
  ['kk', 'Липовкада жаяу жүргіншілер көпірі құлады'],
  ['ky', 'Липовкада жөө жүргүнчүлөр көпүрөсү кулады'],
  ['uz', 'Lipovkada piyodalar koʻprigi qulab tushdi'],
  ['uz', 'Липовкада пиёдалар кўприги қулаб тушди'],
  ['en', 'Footbridge collapses in Lipovka, nobody hurt'],
  ['de', 'In Lipowka ist eine Brücke eingestürzt, verletzt wurde niemand'],
  ['fr', 'Une passerelle s’est effondrée à Lipovka, personne n’a été blessé'],
  ['es', 'Se derrumba un puente peatonal en Lipovka y no hay heridos'],
  ['it', 'A Lipovka è crollato un ponte pedonale, nessuno è rimasto ferito'],
  ['pl', 'W Lipówce zawaliła się kładka, nikt nie został ranny'],
  ['tr', 'Lipovka’da yaya köprüsü çöktü, yaralanan olmadı'],
  ['ar', 'انهيار جسر للمشاة في المدينة ولا إصابات'],
  ['fa', 'پل عابر پیاده در شهر فرو ریخت'],
  ['he', 'גשר להולכי רגל קרס בעיר'],
  ['zh', '一座人行天桥倒塌,无人受伤'],
  ['ja', '歩道橋が崩れたが、けが人はいなかった'],
  ['ko', '보행자 다리가 무너졌다'],
  ['ka', 'ხიდი ჩამოინგრა'],
  ['ru', 'Смартфон Example Phone Pro Max Ultra подешевел, но не для всех'],
  ['be', 'Лiтаратура i мова на памежжы'],
  [
    'ru',
    'Подробности этой истории здесь: https://news.example/en/some-long-english-address-here и @longchannelname',
  ],
  ['und', ''],
  ['und', '12:30 — 2026'],
]

for (const [language, text] of texts)
  test(`“${text}” is ${language}`, () => {
    assert.equal(identifyLanguage(text), language)
  })

const hinted: readonly (readonly [text: string, hint: string, language: string])[] = [
  ['', 'uk', 'uk'],
  ['COVID-19', 'ru', 'ru'],
  ['Погода на завтра', 'uk', 'uk'],
  ['У Липівці обвалився пішохідний міст через річку', 'ru', 'uk'],
  ['В Липовке обрушился пешеходный мост через реку', 'en', 'ru'],
  ['پل عابر پیاده', 'xx', 'fa'],
]

for (const [text, hint, language] of hinted)
  test(`“${text}” declared as ${hint} is ${language}`, () => {
    assert.equal(identifyLanguage(text, hint), language)
  })

test('any text is of some language, or of none that can be told', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
      assert.match(identifyLanguage(text), /^[a-z]{2,3}$/)
    }),
  )
})

test('a text is told by its beginning, however long it is', () => {
  assert.equal(identifyLanguage('В Липовке обрушился мост. '.repeat(100_000)), 'ru')
})
