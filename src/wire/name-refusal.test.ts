import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nameRefusal } from './name-refusal.ts'

const cases: readonly (readonly [number, number | null, string | null])[] = [
  [429, null, 'wire/asked-to-wait'],
  [429, 60, 'wire/asked-to-wait'],
  [503, 600, 'wire/asked-to-wait'],
  [503, null, 'wire/site-trouble'],
  [500, null, 'wire/site-trouble'],
  [522, 0, 'wire/site-trouble'],
  [401, null, null],
  [403, null, null],
  [404, null, null],
]
for (const [status, retryAfter, name] of cases)
  test(`takes ${status} with a Retry-After of ${retryAfter} for ${name ?? 'a plain no'}`, () => {
    assert.equal(nameRefusal(status, retryAfter), name)
  })
