import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Hono } from 'hono'
import { createLiveHub } from './live/live-hub.ts'
import { liveRoutes } from './live/live-routes.ts'
import { serve } from './serve.ts'
import type { WebEnv } from './web-env.ts'

const here = { host: '127.0.0.1', port: 0 }
const noError = (error: unknown): void => assert.fail(String(error))
const noChanges = { listen: () => () => {}, since: async () => [], latestSeq: async () => 0 }

describe('the server', () => {
  it('closes at once although a page is being kept up to date', async () => {
    const hub = createLiveHub({ changes: noChanges, onError: noError })
    const server = await serve(new Hono<WebEnv>().route('/live', liveRoutes(hub)), here)
    const answer = await fetch(`${server.address}/live?kinds=source`)
    const reading = answer.text()
    const from = performance.now()
    await server.close()
    assert.match(await reading, /^retry: 2000/)
    assert.ok(performance.now() - from < 1500, 'well before the grace is over')
    assert.equal(hub.readers, 0)
  })

  it('forgets a page that went away', async () => {
    const hub = createLiveHub({ changes: noChanges, onError: noError, heartbeatMs: 5 })
    const server = await serve(new Hono<WebEnv>().route('/live', liveRoutes(hub)), here)
    const leaving = new AbortController()
    await fetch(`${server.address}/live`, { signal: leaving.signal })
    assert.equal(hub.readers, 1)
    leaving.abort()
    const until = performance.now() + 5000
    while (hub.readers > 0 && performance.now() < until) await new Promise((done) => setImmediate(done))
    assert.equal(hub.readers, 0)
    await server.close()
  })

  it('says in a Problem that something else listens there', async () => {
    const first = await serve(new Hono(), here)
    const port = Number(new URL(first.address).port)
    await assert.rejects(serve(new Hono(), { ...here, port }), { code: 'web/cannot-listen' })
    await first.close()
  })
})
