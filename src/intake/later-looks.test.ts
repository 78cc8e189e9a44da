import assert from 'node:assert/strict'
import { after, before, it } from 'node:test'
import { another } from '../../test/support/archive-samples.ts'
import { noon, onBothEngines } from '../../test/support/archives.ts'
import { type LoopbackSite, newsPage, openLoopbackSite, rssFeed } from '../../test/support/loopback-site.ts'
import type { Archive, FiledArticle } from '../archive/archive.ts'
import { canonicalAddress, outletKey } from '../kit/address.ts'
import { createLogger } from '../kit/log.ts'
import { bodyText } from '../model/block-text.ts'
import { createReaderPool, type ReaderPool } from './read/reader-pool.ts'
import { startIntake } from './start-intake.ts'

const logger = createLogger({ level: 'silent', format: 'json' })
const minute = 60_000
const day = 24 * 60 * minute

onBothEngines('a page that is looked at again', (ground) => {
  let site: LoopbackSite
  let pool: ReaderPool
  before(async () => {
    site = await openLoopbackSite()
    pool = createReaderPool({ size: 1, limitMs: 20_000, logger })
  })
  after(async () => {
    await pool.close()
    await site.close()
  })

  /** A desk of its own that watches one feed of these paths. */
  async function desk(paths: readonly string[], publishedAt: number = noon - 10 * minute) {
    ground.now = noon
    const archive = await ground.open(await ground.newAddress())
    const host = `beta${another()}`
    const address = (path: string): string => site.address(host, path)
    const put = (path: string, answer: Parameters<LoopbackSite['put']>[1]): void =>
      site.put(host + path, answer)
    put(
      '/feed.xml',
      rssFeed(paths.map((path) => ({ address: address(path), title: `Ferry ${path}`, publishedAt }))),
    )
    for (const path of paths) put(path, newsPage({ headline: `Ferry stays in harbour ${path}` }))
    await archive.sources.add(
      {
        kind: 'feed',
        address: address('/feed.xml'),
        title: 'Beta',
        outlet: { key: outletKey(address('/')), name: 'Beta', language: null, country: null },
        nextPollAt: noon,
        intervalSeconds: 60,
      },
      noon,
    )
    return {
      archive,
      address,
      put,
      asked: (path: string) => site.asked.filter((place) => place === host + path).length,
      run: () => run(archive),
      article: (path: string) => articleAt(archive, address(path)),
    }
  }

  async function run(archive: Archive): Promise<void> {
    const intake = startIntake({
      archive,
      clock: () => ground.now,
      chance: () => 0.5,
      logger,
      pool,
      roles: ['collect', 'read'],
      fetcher: {
        clock: () => ground.now,
        chance: () => 0.5,
        userAgent: 'WiredeskTest/1.0',
        allowAddresses: ['*.localhost'],
        proxy: null,
        hostGapSeconds: 0,
      },
      config: { leaseMs: 60_000, minPollSeconds: 60 },
    })
    await intake.idle()
    await intake.stop()
  }

  async function articleAt(archive: Archive, address: string): Promise<FiledArticle | null> {
    const id = await archive.articles.byAddress(canonicalAddress(address) ?? '')
    return id === null ? null : await archive.articles.get(id)
  }

  it('keeps its text while the site says with status 200 that it is being repaired', async () => {
    const here = await desk(['/news/1'])
    await here.run()
    const before = await here.article('/news/1')
    here.put(
      '/news/1',
      `<html lang="en"><head><title>Beta</title></head><body><h1>We will be back soon</h1>
        <p>Our site is being maintained at the moment. We apologise and will be back shortly.</p></body></html>`,
    )
    ground.now += 6 * minute
    await here.run()
    assert.equal(here.asked('/news/1'), 2)
    assert.deepEqual((await here.article('/news/1'))?.line, before?.line)
    here.put('/news/1', newsPage({ headline: 'Ferry sails at last' }))
    ground.now += 20 * minute
    await here.run()
    const filed = await here.article('/news/1')
    assert.equal(filed?.line.headline, 'Ferry sails at last')
    assert.equal(filed?.revisions.length, 2)
  })

  it('never becomes a revision of another article whose address it begins to call its own', async () => {
    const here = await desk(['/news/1', '/news/2'])
    await here.run()
    here.put(
      '/news/1',
      newsPage({
        headline: 'Ferry stays in harbour /news/1',
        text: 'The bridge is closed',
        head: `<link rel="canonical" href="${here.address('/news/2')}">`,
      }),
    )
    ground.now += 6 * minute
    await here.run()
    const other = await here.article('/news/2')
    assert.equal(other?.revisions.length, 1)
    assert.doesNotMatch(other === null ? '' : bodyText(other.article), /bridge/)
  })

  it('is asked for again where it is listed before it is there', async () => {
    const here = await desk(['/news/1'])
    here.put('/news/1', { status: 404 })
    await here.run()
    assert.equal(await here.article('/news/1'), null)
    here.put('/news/1', newsPage({ headline: 'Ferry sails at last' }))
    ground.now += 2 * minute
    await here.run()
    assert.equal((await here.article('/news/1'))?.line.headline, 'Ferry sails at last')
  })

  it('is let go when it is never there', async () => {
    const here = await desk(['/news/1'])
    here.put('/news/1', { status: 404 })
    for (let hours = 0; hours < 48; hours += 1) {
      await here.run()
      ground.now += 60 * minute
    }
    assert.equal(here.asked('/news/1'), 5)
    const { waiting, setAside } = await here.archive.jobs.counts(ground.now)
    assert.deepEqual({ waiting, setAside }, { waiting: 0, setAside: 0 })
  })

  it('is not looked at again when it was old already when its source was added', async () => {
    const here = await desk(['/news/1'], noon - 30 * day)
    await here.run()
    assert.notEqual(await here.article('/news/1'), null)
    assert.equal((await here.archive.jobs.counts(ground.now)).waiting, 0)
  })
})
