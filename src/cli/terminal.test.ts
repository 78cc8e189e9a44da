import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { progressLine } from './terminal.ts'

describe('progressLine', () => {
  const cases = [
    [0, 10, 'rows  [····················]   0%  0 of 10'],
    [5, 10, 'rows  [██████████··········]  50%  5 of 10'],
    [11, 10, 'rows  [████████████████████] 100%  11 of 10'],
    [7, null, 'rows  7'],
    [7, 0, 'rows  7'],
  ] as const
  for (const [done, total, line] of cases) {
    it(`shows ${done} of ${total ?? 'an unknown number'}`, () =>
      assert.equal(progressLine('rows', done, total), line))
  }
})
