import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { after, before, it } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { onBothEngines } from '../../test/support/archives.ts'
import { type LoopbackSite, newsPage, openLoopbackSite, rssFeed } from '../../test/support/loopback-site.ts'
import type { Archive } from '../archive/archive.ts'

/** A few in every run of the tests; a release is tried with 200. */
const kills = Number(process.env.WIREDESK_TEST_KILLS ?? 3)
const pagesEach = 20
const hosts = Math.max(4, Math.ceil(kills / 4))
const program = path.join(import.meta.dirname, '../../test/support/intake-child.ts')

onBothEngines('intake that is killed', (ground) => {
  let site: LoopbackSite
  before(async () => {
    site = await openLoopbackSite()
  })
  after(() => site.close())

  it(`loses nothing and files nothing twice, killed ${kills} times at any moment`, async () => {
    const address = await ground.newAddress()
    const archive = await ground.open(address)
    const pages = await publish(site, archive)
    for (let kill = 0; kill < kills; kill += 1) {
      const child = await run(address)
      await wait(Math.random() * 400)
      child.kill('SIGKILL')
      await ended(child)
      assert.deepEqual(await archive.upkeep.check(), [])
    }
    assert.equal(await ended(await run(address)), 0)
    assert.deepEqual(await archive.upkeep.check(), [])
    assert.equal(await archive.articles.count(), pages.length)
    for (const page of pages) {
      const id = await archive.articles.byAddress(page)
      assert.ok(id !== null, `${page} is there`)
      assert.equal((await archive.articles.get(id))?.revisions.length, 1)
    }
    const { waiting, leased, setAside } = await archive.jobs.counts(Date.now())
    assert.deepEqual({ waiting, leased, setAside }, { waiting: pages.length, leased: 0, setAside: 0 })
  })
})

/** Feeds of a few hosts, whose pages take a while. Returns the addresses of the pages. */
async function publish(site: LoopbackSite, archive: Archive): Promise<readonly string[]> {
  const addresses: string[] = []
  for (let host = 0; host < hosts; host += 1) {
    const name = `host${host}`
    const items = Array.from({ length: pagesEach }, (_, index) => ({
      address: site.address(name, `/news/${index}`),
      title: `Ferry number ${index} of line ${host} stays in harbour`,
    }))
    for (const [index, { address, title }] of items.entries()) {
      addresses.push(address)
      const html = newsPage({ headline: title, text: `Ferry ${index} of line ${host} stays in harbour` })
      site.put(`${name}/news/${index}`, (_, response) => {
        setTimeout(() => response.writeHead(200, { 'content-type': 'text/html' }).end(html), 10)
      })
    }
    site.put(`${name}/feed.xml`, rssFeed(items))
    const feed = site.address(name, '/feed.xml')
    await archive.sources.add(
      {
        kind: 'feed',
        address: feed,
        title: name,
        outlet: { key: new URL(feed).host, name, language: null, country: null },
        nextPollAt: Date.now(),
        intervalSeconds: 300,
      },
      Date.now(),
    )
  }
  return addresses
}

async function run(address: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', program, address], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
  return child
}

async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return child.exitCode
}
