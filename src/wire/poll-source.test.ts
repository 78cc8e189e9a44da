import assert from 'node:assert/strict'
import type http from 'node:http'
import { after, describe, it } from 'node:test'
import { gzipSync } from 'node:zlib'
import { openSite, type TestSite, testFetcher } from '../../test/support/test-site.ts'
import { Problem } from '../model/problem.ts'
import type { Source, SourceKind } from '../model/source.ts'
import { type PolledSource, pollSource } from './poll-source.ts'

const sites: TestSite[] = []
after(() => Promise.all(sites.map((site) => site.close())))

type Page = string | Uint8Array | ((request: http.IncomingMessage, response: http.ServerResponse) => void)

/** A site with these pages, in which $HERE is its own address. */
async function siteOf(pages: Readonly<Record<string, Page>>): Promise<TestSite> {
  const site = await openSite((request, response) => {
    const page = pages[request.url ?? '']
    if (page === undefined) response.writeHead(404).end()
    else if (typeof page === 'function') page(request, response)
    else response.end(typeof page === 'string' ? page.replaceAll('$HERE', site.at('')) : page)
  })
  sites.push(site)
  return site
}

async function poll(kind: SourceKind, address: string, etag: string | null = null): Promise<PolledSource> {
  const health = {
    intervalSeconds: 60,
    nextPollAt: 0,
    lastPollAt: null,
    lastSuccessAt: null,
    lastNewAt: null,
    consecutiveFailures: 0,
    lastProblem: null,
    etag,
    lastModified: null,
  }
  const source: Source = {
    id: 1,
    outletId: 1,
    kind,
    address,
    title: '',
    state: 'active',
    createdAt: 0,
    health,
  }
  const fetcher = testFetcher()
  try {
    return await pollSource(source, fetcher)
  } finally {
    await fetcher.close()
  }
}

function headlines(answer: PolledSource): (string | null)[] {
  return answer.kind === 'entries' ? answer.entries.map((entry) => entry.headline) : []
}

function coded(code: string): (error: unknown) => boolean {
  return (error) => error instanceof Problem && error.code === code
}

const item = (number: number, day = 24): string =>
  `<item><title>Report ${number}</title><link>/news/${number}</link><pubDate>${day} Nov 2026 10:00 GMT</pubDate></item>`
const feed = (items: string): string =>
  `<rss version="2.0"><channel><title>Alfa</title>${items}</channel></rss>`
const urlset = (paths: readonly string[]): string =>
  `<urlset>${paths.map((path) => `<url><loc>$HERE${path}</loc><lastmod>2026-11-24</lastmod></url>`).join('')}</urlset>`

