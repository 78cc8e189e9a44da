import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { csvText } from './csv-text.ts'

describe('CSV for spreadsheet programs', () => {
  const cells: readonly (readonly [text: string | number | null, cell: string])[] = [
    ['plain', '"plain"'],
    ['with "marks", and commas', '"with ""marks"", and commas"'],
    ['two\nlines', '"two\nlines"'],
    ['=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
    ['-1+1', '"\'-1+1"'],
    ['@sum', '"\'@sum"'],
    [' +7', '"\' +7"'],
    ['＝1', '"\'＝1"'],
    ['— и всё', '"— и всё"'],
    [-5, '-5'],
    [null, ''],
  ]
  for (const [text, cell] of cells)
    it(`writes ${JSON.stringify(text)} as ${JSON.stringify(cell)}`, () => {
      assert.equal(csvText(['a'], [{ a: text }]), `\ufeff"a"\r\n${cell}\r\n`)
    })
})
