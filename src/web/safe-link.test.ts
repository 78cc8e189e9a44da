import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { safeLink } from './safe-link.ts'

const cases: readonly (readonly [address: string, link: string | null])[] = [
  ['https://vesti.example/a?b=1#c', 'https://vesti.example/a?b=1#c'],
  ['HTTP://vesti.example', 'http://vesti.example/'],
  ['javascript:alert(1)', null],
  [' java\nscript:alert(1)', null],
  ['data:text/html,<script>', null],
  ['vbscript:x', null],
  ['/relative', null],
  ['', null],
]

describe('a link out of the desk', () => {
  for (const [address, link] of cases)
    it(`to ${JSON.stringify(address)} is ${link ?? 'only text'}`, () => {
      assert.equal(safeLink(address), link)
    })
})