describe('polling a source', () => {
  it('lists a feed oldest first, with its validators', async () => {
    const { at } = await siteOf({
      '/rss': (_, response) => response.setHeader('etag', '"5"').end(feed(item(2, 24) + item(1, 23))),
    })
    const answer = await poll('feed', at('/rss'))
    assert.deepEqual(headlines(answer), ['Report 1', 'Report 2'])
    assert.deepEqual(
      { ...answer, entries: [] },
      { kind: 'entries', entries: [], etag: '"5"', lastModified: null, movedTo: null },
    )
  })

  it('sends the validators and hears that nothing changed', async () => {
    const { at } = await siteOf({
      '/rss': (request, response) =>
        response.writeHead(request.headers['if-none-match'] === '"5"' ? 304 : 200).end(),
    })
    assert.deepEqual(await poll('feed', at('/rss'), '"5"'), { kind: 'unchanged', movedTo: null })
  })

  it('says that a source is gone for good', async () => {
    const { at } = await siteOf({ '/rss': (_, response) => response.writeHead(410).end() })
    assert.deepEqual(await poll('feed', at('/rss')), { kind: 'gone' })
  })

  it('says where a source has moved', async () => {
    const { at } = await siteOf({
      '/rss': (_, response) => response.writeHead(301, { location: '/feed' }).end(),
      '/feed': feed(item(1)),
    })
    const answer = await poll('feed', at('/rss'))
    assert.equal(answer.kind === 'entries' && answer.movedTo, at('/feed'))
  })

  it('passes a refusal on', async () => {
    const { at } = await siteOf({ '/rss': (_, response) => response.writeHead(404).end('none') })
    const answer = await poll('feed', at('/rss'))
    assert.equal(answer.kind === 'refused' && answer.status, 404)
  })

  it('keeps the newest thousand of a feed that has more', async () => {
    const items = Array.from({ length: 6000 }, (_, number) =>
      item(6000 - number).replace('24 Nov 2026 10:00 GMT', ''),
    )
    const { at } = await siteOf({ '/rss': feed(items.join('')) })
    const found = headlines(await poll('feed', at('/rss')))
    assert.equal(found.length, 1000)
    assert.equal(found.at(-1), 'Report 6000')
  })

  it('follows a sitemap index to its newest children, packed or not, and does without one that is missing', async () => {
    const site = await siteOf({
      '/index.xml': `<sitemapindex>${['old', 'missing', 'packed', 'new']
        .map(
          (name, day) => `<sitemap><loc>$HERE/${name}.xml</loc><lastmod>2026-11-2${day}</lastmod></sitemap>`,
        )
        .join('')}</sitemapindex>`,
      '/old.xml': urlset(['/a/old-one']),
      '/new.xml': urlset(['/a/1', '/a/2']),
      '/packed.xml': gzipSync('<urlset><url><loc>http://packed.localhost/a/3</loc></url></urlset>'),
    })
    const answer = await poll('sitemap', site.at('/index.xml'))
    assert.deepEqual(
      answer.kind === 'entries' && answer.entries.map((entry) => new URL(entry.address).pathname).sort(),
      ['/a/1', '/a/2', '/a/3'],
    )
    assert.ok(!site.asked.includes('alfa /old.xml'))
  })

  it('asks a Mastodon server that serves no RSS through its API', async () => {
    const status = (id: number) => ({
      url: `https://social.example/@vera/${id}`,
      uri: `urn:${id}`,
      created_at: '2026-11-24T10:00:00Z',
      content: `<p>Post ${id}</p>`,
      account: { display_name: 'Vera', acct: 'vera' },
    })
    const { at } = await siteOf({
      '/api/v1/accounts/lookup?acct=vera': '{"id":"7","acct":"vera"}',
      '/api/v1/accounts/7/statuses?limit=40&exclude_replies=true&exclude_reblogs=true': JSON.stringify([
        status(2),
        status(1),
      ]),
    })
    const answer = await poll('mastodon', at('/@vera'))
    assert.deepEqual(headlines(answer), ['Post 1', 'Post 2'])
    assert.ok(answer.kind === 'entries' && answer.entries.every((entry) => entry.whole))
  })

  const laughs = `<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>${feed('<item><title>&c;</title></item>')}`
  const outside = `<!DOCTYPE r [<!ENTITY x SYSTEM "http://alfa.localhost/secret">]>${feed('<item><title>&x;</title></item>')}`
  const hostile: readonly (readonly [
    what: string,
    kind: SourceKind,
    page: string | Uint8Array,
    code: string,
  ])[] = [
    [
      'a web page in place of a feed',
      'feed',
      '<!doctype html><html><body>Sorry</body></html>',
      'wire/not-a-feed',
    ],
    ['an empty answer', 'feed', '', 'wire/not-a-feed'],
    ['NUL bytes', 'feed', new Uint8Array(5000), 'wire/not-a-feed'],
    ['JSON that is no feed', 'feed', '{"a":1}', 'wire/not-a-feed'],
    ['a bomb of entities', 'feed', laughs, 'wire/unsafe-xml'],
    ['an entity from outside', 'feed', outside, 'wire/unsafe-xml'],
    ['a feed in place of a sitemap', 'sitemap', feed(item(1)), 'wire/not-a-sitemap'],
    ['a sitemap packed too tightly', 'sitemap', gzipSync(new Uint8Array(60 * 1024 * 1024)), 'wire/too-large'],
    [
      'a sitemap whose packing is broken',
      'sitemap',
      new Uint8Array([0x1f, 0x8b, 8, 0, 1]),
      'wire/decompression',
    ],
    [
      'a page without links to articles',
      'section',
      '<html><nav><a href="/a">A</a></nav></html>',
      'wire/no-links',
    ],
    ['a page that is no channel', 'telegram', '<html></html>', 'wire/not-a-channel'],
  ]
  for (const [what, kind, page, code] of hostile)
    it(`names ${what} as ${code}`, async () => {
      const { at } = await siteOf({ '/x': page })
      await assert.rejects(poll(kind, at('/x')), coded(code))
    })

  it('stops reading a feed of 100 MB', async () => {
    const part = Buffer.alloc(1024 * 1024, item(1))
    const { at } = await siteOf({
      '/rss': (_, response) => {
        response.write(feed('').slice(0, 60))
        let left = 100
        const more = (): void => {
          while (left-- > 0 && !response.destroyed)
            if (!response.write(part)) return void response.once('drain', more)
          response.end()
        }
        more()
      },
    })
    await assert.rejects(poll('feed', at('/rss')), coded('wire/too-large'))
  })

  it('reads 10 MB of feed within a second or so', async () => {
    const { at } = await siteOf({
      '/rss': feed(Array.from({ length: 90_000 }, (_, number) => item(number)).join('')),
    })
    const start = performance.now()
    const answer = await poll('feed', at('/rss'))
    assert.equal(headlines(answer).length, 1000)
    // Generous, for machines that do much else; bench measures.
    assert.ok(performance.now() - start < 5000)
  })
})
