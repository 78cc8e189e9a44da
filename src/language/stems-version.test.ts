import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { it } from 'node:test'
import { stems } from './stem-words.ts'
import { stemsVersion } from './stems-version.ts'

/** Of the stems that each version makes of testdata/paradigms-*.txt. */
const prints: readonly string[] = ['d963aecbd32b6c46', 'd963aecbd32b6c46']

it('has a version for each change of stems, so that archives are indexed anew', () => {
  assert.equal(
    printOfStems(),
    prints[stemsVersion - 1],
    'Stems have changed: raise stemsVersion and add this print, so that archives are indexed anew.',
  )
})

function printOfStems(): string {
  const hash = createHash('sha256')
  for (const language of ['en', 'ru', 'uk', 'kk']) {
    const file = new URL(`./testdata/paradigms-${language}.txt`, import.meta.url)
    hash.update(stems(readFileSync(file, 'utf8'), language).join(' '))
  }
  return hash.digest('hex').slice(0, 16)
}
