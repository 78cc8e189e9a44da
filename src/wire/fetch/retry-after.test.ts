import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseRetryAfter } from './retry-after.ts'

describe('Retry-After', () => {
  const now = Date.UTC(2026, 10, 24, 12, 0, 0)
  const cases: readonly [value: string | undefined, seconds: number | null][] = [
    [undefined, null],
    ['', null],
    ['0', 0],
    [' 120 ', 120],
    ['-5', null],
    ['1.5', null],
    ['soon', null],
    ['2026-11-25', null],
    ['99999999999999', null],
    ['Tue, 24 Nov 2026 12:01:30 GMT', 90],
    ['Tuesday, 24-Nov-26 12:01:30 GMT', 90],
    ['Tue Nov 24 12:01:30 2026 GMT', 90],
    ['Tue, 24 Nov 2026 11:00:00 GMT', 0],
  ]
  for (const [value, seconds] of cases)
    it(`of ${value === undefined ? 'nothing' : `“${value}”`} is ${seconds}`, () =>
      assert.equal(parseRetryAfter(value, now), seconds))
})
