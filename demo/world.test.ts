import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { askDemo } from '../test/support/ask-demo.ts'
import { type DemoWorld, startDemoWorld } from './world.ts'

const start = Date.UTC(2026, 10, 24, 9)
const speed = 12
const hour = 3_600_000 / speed

describe('the demo world', () => {
  let now = start
  let world: DemoWorld

  before(async () => {
    now = start
    world = await startDemoWorld({ clock: () => now, speed, seed: 1, slowMilliseconds: [0, 0] })
  })
  after(() => world.close())

  const report = (id: string): DemoWorld['schedule'][number] => {
    const found = world.schedule.find((candidate) => candidate.id === id)
    assert.ok(found, id)
    return found
  }
  const front = (outlet: string): string => {
    const found = world.sources.find(({ address }) => address.includes(`//${outlet}.`))
    assert.ok(found, outlet)
    return found.address
  }

  it('has eight outlets whose front pages answer', async () => {
    assert.equal(world.sources.length, 8)
    for (const { address, title } of world.sources) {
      const { status, bytes, headers } = await askDemo(address)
      assert.equal(status, 200, address)
      const charset = address.includes('chronicle')
        ? 'windows-1251'
        : (/charset=([\w-]+)/.exec(headers['content-type'] ?? '')?.[1] ?? '')
      assert.ok(new TextDecoder(charset).decode(bytes).includes(title), `${address} names itself`)
    }
  })

  it('lists what is out on its outlets’ pages, and nothing that is not', async () => {
    for (const moment of [start, start + hour / 2, start + hour]) {
      now = moment
      const expected = world.schedule.filter(
        ({ publishedAt, withdrawnAt }) => publishedAt <= now && (withdrawnAt === null || now < withdrawnAt),
      )
      assert.deepEqual(
        world.published().map(({ id }) => id),
        expected.map(({ id }) => id),
      )
    }
    now = start
    const later = report('strike-deal')
    const sitemap = new URL('/sitemaps/news.xml', front('courier')).href
    assert.ok(!(await askDemo(sitemap)).text.includes(later.address))
    assert.equal((await askDemo(later.address)).status, 404)
    now = start + hour
    assert.ok((await askDemo(sitemap)).text.includes(later.address))
    assert.equal((await askDemo(later.address)).status, 200)
  })

  it('serves every report that is out', async () => {
    now = start + hour
    for (const { address, isPaywalled } of world.published()) {
      const { status } = await askAgain(address)
      assert.equal(status, isPaywalled ? 403 : 200, address)
    }
  })

  it('writes windows-1251 and koi8-r where it declares them', async () => {
    now = start + hour
    const old = await askDemo(report('stag-stolen').address)
    assert.match(
      new TextDecoder('windows-1251').decode(old.bytes),
      /charset=windows-1251[\s\S]*«Поющего оленя»/,
    )
    const feed = await askDemo(new URL('/rss.xml', front('leaflet')).href)
    assert.match(feed.headers['content-type'] ?? '', /koi8-r/)
    assert.match(
      new TextDecoder('koi8-r').decode(feed.bytes),
      /encoding="koi8-r"[\s\S]*На Мельничной голосуют/,
    )
  })

  it('answers 304 to whoever has the page already, by ETag and by date', async () => {
    now = start
    const address = new URL('/rss.xml', front('luginform')).href
    const { headers } = await askDemo(address)
    const known = await askDemo(address, { 'if-none-match': String(headers.etag) })
    assert.deepEqual([known.status, known.bytes.length], [304, 0])
    const dated = await askDemo(address, { 'if-modified-since': String(headers['last-modified']) })
    assert.equal(dated.status, 304)
    now = start + hour
    assert.equal((await askDemo(address, { 'if-none-match': String(headers.etag) })).status, 200)
  })

  it('refuses at one outlet with 429 and Retry-After, and recovers when that is over', async () => {
    now = start
    let refused = await askDemo(front('tumarly'))
    for (let asked = 0; asked < 40 && refused.status === 200; asked += 1)
      refused = await askDemo(front('tumarly'))
    assert.equal(refused.status, 429)
    now += Number(refused.headers['retry-after']) * 1000
    assert.equal((await askDemo(front('tumarly'))).status, 200)
  })

  it('changes headlines and texts silently, with a later Last-Modified', async () => {
    now = start
    const { address } = report('train-first')
    const before = await askDemo(address)
    assert.match(before.text, /постраждали 19 людей/)
    now = start + hour
    const after = await askDemo(address)
    assert.match(after.text, /постраждали 17 людей/)
    assert.doesNotMatch(after.text, /постраждали 19 людей/)
    assert.ok(
      Date.parse(String(after.headers['last-modified'])) >
        Date.parse(String(before.headers['last-modified'])),
    )
    assert.match(world.published().find(({ id }) => id === 'train-first')?.headline ?? '', /17 людей/)
  })

  it('repeats an agency’s reports word for word, with its credit', async () => {
    now = start + hour
    const copies = world.published().filter(({ copyOf }) => copyOf !== null)
    assert.ok(copies.length >= 10)
    for (const { address, copyOf } of copies) {
      const copy = await askDemo(address)
      const original = await askDemo(report(copyOf ?? '').address)
      const repeated = withoutEntities(copy.text)
      for (const text of paragraphsOf(original.text))
        assert.ok(repeated.includes(text), `${address}: ${text}`)
      assert.match(copy.text, /Источник: <a [^>]+>Луг-Информ<\/a>/)
    }
  })

  it('keeps a text for subscribers on its page, and gives it in the feed', async () => {
    now = start
    const page = await askDemo(report('strike-prices').address)
    assert.equal(page.status, 403)
    assert.doesNotMatch(page.text, /Залізничному ринку/)
    assert.match((await askDemo(new URL('/rss', front('stavren')).href)).text, /Залізничному ринку/)
  })

  it('withdraws a report: no list has it, and its page is 404', async () => {
    const { address, withdrawnAt } = report('school-rumour')
    now = (withdrawnAt ?? 0) - 1
    assert.equal((await askDemo(address)).status, 200)
    now = withdrawnAt ?? 0
    assert.equal((await askDemo(address)).status, 404)
    assert.ok(!(await askDemo(new URL('/rss', front('stavren')).href)).text.includes(address))
  })

  it('tells times as clocks show them where the outlet is', async () => {
    now = start
    const { address, publishedAt } = report('flood-evacuation')
    const local = new Date(publishedAt + 5 * 3_600_000).toISOString().slice(11, 16)
    assert.ok((await askAgain(address)).text.includes(local))
    for (const { text } of await Promise.all(world.published().map((one) => askAgain(one.address))))
      assert.doesNotMatch(text, /\{(time|day|yesterday)|\]\([a-z]/)
  })

  it('counts what was asked of it', async () => {
    const address = `${new URL(front('courier')).origin}/robots.txt`
    const before = world.asked.get(address) ?? 0
    await askDemo(address)
    assert.equal(world.asked.get(address), before + 1)
  })

  it('listens on the loopback only, and says to strangers what there is', async () => {
    const { text } = await askDemo(world.address)
    for (const { address } of world.sources) assert.ok(text.includes(address))
  })

  /** Past a refusal, by moving the clock a little. */
  async function askAgain(address: string): Promise<Awaited<ReturnType<typeof askDemo>>> {
    const answer = await askDemo(address)
    if (answer.status !== 429) return answer
    now += Number(answer.headers['retry-after']) * 1000
    return await askAgain(address)
  }
})

/** koi8-r has no guillemets and no dash: they come as entities. */
function withoutEntities(html: string): string {
  return html.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
}

function paragraphsOf(html: string): readonly string[] {
  const text = /<div class="news__text">([\s\S]*?)<\/div>/.exec(html)?.[1] ?? ''
  return [...text.matchAll(/<p>([\s\S]*?)<\/p>/g)].map((match) => match[1] ?? '')
}
