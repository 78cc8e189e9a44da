import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { excerpt, highlight } from './highlight.ts'
import { parseQuery } from './parse-query.ts'
import { stemOf, words } from './stem-words.ts'

const options = { zone: 'UTC', now: 0 }

function marked(text: string, language: string, input: string): string {
  const marks = highlight(text, language, parseQuery(input, options), 'headline')
  return withBrackets(text, marks)
}

function withBrackets(text: string, marks: readonly { readonly start: number; readonly end: number }[]) {
  return [...marks]
    .reverse()
    .reduce(
      (done, { start, end }) => `${done.slice(0, start)}[${done.slice(start, end)}]${done.slice(end)}`,
      text,
    )
}

const cases: readonly (readonly [language: string, input: string, expected: string])[] = [
  ['ru', 'мост', 'Новый [мост] закрыт: о [мосте] и о [мостах]'],
  ['ru', '"новый мост"', '[Нового моста] нет, мост новый'],
  ['ru', 'мост -новый', 'Новый [мост]'],
  ['ru', 'body:мост', 'Новый мост'],
  ['ru', 'headline:мост новый', '[Новый] [мост]'],
  ['uk', 'київ', 'У [Києві] та під [Києвом]'],
  ['uk', "об'єкт", 'Два [об’єкти]'],
  ['en', 'flood', '[Floods] hit; [flooding] goes on'],
  ['ru', 'COVID-19', 'От [COVID-19] и COVID'],
  ['ru', '"новый мост" мост', '[Новый мост], [мост]'],
]

for (const [language, input, expected] of cases)
  test(`${input} is marked in ${expected}`, () => {
    assert.equal(marked(expected.replace(/[[\]]/g, ''), language, input), expected)
  })

const long = `${'Сначала говорили о погоде. '.repeat(20)}Потом в Липовке перекрыли мост, и движение встало. ${'Дальше шли другие новости. '.repeat(20)}`

test('an excerpt shows the part that has most of the query, from the start of its sentence', () => {
  const { text, marks } = excerpt(long, 'ru', parseQuery('мост движение', options), 80)
  assert.equal(
    withBrackets(text, marks),
    '…Потом в Липовке перекрыли [мост], и [движение] встало. Дальше шли другие новости.…',
  )
})

test('an excerpt of a text without the words is its beginning', () => {
  assert.deepEqual(excerpt('Коротко о погоде.', 'ru', parseQuery('мост', options), 80), {
    text: 'Коротко о погоде.',
    marks: [],
  })
})

test('an excerpt is never longer than asked, a slice of the text but for ellipses, and its marks are words of it', () => {
  const piece = fc.constantFrom(
    'мост',
    'слово',
    '. ',
    ' ',
    '\n\n',
    '😀',
    'А',
    ', ',
    'оченьдлинноеслово'.repeat(5),
  )
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 200 }),
      fc.integer({ min: 10, max: 200 }),
      (pieces, maxChars) => {
        const text = pieces.join('')
        const cut = excerpt(text, 'ru', parseQuery('мост', options), maxChars)
        assert.ok(cut.text.length <= maxChars, `${cut.text.length} > ${maxChars}`)
        assert.ok(text.includes(cut.text.replace(/^…|…$/g, '')))
        // Pieces run together: «мостАмост» is a word too, and has the stem of «мост».
        for (const { start, end } of cut.marks)
          assert.deepEqual(stemsIn(cut.text.slice(start, end)), stemsIn('мост'))
      },
    ),
  )
})

function stemsIn(text: string): readonly string[] {
  return words(text).map((word) => stemOf(word.text, 'ru'))
}
