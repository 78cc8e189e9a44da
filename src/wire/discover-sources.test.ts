import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { openSite, type TestSite, testFetcher } from '../../test/support/test-site.ts'
import { Problem } from '../model/problem.ts'
import type { FoundSource } from '../model/source.ts'
import { discoverSources } from './discover-sources.ts'

const sites: TestSite[] = []
after(() => Promise.all(sites.map((site) => site.close())))

interface Answer {
  readonly status?: number
  readonly body: string
}

/** A site with these pages, in which $HERE is its own address. */
async function siteOf(pages: Readonly<Record<string, string | Answer>>): Promise<TestSite> {
  const site = await openSite((request, response) => {
    const page = pages[request.url ?? ''] ?? { status: 404, body: 'none' }
    const { status = 200, body } = typeof page === 'string' ? { body: page } : page
    response
      .writeHead(status, { 'content-type': 'text/html; charset=utf-8' })
      .end(body.replaceAll('$HERE', site.at('')))
  }, true)
  sites.push(site)
  return site
}

async function discover(address: string): Promise<readonly FoundSource[]> {
  const fetcher = testFetcher()
  try {
    return await discoverSources(address, fetcher)
  } finally {
    await fetcher.close()
  }
}

const kindsAndPaths = (found: readonly FoundSource[]): string[] =>
  found.map(({ kind, address }) => `${kind} ${new URL(address).pathname}`)

const feed = (title: string, ...headlines: string[]): string =>
  `<rss version="2.0"><channel><title>${title}</title><language>en</language>${headlines
    .map((headline, place) => `<item><title>${headline}</title><link>/${title}/${place}</link></item>`)
    .join('')}</channel></rss>`

const rows = ['bridge-over-the-sorna-reopens', 'two-schools-close-for-repairs', 'fog-holds-the-ferry-again']
const links = rows
  .map((slug) => `<h2><a href="/2026/11/24/${slug}">${slug.replaceAll('-', ' ')} today</a></h2>`)
  .join('')
const page = (head: string, body = links): string =>
  `<!doctype html><html lang="en"><head><title>Alfa News | Home</title>${head}</head><body>${body}</body></html>`

