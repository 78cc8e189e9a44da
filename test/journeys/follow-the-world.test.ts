import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { bodyText } from '../../src/model/block-text.ts'
import type { Entry } from '../../src/model/source.ts'
import { openBrowser, signIn } from '../support/browser.ts'
import { chromium } from '../support/needs.ts'
import { type Newsroom, openNewsroom } from '../support/newsroom.ts'
import { createVisitor, type Visitor } from '../support/visitor.ts'

const longestPollMs = 10_000

/** An editor's first hour with the desk: each step goes on where the one before it ended. */
describe('a newsroom follows the demo world', () => {
  let newsroom: Newsroom
  let visitor: Visitor
  before(async () => {
    newsroom = await openNewsroom()
    visitor = createVisitor(newsroom.desk.address)
    await visitor.signIn()
  })
  after(() => newsroom.close())

  it('finds what can be watched at every home page, shows what will come, and watches it', async () => {
    const pasted: { readonly address: string; readonly expects: string; readonly page: string }[] = []
    for (const { address, expects } of newsroom.world.sources) {
      const asked = await visitor.post('/discoveries', { address }, { from: '/sources' })
      pasted.push({ address, expects, page: asked.location })
    }
    await newsroom.work()
    for (const { address, expects, page } of pasted) {
      const found = await visitor.get(page)
      assert.match(found.text, /class="preview"/, `${address} is shown with what will come`)
      const fields = { discovery: page.split('/').at(-1) ?? '', 'choice[]': '0' }
      const added = await visitor.post('/sources', fields, { from: page })
      assert.match(added.location, /done=added/)
      const { source } = (await newsroom.archive.sources.list()).find(
        (listed) => new URL(listed.source.address).host === new URL(address).host,
      ) ?? { source: null }
      assert.equal(source?.kind, expects, address)
    }
    assert.equal((await newsroom.archive.sources.list()).length, 8)
  })

  it('files what was out at the start, each report once', async () => {
    await newsroom.work()
    await letRefusalsPass()
    await assertAllFiledOnce()
  })

  it('puts a new headline on an open desk without a reload, and without moving what is read', {
    skip: chromium.skip,
  }, async () => {
    const context = await openBrowser({ viewport: { width: 1280, height: 500 } })
    await signIn(context, newsroom.desk.address)
    const page = await context.newPage()
    await page.goto(`${newsroom.desk.address}/latest`)
    await page.evaluate('window.isTheSamePage = true')
    await page.evaluate('scrollTo(0, 400)')
    const read = page.locator('li.line').nth(12)
    const id = await read.getAttribute('id')
    const place = async (): Promise<number> => (await page.locator(`#${id}`).boundingBox())?.y ?? Number.NaN
    const before = await place()
    const { clock } = newsroom.desk
    const fresh = newsroom.world.schedule.find(
      ({ outlet, publishedAt }) => outlet === 'luginform' && publishedAt > clock.now,
    )
    assert.ok(fresh, 'the agency has something to come')
    clock.now = fresh.publishedAt + longestPollMs
    await newsroom.work()
    await page.waitForSelector(`li.line:has-text("${fresh.headline}")`, { state: 'attached' })
    assert.equal(await page.evaluate('window.isTheSamePage'), true)
    assert.ok(Math.abs((await place()) - before) <= 1, `it moved from ${before} to ${await place()}`)
    await context.close()
  })

  it('asks for no page that it knows a second time, until it is time to look for changes', () => {
    const { world } = newsroom
    const pages = new Set(
      world.schedule.filter(({ isPaywalled }) => !isPaywalled).map(({ address }) => address),
    )
    const often = [...world.asked].filter(([address, times]) => pages.has(address) && times > 1)
    // One outlet refuses at times, and what it refused must be asked for again.
    assert.deepEqual(
      often.filter(([address]) => !address.includes('tumarly.')),
      [],
    )
    assert.ok(often.length <= 4, `${often.length} pages were asked for twice`)
  })

  it('follows all that comes out, to the end of the hour', async () => {
    for (let minutes = 0; minutes < 70; minutes += 18) await newsroom.pass(18)
    await letRefusalsPass()
    await assertAllFiledOnce()
  })

  it('makes one article of a page and its twins, and of addresses that only track', async () => {
    for await (const { line } of newsroom.archive.articles.each())
      assert.doesNotMatch(line.address, /\/\/m\.|[?&]utm_|[./]amp\b/)
    const { address } = newsroom.world.schedule.find(({ outlet }) => outlet === 'courier') ?? assert.fail()
    const before = await newsroom.archive.articles.count()
    const entry = { ...(await anyEntry()), address: `${address}amp/?utm_source=elsewhere` }
    const work = { kind: 'fetch', address: entry.address, sourceId: null, entry, checks: null } as const
    await newsroom.archive.jobs.push({ work, host: null, dueAt: newsroom.desk.clock.now, key: 'a twin' })
    await newsroom.work()
    assert.equal(await newsroom.archive.articles.count(), before)
    assert.ok(newsroom.world.asked.has(entry.address), 'the twin was asked for')
  })

  it('keeps the feed’s text of a page that is for subscribers only, and says so', async () => {
    const id = await idOf('strike-prices')
    const filed = await newsroom.archive.articles.get(id)
    assert.equal(filed?.article.textFrom, 'source')
    assert.match(bodyText(filed.article), /Залізничному ринку/)
    const { text } = await visitor.get(`/articles/${id}?marks=hidden`)
    assert.match(text, /Залізничному ринку/)
    assert.match(text, /This text is the source’s own: the page could not be had/)
  })

  it('shows what an outlet changed without a word, as a revision', async () => {
    // Five minutes after an article was filed it is looked at again.
    await newsroom.pass(70)
    const id = await idOf('train-first')
    const filed = await newsroom.archive.articles.get(id)
    assert.ok(filed)
    assert.ok(filed.revisions.length > 1, 'it has a revision')
    assert.match(filed.article.headline, /постраждали 17 людей/)
    const { text } = await visitor.get(`/articles/${id}/revisions/2`)
    assert.match(text, /<ins>[\s\S]*?17[\s\S]*?<\/ins>/)
    assert.match(text, /<del>[\s\S]*?19[\s\S]*?<\/del>/)
    assert.match((await visitor.get('/latest')).text, /changed/)
  })

  const searches: readonly [language: string, query: string, id: string][] = [
    ['Russian', 'трещинами опорам', 'bridge-closed'],
    ['Ukrainian', 'тріщиною опори', 'bridge-uk'],
    ['English', 'dockers strikes', 'strike-begins'],
    ['Kazakh', 'ақбөкендердің көші', 'saiga-count'],
  ]
  for (const [language, query, id] of searches)
    it(`finds ${language} words in another case form`, async () => {
      const { text } = await visitor.get(`/search?q=${encodeURIComponent(query)}`)
      assert.ok(text.includes(`/articles/${await idOf(id)}`), `${query} finds ${id}`)
    })

  it('keeps an archive that passes every check', async () => {
    assert.deepEqual(await newsroom.archive.upkeep.check(), [])
    assert.equal((await newsroom.archive.jobs.counts(newsroom.desk.clock.now)).setAside, 0)
  })

  /** The outlet that refuses is left alone for half a minute and more: let it pass, a few times. */
  async function letRefusalsPass(): Promise<void> {
    for (let pauses = 0; pauses < 4; pauses += 1) {
      if ((await missing()).length === 0) return
      await newsroom.pass(20 / 60)
      newsroom.desk.clock.now += 40_000
      await newsroom.work()
    }
  }

  async function anyEntry(): Promise<Entry> {
    const discovery = await newsroom.archive.discoveries.get(1)
    const answer = discovery?.answer.kind === 'found' ? discovery.answer.sources[0]?.entries[0] : undefined
    return answer ?? assert.fail('the first discovery found entries')
  }

  async function missing(): Promise<readonly string[]> {
    const addresses = newsroom.world.published().map(({ address }) => address)
    const ids = await Promise.all(addresses.map((address) => newsroom.archive.articles.byAddress(address)))
    return addresses.filter((_, place) => ids[place] === null)
  }

  async function assertAllFiledOnce(): Promise<void> {
    assert.deepEqual(await missing(), [])
    const published = new Set(newsroom.world.schedule.map(({ address }) => address))
    const filed: string[] = []
    for await (const { line } of newsroom.archive.articles.each()) filed.push(line.address)
    assert.equal(new Set(filed).size, filed.length)
    assert.deepEqual(
      filed.filter((address) => !published.has(address)),
      [],
    )
  }

  async function idOf(report: string): Promise<number> {
    const address = newsroom.world.schedule.find(({ id }) => id === report)?.address ?? ''
    const id = await newsroom.archive.articles.byAddress(address)
    assert.notEqual(id, null, `${report} is filed`)
    return id ?? 0
  }
})
