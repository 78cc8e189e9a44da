import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { wordDiff } from './word-diff.ts'

const cases: readonly {
  readonly says: string
  readonly before: string
  readonly after: string
  readonly diff: string
}[] = [
  {
    says: 'one word',
    before: 'close for two years',
    after: 'close for three years',
    diff: 'close for [-two-][+three+] years',
  },
  {
    says: 'words side by side as one change',
    before: 'эвакуация пока не объявлена',
    after: 'эвакуация объявлена сегодня утром',
    diff: 'эвакуация [-пока не -]объявлена [+сегодня утром+]',
  },
  {
    says: 'a run of changed words as one change',
    before: 'заявил мэр города Орлов',
    after: 'заявил глава района Орлов',
    diff: 'заявил [-мэр города-][+глава района+] Орлов',
  },
  { says: 'nothing', before: 'Төменгі Балка', after: 'Төменгі Балка', diff: 'Төменгі Балка' },
  { says: 'a text that was empty', before: '', after: 'new', diff: '[+new+]' },
]

describe('a word diff', () => {
  for (const { says, before, after, diff } of cases)
    it(`shows ${says}`, () => {
      assert.equal(shown(before, after), diff)
    })

  it('gives both texts back, whatever they are (the one before without its spaces)', () => {
    const text = fc.array(fc.constantFrom('a', 'б', 'ң', ' ', '\n', '.', '“', '🦊', "'"), { maxLength: 30 })
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [before, after] = [one.join(''), other.join('')]
        const parts = wordDiff(before, after)
        const without = (kind: string): string =>
          parts
            .filter((part) => part.kind !== kind)
            .map((part) => part.text)
            .join('')
        assert.equal(without('added').replace(/ /g, ''), before.replace(/ /g, ''))
        assert.equal(without('removed'), after)
      }),
    )
  })

  it('of two long texts with nothing in common is quick', () => {
    const from = performance.now()
    const words = (word: string): string =>
      Array.from({ length: 20_000 }, (_, index) => word + index).join(' ')
    wordDiff(words('a'), words('b'))
    assert.ok(performance.now() - from < 2000)
  })
})

function shown(before: string, after: string): string {
  const signs = { same: ['', ''], added: ['[+', '+]'], removed: ['[-', '-]'] } as const
  return wordDiff(before, after)
    .map(({ kind, text }) => signs[kind][0] + text + signs[kind][1])
    .join('')
}
