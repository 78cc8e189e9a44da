import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { authorNames } from './author-names.ts'

describe('authorNames', () => {
  const cases: readonly (readonly [byline: string, names: readonly string[]])[] = [
    ['By Orla Finch and Tom Akers', ['Orla Finch', 'Tom Akers']],
    ['Written by: ORLA FINCH, Tom Akers', ['ORLA FINCH', 'Tom Akers']],
    ['Orla Finch & Tom Akers', ['Orla Finch', 'Tom Akers']],
    ['Автор: Глеб Зимин', ['Глеб Зимин']],
    ['Глеб Зимин и Вера Лугова', ['Глеб Зимин', 'Вера Лугова']],
    ['Оксана Гай та Данило Кут', ['Оксана Гай', 'Данило Кут']],
    ['Айгүл Сәрсен және Ерлан Тау', ['Айгүл Сәрсен', 'Ерлан Тау']],
    ['Von Jan Brink und Eva Holt', ['Jan Brink', 'Eva Holt']],
    ['Par Luc Marel et Anne Sorel', ['Luc Marel', 'Anne Sorel']],
    ['Por Inés Prado y Juan Rocal', ['Inés Prado', 'Juan Rocal']],
    ['Di Carla Monte e Ugo Ferri', ['Carla Monte', 'Ugo Ferri']],
    ['Rosa Marsh, PhD', ['Rosa Marsh, PhD']],
    ['Мәтін: Айгүл Сәрсен', ['Айгүл Сәрсен']],
    ['J. R. Marsh', ['J. R. Marsh']],
    ['https://outlet.example/people/1', []],
    ['orla@outlet.example', []],
    ['Orla Finch (orla@outlet.example)', ['Orla Finch']],
    ['Orla Finch @orlafinch', ['Orla Finch']],
    ['admin', []],
    ['Photo: Lena Brook', []],
    ['Orla Finch, photos by Lena Brook', ['Orla Finch']],
    ['Jan Brink (Text) und Eva Holt (Foto)', ['Jan Brink']],
    ['Глеб Зимин, фото: Вера Лугова', ['Глеб Зимин']],
    ['Orla Finch, Politics correspondent', ['Orla Finch']],
    ['Staff writer', []],
    ['Іван Гай, кореспондент', ['Іван Гай']],
    ['Orla Finch in Brindle', ['Orla Finch']],
    ['Orla Finch March 2, 2026', ['Orla Finch']],
    ['Tom Akers says', []],
    ['Posted by Orla Finch', ['Orla Finch']],
    ['DPA', ['DPA']],
    ['Orla Finch, AP', ['Orla Finch', 'AP']],
    ['dpa/ob', ['dpa']],
    ['21 November 2026', []],
    ['', []],
  ]
  for (const [byline, names] of cases)
    it(`finds ${names.join(' and ') || 'nobody'} in “${byline}”`, () =>
      assert.deepEqual(authorNames(byline), names))
})
