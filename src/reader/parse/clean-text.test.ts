import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { lettersOf } from './clean-text.ts'

describe('lettersOf', () => {
  const cases: readonly (readonly [text: string, letters: string])[] = [
    ['The Outlet: “Bridge 2”', 'theoutletbridge2'],
    ['Річка — Тихая', 'річкатихая'],
    ['ＡＢＣ ½ №5', 'abc12no5'],
    ['е\u0301 é e\u0301', 'еéé'],
    ['ΟΔΟΣ', 'οδος'],
    ['漢字、かな', '漢字かな'],
    ['', ''],
  ]
  for (const [text, letters] of cases) it(`of “${text}”`, () => assert.equal(lettersOf(text), letters))

  it('is the same as Unicode tables say, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const letters = text
          .normalize('NFKC')
          .toLowerCase()
          .replace(/[^\p{L}\p{N}]+/gu, '')
        assert.equal(lettersOf(text), letters)
      }),
    )
  })
})
