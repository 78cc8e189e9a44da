import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { LiveChange } from './change-feed.ts'
import { createLiveHub, type LiveHub } from './live-hub.ts'

/** Changes kept in memory, told when the test says so. */
function createFeed() {
  const kept: LiveChange[] = []
  const listeners = new Set<(changes: readonly LiveChange[]) => void>()
  return {
    listeners,
    happen(kind: string, id: number): void {
      const change = { seq: kept.length + 1, kind, id, at: 0 }
      kept.push(change)
      for (const listener of listeners) listener([change])
    },
    listen(listener: (changes: readonly LiveChange[]) => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    since: async (seq: number, limit: number) => kept.filter((change) => change.seq > seq).slice(0, limit),
    latestSeq: async () => kept.length,
  }
}

function open(hub: LiveHub, after: number | null, kinds = ['article']) {
  const closing = new AbortController()
  const reader = hub.open({ after, kinds: new Set(kinds), signal: closing.signal }).getReader()
  const decoder = new TextDecoder()
  return {
    closing,
    /** Reads until `pattern` was seen; the whole text so far. */
    async until(pattern: RegExp): Promise<string> {
      let text = ''
      while (!pattern.test(text)) {
        const { value, done } = await reader.read()
        if (done) return `${text}[end]`
        text += decoder.decode(value)
      }
      return text
    },
    leave: () => reader.cancel(),
  }
}

const noError = (error: unknown): void => assert.fail(String(error))

describe('live updates', () => {
  it('tell a page what it missed and then what happens, each once and in order', async () => {
    const feed = createFeed()
    const hub = createLiveHub({ changes: feed, onError: noError })
    for (const id of [10, 11, 12]) feed.happen('article', id)
    const page = open(hub, 1)
    feed.happen('article', 13)
    feed.happen('source', 99)
    feed.happen('article', 14)
    const text = await page.until(/"id":14/)
    assert.deepEqual(
      [...text.matchAll(/"id":(\d+)/g)].map((match) => Number(match[1])),
      [11, 12, 13, 14],
    )
    await page.leave()
  })

  it('say only what happens from now on to a page that names no place', async () => {
    const feed = createFeed()
    const hub = createLiveHub({ changes: feed, onError: noError })
    feed.happen('article', 10)
    const page = open(hub, null)
    await page.until(/retry/)
    feed.happen('article', 11)
    assert.doesNotMatch(await page.until(/"id":11/), /"id":10/)
    await page.leave()
  })

  it('tell a page that missed too much that it is behind', async () => {
    const feed = createFeed()
    for (let id = 0; id < 600; id += 1) feed.happen('article', id)
    const page = open(createLiveHub({ changes: feed, onError: noError }), 1)
    assert.match(await page.until(/behind/), /id: 600\nevent: behind/)
    await page.leave()
  })

  it('listen to the archive only while a page is open', async () => {
    const feed = createFeed()
    const hub = createLiveHub({ changes: feed, onError: noError })
    const [one, other] = [open(hub, null), open(hub, null)]
    assert.equal(feed.listeners.size, 1)
    await one.leave()
    other.closing.abort()
    assert.match(await other.until(/never/), /\[end\]$/)
    assert.deepEqual([hub.readers, feed.listeners.size], [0, 0])
  })

  it('let go of a page that does not read', async () => {
    const feed = createFeed()
    const hub = createLiveHub({ changes: feed, onError: noError })
    const page = open(hub, 0)
    await page.until(/retry/)
    for (let id = 0; id < 10_000 && hub.readers > 0; id += 1) feed.happen('article', 1e15 + id)
    assert.equal(hub.readers, 0)
  })

  it('show that the line is alive and how far it has come, and end it after its time', async () => {
    const feed = createFeed()
    const hub = createLiveHub({ changes: feed, onError: noError, heartbeatMs: 1, longestMs: 20 })
    const page = open(hub, null)
    feed.happen('source', 1)
    assert.match(await page.until(/id: 1\nevent: beat/), /event: beat/)
    assert.match(await page.until(/never/), /\[end\]$/)
    assert.equal(hub.readers, 0)
  })

  it('turn away more pages than they can keep', async () => {
    const hub = createLiveHub({ changes: createFeed(), onError: noError, mostReaders: 1 })
    const page = open(hub, null)
    assert.throws(() => open(hub, null), { code: 'web/too-many-readers' })
    await page.leave()
  })
})
