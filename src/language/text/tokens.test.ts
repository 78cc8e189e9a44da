import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { letterFolds } from '../data/letter-folds.ts'
import { foldWord } from '../fold-word.ts'
import { type Token, tokensOf } from './tokens.ts'

/** What tokens are, as a regular expression: slower, and easier to believe. */
const letters = '\\p{L}\\p{M}\\u00ad\\u200b-\\u200d\\u2060'
const word = `\\p{L}[${letters}\\p{N}]*(?:[${letterFolds.apostrophes}\\-‑](?=[\\p{L}\\p{N}])[${letters}\\p{N}]+)*`
const number = '\\p{N}+(?:[.,:](?=\\p{N})\\p{N}+)*'
const mark = '[.!?…]+|[^\\s\\p{L}\\p{N}]'
const token = new RegExp(`(${word})|(${number})|${mark}`, 'gu')

function expected(text: string): readonly Token[] {
  return [...text.matchAll(token)].map((match) => {
    const [found, asWord, asNumber] = match
    return {
      text: found,
      folded: asWord === undefined ? found : foldWord(found),
      kind: asWord !== undefined ? 'word' : asNumber !== undefined ? 'number' : 'mark',
      start: match.index,
      end: match.index + found.length,
    }
  })
}

const newsLike = [...'aZzéаЯёіґҚ019\'’ʼ-‑.,:!?…«»"()№ \n\u00a0\u0301\u00ad\u200d\ufeff٣½日𝒜𝟗😀\ud83d\udc00']

describe('tokensOf', () => {
  it('finds what the expression finds, in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => assert.deepEqual(tokensOf(text), expected(text))),
    )
  })

  it('finds what the expression finds where letters, digits and marks meet', () => {
    const text = fc
      .array(fc.constantFrom(...newsLike), { maxLength: 40 })
      .map((characters) => characters.join(''))
    fc.assert(
      fc.property(text, (some) => assert.deepEqual(tokensOf(some), expected(some))),
      { numRuns: 2000 },
    )
  })

  it('finds what the expression finds around every character of the first plane but most of the Chinese and Korean ones', () => {
    for (let from = 0; from < 0x10000; from += 64) {
      if ((from >= 0x3500 && from < 0xa000) || (from >= 0xad00 && from < 0xd700)) continue
      const some = Array.from({ length: 64 }, (_, at) => String.fromCharCode(from + at))
      const text = some.map((character) => `a${character}б 1${character}2 ${character}`).join(' ')
      assert.deepEqual(tokensOf(text), expected(text))
    }
  })
})
