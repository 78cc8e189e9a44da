import assert from 'node:assert/strict'
import { Buffer } from 'node:buffer'
import { describe, it } from 'node:test'
import { foreignWords } from './foreign-words.ts'

describe('foreignWords', () => {
  const cases: readonly (readonly [what: string, page: string, words: string])[] = [
    ['words that are not of ASCII alone', 'caf\xe9, tea; \xefle', 'caf\xe9 \xefle '],
    ['no markup', '<p title="\xe9">\xe8</p>', '\xe8 '],
    ['no scripts and styles', '<SCRIPT>\xe9</script><style>\xe9</style>\xe8', '\xe8 '],
    ['what stands behind a script without an end', '<script>\xe9</p>', '\xe9 '],
    ['no more of a word than a word has', `\xe9${'a'.repeat(200)} \xe8`, `\xe9${'a'.repeat(99)} \xe8 `],
    ['no more than is enough', '\xe9\xe9 '.repeat(100), '\xe9\xe9 '.repeat(40)],
  ]
  for (const [what, page, words] of cases)
    it(`gives ${what}`, () =>
      assert.equal(Buffer.from(foreignWords(Buffer.from(page, 'latin1'), 120)).toString('latin1'), words))

  it('is linear in markup that does not end', () => {
    const page = Buffer.from(`${'<script '.repeat(200_000)}<`, 'latin1')
    assert.equal(foreignWords(page, 120).length, 0)
  })
})
