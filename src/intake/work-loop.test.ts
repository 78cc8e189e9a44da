import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createLogger } from '../kit/log.ts'
import { startWorkLoop, type WorkLoop } from './work-loop.ts'

const logger = createLogger({ level: 'silent', format: 'json' })

interface Line {
  readonly queue: number[]
  readonly done: number[]
  readonly claims: number[]
  readonly renewed: (readonly number[])[]
  readonly loop: WorkLoop
}

function startLine(options: {
  readonly atOnce?: number
  readonly lookEveryMs?: number
  readonly renewEveryMs?: number
  readonly work?: (item: number) => Promise<void>
  readonly claim?: (queue: number[], limit: number) => readonly number[]
}): Line {
  const queue: number[] = []
  const done: number[] = []
  const claims: number[] = []
  const renewed: (readonly number[])[] = []
  const { work = async () => {}, claim = (line, limit) => line.splice(0, limit) } = options
  const loop = startWorkLoop<number>({
    name: 'test',
    atOnce: options.atOnce ?? 4,
    lookEveryMs: options.lookEveryMs ?? 60_000,
    logger,
    idOf: (item) => item,
    claim: async (limit) => {
      claims.push(limit)
      return claim(queue, limit)
    },
    renew: async (ids) => {
      renewed.push(ids)
    },
    renewEveryMs: options.renewEveryMs ?? 60_000,
    work: async (item) => {
      await work(item)
      done.push(item)
    },
  })
  return { queue, done, claims, renewed, loop }
}

describe('a loop of work', () => {
  it('does what it is woken for, in order', async () => {
    const { queue, done, loop } = startLine({})
    await loop.rest()
    queue.push(1, 2, 3, 4, 5, 6, 7, 8, 9)
    loop.wake()
    await loop.rest()
    assert.deepEqual(done, [1, 2, 3, 4, 5, 6, 7, 8, 9])
    await loop.stop()
  })

  it('finds what another process has queued, without being woken', async () => {
    const { queue, done, loop } = startLine({ lookEveryMs: 1 })
    queue.push(1)
    while (done.length === 0) await new Promise(setImmediate)
    await loop.stop()
  })

  it('has no more in hand than it may, and asks for no more', async () => {
    let inHand = 0
    let most = 0
    const { queue, claims, loop } = startLine({
      atOnce: 3,
      async work() {
        inHand += 1
        most = Math.max(most, inHand)
        await new Promise(setImmediate)
        inHand -= 1
      },
    })
    queue.push(...Array.from({ length: 50 }, (_, index) => index))
    loop.wake()
    await loop.rest()
    assert.equal(most, 3)
    assert.ok(Math.max(...claims) <= 3)
    await loop.stop()
  })

  it('takes a piece once that its lapsed lease brings again', async () => {
    const begun: number[] = []
    let end: () => void = () => {}
    const { loop } = startLine({
      lookEveryMs: 1,
      claim: () => (begun.length === 0 || end !== undefined ? [7] : []),
      work: (item) =>
        new Promise((resolve) => {
          begun.push(item)
          end = resolve
        }),
    })
    while (begun.length === 0) await new Promise(setImmediate)
    for (let turn = 0; turn < 50; turn += 1) {
      loop.wake()
      await new Promise(setImmediate)
    }
    assert.deepEqual(begun, [7])
    const stopping = loop.stop()
    end()
    await stopping
  })

  it('renews the leases of what is in hand, for as long as it is', async () => {
    let end: () => void = () => {}
    const { queue, renewed, loop } = startLine({
      renewEveryMs: 1,
      work: () =>
        new Promise((resolve) => {
          end = resolve
        }),
    })
    queue.push(7)
    loop.wake()
    while (renewed.length < 2) await new Promise(setImmediate)
    assert.deepEqual(renewed.slice(0, 2), [[7], [7]])
    end()
    await loop.rest()
    const before = renewed.length
    await loop.stop()
    assert.equal(renewed.length, before)
  })

  it('goes on with the others when one cannot be ended', async () => {
    const { queue, done, loop } = startLine({
      async work(item) {
        if (item === 2) throw new Error('the archive is away')
      },
    })
    queue.push(1, 2, 3)
    loop.wake()
    await loop.rest()
    assert.deepEqual(done, [1, 3])
    await loop.stop()
  })

  it('ends what is in hand when it is stopped, and claims no more', async () => {
    let end: () => void = () => {}
    const begun: number[] = []
    const { queue, done, claims, loop } = startLine({
      atOnce: 1,
      work: (item) =>
        new Promise((resolve) => {
          begun.push(item)
          end = resolve
        }),
    })
    queue.push(1, 2)
    loop.wake()
    while (begun.length === 0) await new Promise(setImmediate)
    const stopping = loop.stop()
    const claimed = claims.length
    end()
    await stopping
    assert.deepEqual(done, [1])
    assert.deepEqual(queue, [2])
    assert.equal(claims.length, claimed)
  })
})