describe('what is found at an address', () => {
  it('is the feed itself, with its newest entries first', async () => {
    const { at } = await siteOf({ '/rss': feed('Alfa', 'Newest', 'Older') })
    const [source, ...others] = await discover(at('/rss'))
    assert.deepEqual(others, [])
    assert.equal(source?.title, 'Alfa')
    assert.deepEqual(source?.outlet, { key: 'alfa.localhost', name: 'Alfa', language: 'en', country: null })
    assert.deepEqual(
      source?.entries.map((entry) => entry.headline),
      ['Newest', 'Older'],
    )
  })

  it('is what the page declares, comments and twins aside, and then the page itself', async () => {
    const { at } = await siteOf({
      '/': page(`<link rel="alternate" type="application/rss+xml" href="/comments/feed" title="Comments">
        <link rel="alternate" type="text/xml" href="news.rss"><link rel="alternate" type="application/atom+xml" href="$HERE/twin">
        <link rel="alternate" hreflang="ru" href="/ru/"><link rel="alternate" type="application/rss+xml" href="/broken">`),
      '/comments/feed': feed('Comments', 'Well said'),
      '/news.rss': feed('News', 'One', 'Two'),
      '/twin': feed('News', 'One', 'Two'),
    })
    const found = await discover(at('/'))
    assert.deepEqual(kindsAndPaths(found), ['feed /news.rss', 'feed /comments/feed', 'section /'])
    assert.deepEqual(
      new Set(found.map(({ outlet }) => `${outlet.key} ${outlet.name}`)),
      new Set(['alfa.localhost Alfa News']),
    )
  })

  it('is the feed that a link in the page leads to', async () => {
    const { at } = await siteOf({
      '/': page('', '<a href="/export/all.php">RSS</a>'),
      '/export/all.php': feed('All', 'One'),
    })
    assert.deepEqual(kindsAndPaths(await discover(at('/'))), ['feed /export/all.php'])
  })

  it('is a feed at a well-known path when the page names none', async () => {
    const { at } = await siteOf({ '/town/': page(''), '/feed.xml': feed('Alfa', 'One') })
    assert.deepEqual(kindsAndPaths(await discover(at('/town/'))), ['feed /feed.xml', 'section /town/'])
  })

  it('is the news sitemap that robots.txt names when there is no feed', async () => {
    const { at } = await siteOf({
      '/': page(''),
      '/robots.txt': 'User-agent: *\nAllow: /\nSitemap: $HERE/pages.xml\nsitemap: $HERE/news.xml\n',
      '/pages.xml': '<urlset><url><loc>$HERE/about</loc></url></urlset>',
      '/news.xml':
        '<urlset xmlns:news="n"><url><loc>$HERE/a/1</loc><news:news><news:title>One</news:title></news:news></url></urlset>',
    })
    assert.deepEqual(kindsAndPaths(await discover(at('/'))), ['sitemap /news.xml', 'section /'])
  })

  it('is the page itself when there is nothing else', async () => {
    const { at } = await siteOf({ '/': page('') })
    const [source] = await discover(at('/'))
    assert.equal(source?.kind, 'section')
    assert.equal(source?.entries[0]?.headline, 'bridge over the sorna reopens today')
  })

  it('is a channel, told by its page', async () => {
    const post = `<div class="tgme_widget_message" data-post="alfa/1"><div class="tgme_widget_message_text">The bridge is open</div></div>`
    const { at } = await siteOf({
      '/s/alfa': `<div class="tgme_channel_info_header_title">Alfa live</div>${post}`,
    })
    const [source] = await discover(at('/s/alfa'))
    assert.deepEqual([source?.kind, source?.title], ['telegram', 'Alfa live'])
  })

  it('is a Mastodon account', async () => {
    const { at } = await siteOf({ '/@vera.rss': feed('Vera', 'Hello to the town') })
    const [source] = await discover(at('/@vera'))
    assert.deepEqual(
      [source?.kind, source?.address, source?.title, source?.outlet.key],
      ['mastodon', at('/@vera'), 'Vera', `${new URL(at('')).host}/@vera`],
    )
  })

  it('says of a Mastodon account that cannot be asked why, not that it is no address', async () => {
    await assert.rejects(
      discover('@vera@nowhere.invalid'),
      (error: unknown) =>
        error instanceof Problem &&
        error.message.includes('nowhere.invalid') &&
        !/no address/.test(error.message),
    )
  })

  it('needs no scheme', async () => {
    const { at } = await siteOf({ '/rss': feed('Alfa', 'One') })
    assert.deepEqual(kindsAndPaths(await discover(` ${at('/rss').slice('http://'.length)} `)), ['feed /rss'])
  })

  it('cannot be told when the page turns us away, and the problem says so', async () => {
    const { at } = await siteOf({ '/': { status: 403, body: 'Go away' }, '/feed': feed('Alfa', 'One') })
    await assert.rejects(discover(at('/')), /status 403: .* Paste the address of its feed/)
  })

  it('is never nothing: the problem names the address and what to do', async () => {
    const { at } = await siteOf({ '/': page('', 'Nothing here') })
    await assert.rejects(discover(at('/')), (error: unknown) => {
      assert.ok(error instanceof Problem)
      assert.equal(error.code, 'wire/no-source')
      assert.ok(error.message.includes(at('/')))
      assert.match(error.message, /Paste the address/)
      return true
    })
  })

  for (const nonsense of ['', 'hello there', 'ftp://alfa.localhost/', '@x', 'mailto:a@b.example'])
    it(`is a problem when “${nonsense}” is no address`, async () => {
      await assert.rejects(
        discover(nonsense),
        (error: unknown) => error instanceof Problem && error.code === 'wire/no-source',
      )
    })
})
