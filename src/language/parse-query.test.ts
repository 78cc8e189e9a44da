import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Problem } from '../model/problem.ts'
import { parseQuery } from './parse-query.ts'

const options = { zone: 'Europe/Kyiv', now: Date.parse('2026-11-24T01:30:00Z') }

function clauses(input: string): readonly string[] {
  return parseQuery(input, options).clauses.map(
    ({ field, negated, words }) =>
      `${negated ? '-' : ''}${field}:${words.map((alternatives) => alternatives.join('|')).join(' ')}`,
  )
}

const understood: readonly (readonly [input: string, clauses: readonly string[]])[] = [
  ['flood', ['any:flood']],
  ['missiles', ['any:missiles|missil']],
  ['Киева', ['any:киева|киев']],
  ['"новый мост"', ['any:новый|нов мост']],
  ['„bridge road“', ['any:bridge|bridg road']],
  ['“bridge road”', ['any:bridge|bridg road']],
  ['«bridge road»', ['any:bridge|bridg road']],
  ['bridge "road', ['any:bridge|bridg', 'any:road']],
  ['flood -road', ['any:flood', '-any:road']],
  ['-"road closed"', ['-any:road closed|close']],
  ['flood - -', ['any:flood']],
  ['headline:flood', ['headline:flood']],
  ['headline: flood', ['headline:flood']],
  ['заголовок:flood', ['headline:flood']],
  ['-body:flood lead:"road"', ['-body:flood', 'lead:road']],
  ['by:"Ann Lee"', ['author:ann lee']],
  ['COVID-19', ['any:covid 19']],
  ['10:30', ['any:10 30']],
  ['weather:cold', ['any:weather cold']],
  ['https://news.example', ['any:https news exampl|example']],
]

test('reads what an editor types', () => {
  for (const [input, expected] of understood)
    assert.deepEqual(clauses(input).map(sorted), expected.map(sorted), input)
})

/** The order of alternatives means nothing; those that only Cyrillic stemmers add are left to stem-words.test.ts. */
function sorted(clause: string): string {
  return clause
    .split(' ')
    .map((word) => {
      const at = word.indexOf(':') + 1
      return word.slice(0, at) + word.slice(at).split('|').sort().join('|')
    })
    .join(' ')
}

const filtered: readonly (readonly [input: string, filters: object])[] = [
  ['lang:ru lang:uk', { languages: ['ru', 'uk'] }],
  ['lang:ru,UA', { languages: ['ru', 'uk'] }],
  ['язык:en', { languages: ['en'] }],
  ['outlet:news.example outlet:"Lipovka Today"', { outlets: ['news.example', 'Lipovka Today'] }],
  ['after:2026-11-01', { after: Date.parse('2026-11-01T00:00+02:00') }],
  ['before:2026-07-01', { before: Date.parse('2026-07-01T00:00+03:00') }],
  ['on:2026-10-25', { after: Date.parse('2026-10-24T21:00Z'), before: Date.parse('2026-10-25T22:00Z') }],
  ['on:23.11.2026', { after: Date.parse('2026-11-22T22:00Z'), before: Date.parse('2026-11-23T22:00Z') }],
  ['on:2026-11', { after: Date.parse('2026-10-31T22:00Z'), before: Date.parse('2026-11-30T22:00Z') }],
  ['after:2026', { after: Date.parse('2025-12-31T22:00Z') }],
  ['on:today', { after: Date.parse('2026-11-23T22:00Z'), before: Date.parse('2026-11-24T22:00Z') }],
  ['on:yesterday', { after: Date.parse('2026-11-22T22:00Z'), before: Date.parse('2026-11-23T22:00Z') }],
  ['after:2026-11-01 after:2026-11-02', { after: Date.parse('2026-11-02T00:00+02:00') }],
]

test('reads filters, with days of the given zone', () => {
  const none = { languages: [], outlets: [], after: null, before: null }
  for (const [input, expected] of filtered)
    assert.deepEqual(parseQuery(input, options).filters, { ...none, ...expected }, input)
})

test('seeks only the stems of the languages asked for', () => {
  const [clause] = parseQuery('Києва lang:uk', options).clauses
  assert.deepEqual(clause?.words, [['києв']])
})

const refused: readonly (readonly [input: string, named: RegExp])[] = [
  ['flood after:soon', /“after:soon” names no day/],
  ['on:2026-06-31', /“on:2026-06-31” names no day/],
  ['lang:русский', /“lang:русский” names no language/],
  ['-outlet:news.example', /“-outlet:news.example” cannot be excluded/],
  ['—', /no word to search for in “—”/],
]

test('names the part that it cannot understand', () => {
  for (const [input, named] of refused)
    assert.throws(
      () => parseQuery(input, options),
      (error) => error instanceof Problem && error.code === 'language/query' && named.test(error.message),
      input,
    )
})

test('throws nothing but Problems, and gives no clause without words', () => {
  const typed = fc.string({
    unit: fc.oneof(fc.constantFrom(...'"„“«» -:', 'lang:', 'on:', 'by:', 'слово', 'word'), fc.string()),
  })
  fc.assert(
    fc.property(typed, (input) => {
      try {
        for (const { words } of parseQuery(input, options).clauses) {
          assert.ok(words.length > 0)
          for (const alternatives of words) assert.ok(alternatives.length > 0)
        }
      } catch (error) {
        assert.ok(error instanceof Problem, String(error))
      }
    }),
  )
})
