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
const nothing = { blocks: [] }
const appeal =
  'Winter is hard on a small paper. If this report was worth your time, lend us the price of a ticket: it pays for the light on the stairs and for those who climb them.'
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
    assert.deepEqual((await here.article('/news/1'))?.line, { ...before?.line, gone: 'replaced' })
    here.put('/news/1', newsPage({ headline: 'Ferry sails at last' }))
    ground.now += 20 * minute
    await here.run()
    const filed = await here.article('/news/1')
    assert.deepEqual([filed?.line.headline, filed?.line.gone], ['Ferry sails at last', null])
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

  const taken: readonly {
    readonly name: string
    readonly answer: (headline: string) => Parameters<LoopbackSite['put']>[1]
    readonly how: string
    readonly revisions: number
  }[] = [
    {
      name: 'its address leads nowhere any more',
      answer: () => ({ status: 410 }),
      how: 'missing',
      revisions: 1,
    },
    {
      name: 'its page is empty',
      answer: () => '<html lang="en"><head><title>Beta</title></head><body><h1></h1></body></html>',
      how: 'emptied',
      revisions: 1,
    },
    {
      name: 'its text was cut to a line',
      answer: (headline) =>
        `<html lang="en"><head><title>${headline}</title></head><body><main><article><h1>${headline}</h1>
          <p>This article was removed by the editors of the paper on Monday afternoon.</p></article></main></body></html>`,
      how: 'cut',
      revisions: 2,
    },
    {
      name: 'something else stands there',
      answer: () =>
        `<html lang="en"><head><title>Beta</title></head><body><main><article><h1>Not available</h1>
          <p>What stood here was taken down by the editors of the paper.</p></article></main></body></html>`,
      how: 'replaced',
      revisions: 1,
    },
  ]
  for (const { name, answer, how, revisions } of taken)
    it(`says since when ${name}, keeps what it was, and says so no more when it is back`, async () => {
      const here = await desk(['/news/1'])
      await here.run()
      const before = await here.article('/news/1')
      assert.equal(before?.gone, null)
      here.put('/news/1', answer('Ferry stays in harbour /news/1'))
      ground.now += 6 * minute
      const since = ground.now
      await here.run()
      const filed = await here.article('/news/1')
      assert.deepEqual(filed?.gone, { since, how })
      assert.equal(filed?.revisions.length, revisions)
      assert.deepEqual(await here.archive.articles.revision(filed.line.id, 1), before?.article)
      ground.now += 20 * minute
      await here.run()
      assert.deepEqual((await here.article('/news/1'))?.gone, { since, how })
      here.put('/news/1', newsPage({ headline: 'Ferry stays in harbour /news/1' }))
      ground.now += 60 * minute
      await here.run()
      assert.equal((await here.article('/news/1'))?.gone, null)
      assert.equal((await here.archive.upkeep.check()).join(), '')
    })

  it('is read better once its outlet is known, without a revision', async () => {
    const paths = Array.from({ length: 8 }, (_, at) => `/news/${at}`)
    const here = await desk(paths.slice(0, 4))
    const page = (path: string, counter: number): string =>
      `<html lang="en"><head><title>Ferry ${path}</title></head><body><main><h1>Ferry ${path}</h1><div>
        <p>The ferry of the line ${path} left at dawn with all of its passengers, and it came back before the storm reached the wall.</p>
        <p>Its captain said that the sea at ${path} had been calmer than the forecast of the day before, and that nobody was afraid.</p>
        <p>${appeal}</p><p>${counter} views</p></div></main></body></html>`
    for (const path of paths) here.put(path, page(path, 12))
    await here.run()
    assert.match(bodyText((await here.article('/news/0'))?.article ?? nothing), /price of a ticket/)
    here.put('/feed.xml', rssFeed(paths.map((path) => ({ address: here.address(path), title: path }))))
    ground.now += 2 * minute
    await here.run()
    const later = await here.article('/news/7')
    assert.doesNotMatch(bodyText(later?.article ?? nothing), /price of a ticket/)
    for (const path of paths) here.put(path, page(path, 3407))
    ground.now += 10 * minute
    await here.run()
    assert.equal(here.asked('/news/0'), 2)
    const again = await here.article('/news/0')
    assert.doesNotMatch(bodyText(again?.article ?? nothing), /price of a ticket/)
    assert.match(bodyText(again?.article ?? nothing), /captain/)
    assert.equal(again?.revisions.length, 1)
    assert.deepEqual(await here.archive.upkeep.check(), [])
  })

  it('is not looked at again when it was old already when its source was added', async () => {
    const here = await desk(['/news/1'], noon - 30 * day)
    await here.run()
    assert.notEqual(await here.article('/news/1'), null)
    assert.equal((await here.archive.jobs.counts(ground.now)).waiting, 0)
  })
})
