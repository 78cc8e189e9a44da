import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { foldWord } from './fold-word.ts'
import { indexText, stemOf, stems, stemsInAnyLanguage, words } from './stem-words.ts'

const oneWord: readonly (readonly [language: string, forms: string])[] = [
  ['ru', 'мост моста мосту мостом мосты мостов мостах'],
  ['ru', 'Киев Киева Киеву Киевом Киеве'],
  ['ru', 'Азов Азова Азовом'],
  ['ru', 'Иван Ивана Ивану Иваном Иване'],
  ['ru', 'Елена Елены Елену Еленой Елене'],
  ['ru', 'Пакистан Пакистана Пакистану Пакистаном Пакистане'],
  ['ru', 'Беларусь Беларуси Беларусью'],
  ['ru', 'Сергей Сергея Сергею Сергеем Сергее'],
  ['ru', 'Китай Китая Китаю Китаем Китае'],
  ['ru', 'Иванов Иванова Иванову Ивановым Ивановой'],
  ['ru', 'Лавров Лаврова Лавровым Лаврове Лавровой'],
  ['ru', 'договор договора договоры договоров договорами'],
  ['ru', 'заявил заявила заявили заявить'],
  ['ru', 'Зеленогорский Зеленогорская Зеленогорского Зеленогорскому'],
  ['ru', 'съёмка съемка СЪЁМКА съёмки'],
  ['ru', 'за́мок замок'],
  ['uk', 'Київ Києва Києву Києвом Києві'],
  ['uk', 'Харків Харкова Харкову Харковом Харкові'],
  ['uk', 'Львів Львова Львовом Львові'],
  ['uk', 'Газпром Газпрому Газпромом Газпромі'],
  ['uk', 'Білорусь Білорусі Білоруссю'],
  ['uk', 'північний північного північним'],
  ['uk', 'потік потоку потоком потоки потоків'],
  ['uk', 'рік року роки років роком році'],
  ['uk', 'Америка Америки Америці Америку Америкою'],
  ['uk', 'безпека безпеки безпеці безпекою'],
  ['uk', 'ринок ринку ринки ринків ринком'],
  ['uk', 'депутат депутата депутати депутатів депутатами'],
  ['uk', 'держава держави державу державою держав'],
  ['uk', 'область області областю областей'],
  ['uk', 'заявив заявила заявили заявити'],
  ['uk', 'український українська українського українських українською'],
  ['uk', 'військовий військові військових військового'],
  ['uk', 'питання питанню питанням питань питаннями'],
  ['uk', 'Росія Росії Росію Росією'],
  ['uk', 'українець українці українцями українців'],
  ['uk', "об'єкт об’єкта обʼєкти обєктів"],
  ['uk', 'ґанок ґанку ганок'],
  ['kk', 'мектеп мектебі мектепте мектептер мектептердің мектебінде'],
  ['kk', 'президент президентінің президентке президенттер'],
  ['kk', 'Қазақстан Қазақстанның Қазақстанда Қазақстандағы Қазақстаннан Қазақстанға'],
  ['kk', 'Алматы Алматыда Алматыдан'],
  ['en', 'report reports reported reporting'],
  ['en', "minister ministers minister's"],
  ['en', 'city cities'],
  ['en', 'élection election'],
  ['de', 'Straße strasse'],
  ['pl', 'Łódź łódź lodz'],
  ['ru', 'COVID covid СOVID'],
  ['be', 'літаратура лiтаратура'],
]

for (const [language, forms] of oneWord)
  test(`${forms} have one stem in ${language}`, () => {
    assert.deepEqual([...new Set(forms.split(' ').map((form) => stemOf(form, language)))].length, 1)
  })

const apart: readonly (readonly [language: string, one: string, other: string])[] = [
  ['ru', 'гол', 'голова'],
  ['ru', 'мост', 'место'],
  ['ru', 'Китай', 'кит'],
  ['uk', 'місто', 'мосту'],
  ['uk', 'формат', 'форма'],
  ['en', 'news', 'new'],
]

for (const [language, one, other] of apart)
  test(`${one} and ${other} are two words in ${language}`, () => {
    assert.notEqual(stemOf(one, language), stemOf(other, language))
  })

const split: readonly (readonly [text: string, found: readonly string[]])[] = [
  ['COVID-19, C-130 и HIMARS', ['covid', '19', 'c', '130', 'и', 'himars']],
  ['№5 «G20» #тег @name 3,5 %', ['5', 'g20', 'тег', 'name', '3', '5']],
  ['a_b x²', ['a', 'b', 'x2']],
  ["rock'n'roll ’twas the boys’ day", ["rock'n'roll", 'twas', 'the', 'boys', 'day']],
  ["Кот-д'Ивуар", ['кот', 'дивуар']],
  ['ex\u00adtra\u00adordi\u00adnary', ['extraordinary']],
  ['東京都 ไทย', ['東', '京', '都', 'ไ', 'ท', 'ย']],
  ['oʻzbek o‘zbek o’zbek', ["o'zbek", "o'zbek", "o'zbek"]],
  ['', []],
  [' — … \u0000 \ud800', []],
]

for (const [text, found] of split)
  test(`the words of ${JSON.stringify(text)} are ${found.join(' | ') || 'none'}`, () => {
    assert.deepEqual(stems(text, 'und'), found)
  })

test('a word of another language keeps its letters in an article', () => {
  assert.equal(indexText('Reuters и missiles', 'ru'), 'reuters и missiles')
})

test('a word without end is cut', () => {
  assert.ok(indexText('ы'.repeat(100_000), 'ru').length <= 100)
})

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(...'абвгґеєёжзиіїйьэы', ..."aeiosTY'’ʼ- .\u00ad\u0301", ...'әғқңөұүһ19'),
  }),
)
const anyLanguage = fc.constantFrom('ru', 'uk', 'en', 'kk', 'bg', 'und')

test('the offsets of a word slice the text to it', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const word of words(text)) assert.equal(text.slice(word.start, word.end), word.text)
    }),
  )
})

test('folding a folded word changes nothing', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const word of words(text)) assert.equal(foldWord(foldWord(word.text)), foldWord(word.text))
    }),
  )
})

test('a stem in the index is found by the word, whatever the language of the article', () => {
  fc.assert(
    fc.property(anyText, anyLanguage, (text, language) => {
      for (const { text: word } of words(text)) {
        const stem = indexText(word, language)
        assert.ok(stem === '' || stemsInAnyLanguage(word).includes(stem), `${word}: ${stem}`)
      }
    }),
  )
})

test('no stem holds white space or is longer than a database takes', () => {
  fc.assert(
    fc.property(anyText, anyLanguage, (text, language) => {
      for (const stem of stems(text, language)) assert.match(stem, /^\S{1,100}$/)
    }),
  )
})
