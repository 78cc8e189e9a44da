import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import type { Archive } from '../../src/archive/archive.ts'
import { hashPassword } from '../../src/web/auth/password.ts'
import { onPostgres } from '../support/archives.ts'
import { editor } from '../support/desk-server.ts'
import { type LoopbackSite, newsPage, openLoopbackSite, rssFeed } from '../support/loopback-site.ts'
import { createVisitor, type Visitor } from '../support/visitor.ts'
import { copyProgram, type WiredeskProcess, type WiredeskProgram } from '../support/wiredesk-process.ts'

const patienceMs = 60_000

onPostgres('roles that run apart on one database', (ground) => {
  let site: LoopbackSite
  let program: WiredeskProgram
  let archive: Archive
  const running: WiredeskProcess[] = []
  const heads: string[] = []

  before(async () => {
    site = await openLoopbackSite()
    program = copyProgram()
    ground.now = Date.now()
    archive = ground.archive
    const passwordHash = await hashPassword(editor.password)
    await archive.users.add({ name: editor.name, role: 'admin', passwordHash, createdAt: Date.now() })
    await watch('/feed.xml')
  })
  after(async () => {
    await Promise.all(running.map((process) => process.kill()))
    program.close()
    await site.close()
  })

  it('take an article from its feed to an open desk, each doing its part', {
    timeout: patienceMs,
  }, async () => {
    for (const process of await Promise.all([start('serve'), start('collect'), start('read')]))
      running.push(process)
    const [serve] = running
    assert.ok(serve)
    const visitor = createVisitor(serve.address ?? '')
    await visitor.signIn()
    await using stories = await listen(visitor, serve)
    await publish(1)
    await stories.until(1)
    assert.match((await visitor.get('/latest')).text, /Ferry number 1 stays in harbour/)
    assert.equal(await archive.articles.count(), 1)
    assert.equal(
      (await fetch(`${serve.address}/api/articles`)).status,
      401,
      'the API answers beside the desk',
    )
  })

  it('file nothing twice when two read and one of them is killed', { timeout: patienceMs }, async () => {
    const [serve, , reader] = running
    assert.ok(serve && reader)
    running.push(await start('read'))
    const visitor = createVisitor(serve.address ?? '')
    await visitor.signIn()
    await using stories = await listen(visitor, serve)
    const more = 24
    await publish(more)
    await stories.until(more / 4)
    await reader.kill()
    const heard = await stories.until(more)
    assert.equal(new Set(heard).size, more, 'each was told of once')
    assert.equal(await archive.articles.count(), heads.length)
    for (const line of (await archive.articles.latest({ limit: 100 })).items)
      assert.equal(line.revisions, 0, line.headline)
    assert.deepEqual(await archive.upkeep.check(), [])
  })

  it('end when they are asked to, with nothing left in hand', { timeout: patienceMs }, async () => {
    const [serve, collect, , reader] = running
    for (const process of [serve, collect, reader]) assert.equal(await process?.end(), 0)
    assert.equal((await archive.jobs.counts(Date.now())).leased, 0)
  })

  async function start(role: 'collect' | 'read' | 'serve'): Promise<WiredeskProcess> {
    return await program.start(['start', '--role', role], {
      WIREDESK_DATABASE: ground.address,
      WIREDESK_HOST_GAP_SECONDS: '0',
      WIREDESK_LEASE_SECONDS: '1',
      WIREDESK_READERS: '1',
      WIREDESK_LOG: 'info',
    })
  }

  /** So many reports more, each on a host of its own, and an editor who wants them now. */
  async function publish(count: number): Promise<void> {
    for (let made = 0; made < count; made += 1) {
      const headline = `Ferry number ${heads.length + 1} stays in harbour`
      const host = `host${heads.length}`
      site.put(`${host}/news`, newsPage({ headline, text: headline }))
      heads.push(headline)
    }
    const items = heads.map((title, index) => ({ address: site.address(`host${index}`, '/news'), title }))
    site.put('alfa/feed.xml', rssFeed(items))
    for (const { source } of await archive.sources.list())
      await archive.sources.pollSoon(source.id, Date.now())
  }

  async function watch(path: string): Promise<void> {
    const address = site.address('alfa', path)
    const outlet = { key: new URL(address).host, name: 'Alfa', language: null, country: null }
    const nextPollAt = Date.now() + 3_600_000
    await archive.sources.add(
      { kind: 'feed', address, title: 'Alfa', outlet, nextPollAt, intervalSeconds: 3600 },
      Date.now(),
    )
  }
})

/** The live stream of a desk, as an open page follows it. */
async function listen(
  { cookies }: Visitor,
  { address }: WiredeskProcess,
): Promise<AsyncDisposable & { until(count: number): Promise<readonly number[]> }> {
  const leaving = new AbortController()
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const answer = await fetch(`${address}/live?kinds=article-filed`, {
    headers: { cookie },
    signal: leaving.signal,
  })
  assert.equal(answer.status, 200)
  const reader = answer.body?.getReader()
  const decoder = new TextDecoder()
  let text = ''
  const heard = (): readonly number[] =>
    [...text.matchAll(/"kind":"article-filed","id":(\d+)/g)].map((match) => Number(match[1]))
  return {
    /** Ids of the articles heard of, once there are so many. */
    async until(count) {
      while (heard().length < count) {
        const { value, done } = (await reader?.read()) ?? { done: true, value: undefined }
        assert.ok(!done, `the stream ended after ${heard().length} articles`)
        text += decoder.decode(value, { stream: true })
      }
      return heard()
    },
    async [Symbol.asyncDispose]() {
      leaving.abort()
    },
  }
}
