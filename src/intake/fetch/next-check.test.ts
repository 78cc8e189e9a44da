import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { checkDelayMs } from './next-check.ts'

const minute = 60_000
const options = { checkMinutes: [5, 20, 60, 180], chance: () => 0 }

describe('the next look at an article', () => {
  const cases = [
    { name: 'comes soon after the first', checks: 0, minutes: 5 },
    { name: 'counts from the first look, not from the last', checks: 1, minutes: 15 },
    { name: 'comes later and later', checks: 3, minutes: 120 },
    { name: 'comes no more in the end', checks: 4, minutes: null },
  ]
  for (const { name, checks, minutes } of cases) {
    it(name, () => {
      const delay = checkDelayMs({ checks, kind: 'article', textFrom: 'page' }, options)
      assert.equal(delay, minutes === null ? null : minutes * minute)
    })
  }

  it('comes every two minutes while a live blog is young', () => {
    const delays = [0, 1, 29].map((checks) =>
      checkDelayMs({ checks, kind: 'live-blog', textFrom: 'page' }, options),
    )
    assert.deepEqual(delays, [2 * minute, 2 * minute, 2 * minute])
  })

  it('never comes sooner with every look, and ends, for a live blog', () => {
    const config = { ...options, checkMinutes: [5, 720, 1440] }
    const delays = Array.from({ length: 98 }, (_, checks) =>
      checkDelayMs({ checks, kind: 'live-blog', textFrom: 'page' }, config),
    )
    assert.equal(delays[96], 720 * minute)
    assert.equal(delays[97], null)
    assert.ok(
      delays.slice(0, 96).every((delay, index) => index === 0 || (delay ?? 0) >= (delays[index - 1] ?? 0)),
    )
  })

  it('leaves a page that was refused alone for an hour', () => {
    assert.equal(checkDelayMs({ checks: 0, kind: 'article', textFrom: 'source' }, options), 60 * minute)
    assert.equal(checkDelayMs({ checks: 1, kind: 'article', textFrom: 'source' }, options), 120 * minute)
  })

  it('is spread by chance by up to a tenth', () => {
    const delay = checkDelayMs(
      { checks: 0, kind: 'article', textFrom: 'page' },
      { ...options, chance: () => 0.5 },
    )
    assert.equal(delay, 5.25 * minute)
  })
})
