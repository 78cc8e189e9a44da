import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { claimedRead, fileSample, sampleArticle } from '../../../test/support/archive-samples.ts'
import { type DeskServer, serveDesk } from '../../../test/support/desk-server.ts'
import { fileReport } from '../../../test/support/file-report.ts'
import { hostileArticle, hostileOutlet } from '../../../test/support/hostile-article.ts'
import { laterLiveArticle, liveArticle, liveOutlet } from '../../../test/support/live-article.ts'
import { sampleNow } from '../../../test/support/sample-news.ts'
import { createVisitor, type Visitor } from '../../../test/support/visitor.ts'

describe('an article', () => {
  let desk: DeskServer
  let visitor: Visitor
  let bridge: number
  let hostile: number
  let live: number
  before(async () => {
    desk = await serveDesk({ news: 'sample' })
    visitor = createVisitor(desk.address)
    await visitor.signIn()
    bridge = (await desk.archive.articles.latest({ limit: 1 })).items[0]?.id ?? 0
    const filing = { article: hostileArticle, outlet: hostileOutlet, sourceId: null, now: sampleNow }
    const blog = {
      article: liveArticle,
      outlet: liveOutlet,
      sourceId: null,
      now: sampleNow,
      kind: 'live-blog' as const,
    }
    live = (await fileReport(desk.archive, blog)).articleId
    hostile = (await fileReport(desk.archive, filing)).articleId
  })
  after(() => desk.close())

  it('is shown with every kind of block', async () => {
    const { text } = await visitor.get(`/articles/${bridge}?marks=hidden`)
    for (const part of [
      /<h1>Old railway bridge at Morrow to close for three years<\/h1>/,
      /<a href="https:\/\/port\.morrow\.example\/notices\/17" rel="noopener noreferrer nofollow" target="_blank">Morrow Port Authority<\/a>/,
      /<h2>Cracks in the bearings<\/h2>/,
      /<blockquote><p>It has served us well/,
      /<ul><li>Freight goes/,
      /<caption>Trains a day/,
      /<figcaption>The bridge opens eleven times a day\. <small>Photo: Ada Lunt/,
      /Notice 17.*social\.example/,
    ])
      assert.match(text, part)
  })

  it('of a source’s own text says so, and claims nothing of the zone that its time was stated in', async () => {
    const { articleId } = await fileReport(desk.archive, {
      article: {
        ...liveArticle,
        address: 'https://mill.example/refused',
        publishedAt: { at: sampleNow, zone: null, precision: 'second' },
        modifiedAt: null,
        textFrom: 'source',
      },
      outlet: liveOutlet,
      sourceId: null,
      now: sampleNow,
    })
    const { text } = await visitor.get(`/articles/${articleId}`)
    assert.match(text, /This text is the source’s own/)
    assert.doesNotMatch(text, /no zone stated/)
  })

  it('that is a live blog is shown with its entries and their times, and with what is not prose', async () => {
    const { text } = await visitor.get(`/articles/${live}?marks=hidden`)
    for (const part of [
      /<span class="tag">live blog<\/span>/,
      /<ol><li>Rope pulling at three<ul><li>Morrow against Port Selwyn<\/li>/,
      /<dt>Pull<\/dt><dd>Four metres/,
      /<thead><tr><th scope="col">Team<\/th>/,
      /<th scope="row">Morrow<\/th><td>3<\/td>/,
      /<pre tabindex="0"><code>tide {2}15:04/,
      /<figcaption>Stall 1 before the crowd came\. <small>Ada Lunt/,
      /The rope breaks<\/a> <small>video\.example, 1:23/,
      /<cite>Morrow Port Authority @port<\/cite><time/,
      /2 entries/,
      /<a href="https:\/\/harbour-herald\.example\/live\/fair#at-31"[^>]*><time datetime="2026-11-24T12:59:00\.000Z"/,
      /<h3>Rope pullers take the lead<\/h3>/,
    ])
      assert.match(text, part)
    assert.doesNotMatch(text, /<img [^>]*src="https?:/)
    assert.match(
      (await visitor.get(`/articles/${live}?pictures=shown`)).text,
      /<img src="https:\/\/video\.example\/w\/77\.jpg"/,
    )
  })

  it('that is a live blog shows its new entries and its changed ones apart', async () => {
    const filing = {
      article: laterLiveArticle,
      outlet: liveOutlet,
      sourceId: null,
      now: sampleNow,
      kind: 'live-blog' as const,
    }
    await fileReport(desk.archive, filing)
    const { text } = await visitor.get(`/articles/${live}/revisions/2`)
    assert.match(text, /<ins>.*Morrow wins.*fried/s)
    assert.match(text, /<del>.*?one<\/del><ins>.*?none<\/ins>/)
    assert.doesNotMatch(text, /<(?:ins|del)>[^<]*The fair is open/)
    assert.match((await visitor.get('/search?q=umpire')).text, /Harbour fair at Morrow: live|umpire/)
  })

  it('says where it came from', async () => {
    const { text } = await visitor.get(`/articles/${bridge}`)
    for (const part of [
      /<a href="\/outlets\/\d+">The Harbour Herald<\/a> <small>harbour-herald\.example/,
      /24 November 2026 at 18:26 GMT\+5 \(stated in \+05:00\)/,
      /First seen here/,
      /status 200\./,
      /title="SHA-256 [0-9a-f]{64}"/,
    ])
      assert.match(text, part)
  })

  it('loads no picture from elsewhere until one asks for it', async () => {
    const quiet = await visitor.get(`/articles/${bridge}`)
    assert.doesNotMatch(quiet.text, /<img [^>]*src="https?:/)
    assert.match(quiet.headers.get('content-security-policy') ?? '', /img-src 'self';/)
    const asked = await visitor.get(`/articles/${bridge}?pictures=shown`)
    assert.match(
      asked.text,
      /<img src="https:\/\/harbour-herald\.example\/i\/bridge\.jpg" alt="The swing bridge, half open" loading="lazy" referrerpolicy="no-referrer"/,
    )
    assert.match(asked.headers.get('content-security-policy') ?? '', /img-src 'self' https: http:;/)
  })

  it('shows what its outlet changed, word by word', async () => {
    const { text } = await visitor.get(`/articles/${bridge}/revisions/2`)
    assert.match(text, /<del>.*?two<\/del><ins>.*?three<\/ins> years/)
    assert.match(text, /<del>.*?four<\/del>/)
    assert.doesNotMatch((await visitor.get(`/articles/${bridge}/revisions/1`)).text, /<h1><(ins|del)/)
  })

  it('says when its outlet took it down, and keeps its text', async () => {
    const { job } = await claimedRead(desk.archive, 'https://gamma.example/look', sampleNow)
    const look = {
      jobId: job.id,
      articleId: hostile,
      gone: 'missing',
      now: sampleNow,
      nextCheck: null,
    } as const
    await desk.archive.articles.endLook(look)
    const { text } = await visitor.get(`/articles/${hostile}`)
    assert.match(text, /<strong>Taken down<\/strong> <time datetime="2026-11-24T/)
    assert.match(text, /This is the text as it was/)
    assert.doesNotMatch(text, /Unchanged since/)
  })

  it('leads from what was cut to what it said before', async () => {
    const address = 'https://gamma.example/cut'
    const { articleId } = await fileSample(desk.archive, sampleNow, { article: sampleArticle({ address }) })
    const cut = sampleArticle({ address, blocks: [] })
    await fileSample(desk.archive, sampleNow, { article: cut, gone: 'cut' })
    const { text } = await visitor.get(`/articles/${articleId}`)
    assert.match(text, /<strong>Cut<\/strong>/)
    assert.match(text, new RegExp(`<a href="/articles/${articleId}/revisions/1">The text before that</a>`))
    const { text: before } = await visitor.get(`/articles/${articleId}/revisions/1`)
    assert.match(before, /The ferry to Port Linden sailed again/)
  })

  it('gives its bytes to be saved, never to be shown', async () => {
    const filed = await desk.archive.articles.get(bridge)
    const { headers, text } = await visitor.get(`/captures/${filed?.captureId}`)
    assert.match(text, /^<h1>https:\/\/harbour-herald\.example/)
    assert.equal(headers.get('content-type'), 'application/octet-stream')
    assert.match(headers.get('content-disposition') ?? '', /^attachment/)
    assert.match(headers.get('content-security-policy') ?? '', /sandbox/)
  })

  for (const path of ['/articles/999999', '/articles/x', '/articles/1/revisions/9', '/captures/999999'])
    it(`is not at ${path}`, async () => {
      assert.equal((await visitor.get(path)).status, 404)
    })

  it('with script in every field is only text', async () => {
    const revised = { ...hostileArticle, headline: `${hostileArticle.headline}!` }
    await fileReport(desk.archive, {
      article: revised,
      outlet: hostileOutlet,
      sourceId: null,
      now: sampleNow,
    })
    const paths = [
      '/latest',
      `/latest/lines?ids=${hostile}`,
      `/articles/${hostile}`,
      `/articles/${hostile}?pictures=shown`,
      `/articles/${hostile}/revisions/2`,
      '/search?q=alert',
    ]
    for (const path of paths) {
      const { text, status } = await visitor.get(path)
      assert.equal(status, 200, path)
      assert.match(text, /&lt;script&gt;alert/, path)
      assert.doesNotMatch(text, /<script(?! type="module" src="\/assets)/, path)
      assert.doesNotMatch(text, /<(?:img|svg|iframe|b)[^>]*\son\w+=/, path)
      assert.doesNotMatch(text, /(?:href|src|action)="\s*(?:javascript|data|vbscript):/i, path)
    }
  })
})
