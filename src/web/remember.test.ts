import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { remember } from './remember.ts'

describe('a remembered answer', () => {
  it('is asked for once in its time, however many ask', async () => {
    let now = 0
    let asked = 0
    const answer = remember(async () => ++asked, { clock: () => now, seconds: 5 })
    assert.deepEqual(await Promise.all([answer(), answer()]), [1, 1])
    now = 4999
    assert.equal(await answer(), 1)
    now = 5000
    assert.equal(await answer(), 2)
  })

  it('is asked for again after a failure', async () => {
    let asked = 0
    const ask = async (): Promise<number> => {
      asked += 1
      if (asked === 1) throw new Error('not now')
      return asked
    }
    const answer = remember(ask, { clock: () => 0, seconds: 5 })
    await assert.rejects(answer(), /not now/)
    assert.equal(await answer(), 2)
  })
})
