import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { timesFor } from './times.ts'

const at = Date.UTC(2026, 10, 24, 19, 5)

describe('times', () => {
  it('are told in the newsroom’s zone, where it may be tomorrow already', () => {
    const times = timesFor('en', 'Asia/Almaty')
    assert.equal(times.clock(at), '00:05')
    assert.equal(times.dayKey(at), '2026-11-25')
    assert.equal(timesFor('en', 'Europe/London').dayKey(at), '2026-11-24')
  })

  it('name their zone in full', () => {
    assert.match(timesFor('ru', 'Asia/Almaty').full(at), /25 ноября 2026.*00:05 GMT\+5/)
  })

  it('name the year of a day only when it is not this year', () => {
    const times = timesFor('uk', 'Asia/Almaty')
    assert.doesNotMatch(times.day(at, at), /2026/)
    assert.match(times.day(at, at + 366 * 86_400_000), /2026/)
  })

  const relative: readonly (readonly [seconds: number, words: string])[] = [
    [-40, '40 seconds ago'],
    [-120, '2 minutes ago'],
    [-7200, '2 hours ago'],
    [3 * 86_400, 'in 3 days'],
  ]
  for (const [seconds, words] of relative)
    it(`say ${seconds} s as “${words}”`, () => {
      assert.equal(timesFor('en', 'UTC').relative(at + seconds * 1000, at), words)
    })
})
