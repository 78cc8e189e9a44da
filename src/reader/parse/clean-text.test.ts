import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { isOfLetters, lettersOf } from './clean-text.ts'

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

  it('are compared as if both had been made', () => {
    const near = fc.string({
      unit: fc.constantFrom('e', '\u0301', '\u0300', 'Σ', '\u1100', '\u1161', '½', 'A', 'б', '-'),
      maxLength: 4,
    })
    fc.assert(
      fc.property(near, near, (text, other) => {
        const letters = lettersOf(other)
        assert.equal(isOfLetters(text, letters), lettersOf(text) === letters)
      }),
      { numRuns: 1000 },
    )
  })
})
