import assert from 'node:assert/strict'
import { it } from 'node:test'
import { retryDelayMs } from './retry-delay.ts'

const cases = [
  { name: 'begins with half a minute', attempts: 1, retryAfter: null, chance: 0.5, seconds: 30 },
  { name: 'doubles', attempts: 4, retryAfter: null, chance: 0.5, seconds: 240 },
  { name: 'is never longer than six hours', attempts: 40, retryAfter: null, chance: 0.5, seconds: 21_600 },
  { name: 'is spread by chance', attempts: 1, retryAfter: null, chance: 0, seconds: 15 },
  {
    name: 'is what the site asks for when that is longer',
    attempts: 1,
    retryAfter: 900,
    chance: 0.5,
    seconds: 900,
  },
  {
    name: 'is never longer than a day, whatever is asked',
    attempts: 1,
    retryAfter: 1e9,
    chance: 0,
    seconds: 86_400,
  },
]
for (const { name, attempts, retryAfter, chance, seconds } of cases) {
  it(`the wait before a page is asked for again ${name}`, () => {
    assert.equal(
      retryDelayMs(attempts, retryAfter, () => chance),
      seconds * 1000,
    )
  })
}
