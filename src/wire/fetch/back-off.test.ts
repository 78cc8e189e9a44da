import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { backOffSeconds, type Trouble, troubleOf } from './back-off.ts'

const trouble = fc.constantFrom<Trouble>('overloaded', 'forbidden', 'failing')
const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

describe('backing off from a host', () => {
  it('is never shorter than Retry-After wished, within a day, and never longer than eight hours without it', () => {
    fc.assert(
      fc.property(trouble, fc.integer({ min: 1, max: 100_000 }), fc.option(fc.nat()), chance, (...args) => {
        const [kind, failures, wished, luck] = args
        const seconds = backOffSeconds(kind, failures, wished, () => luck)
        assert.ok(seconds >= 3)
        assert.ok(seconds >= Math.min(wished ?? 0, 86_400))
        assert.ok(seconds <= (wished === null ? 8 * 3600 : 1.1 * 86_400))
      }),
    )
  })

  it('doubles', () => {
    const pauses = [1, 2, 3, 4].map((failures) => backOffSeconds('overloaded', failures, null, () => 0.5))
    assert.deepEqual(pauses, [30, 60, 120, 240])
  })

  it('is spread by chance', () => {
    const pauses = [0, 0.5, 0.999].map((luck) =>
      Math.round(backOffSeconds('overloaded', 1, null, () => luck)),
    )
    assert.deepEqual(pauses, [23, 30, 37])
  })

  it('tells a host in trouble from a page that is not there', () => {
    const kinds = [200, 304, 401, 403, 404, 410, 429, 451, 500, 502, 503].map(troubleOf)
    const [none, failing] = [null, 'failing']
    assert.deepEqual(kinds, [
      none,
      none,
      none,
      'forbidden',
      none,
      none,
      'overloaded',
      none,
      failing,
      failing,
      'overloaded',
    ])
  })
})
