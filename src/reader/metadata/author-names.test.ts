import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { authorNames } from './author-names.ts'

describe('authorNames', () => {
  const cases: readonly (readonly [byline: string, names: readonly string[]])[] = [
    ['By Orla Finch and Tom Akers', ['Orla Finch', 'Tom Akers']],
    ['Written by: ORLA FINCH, Tom Akers', ['ORLA FINCH', 'Tom Akers']],
    ['Автор: Глеб Зимин', ['Глеб Зимин']],
    ['Оксана Гай та Данило Кут', ['Оксана Гай', 'Данило Кут']],
    ['Von Jan Brink und Eva Holt', ['Jan Brink', 'Eva Holt']],
    ['Rosa Marsh, PhD', ['Rosa Marsh, PhD']],
    ['Мәтін: Айгүл Сәрсен', ['Айгүл Сәрсен']],
    ['https://outlet.example/people/1', []],
    ['orla@outlet.example', []],
    ['admin', []],
    ['Photo: Lena Brook', []],
    ['21 November 2026', []],
    ['', []],
  ]
  for (const [byline, names] of cases)
    it(`finds ${names.join(' and ') || 'nobody'} in “${byline}”`, () =>
      assert.deepEqual(authorNames(byline), names))
})
