import assert from 'node:assert/strict'
import { after, afterEach, before, it } from 'node:test'
import { another } from '../../test/support/archive-samples.ts'
import { type Ground, noon, onBothEngines } from '../../test/support/archives.ts'
import { type LoopbackSite, newsPage, openLoopbackSite, rssFeed } from '../../test/support/loopback-site.ts'
import type { Archive, FiledArticle } from '../archive/archive.ts'
import { openArchive } from '../archive/open-archive.ts'
import { canonicalAddress, outletKey } from '../kit/address.ts'
import { createLogger } from '../kit/log.ts'
import { bodyText } from '../model/block-text.ts'
import type { Source, SourceKind } from '../model/source.ts'
import { createReaderPool, type ReaderPool } from './read/reader-pool.ts'
import { type Intake, type IntakeOptions, type IntakeRole, startIntake } from './start-intake.ts'

const logger = createLogger({ level: 'silent', format: 'json' })
const leaseMs = 60_000
const minute = 60_000
const longText =
  'The ferry between Ostrava Bay and Lindhaven will not sail before Thursday, since the ice in the harbour is too thick for it.'

/** An archive of its own with a site of its own, and a clock that only the test moves. */
class World {
  readonly ground: Ground
  readonly archive: Archive
  readonly site: LoopbackSite
  readonly pool: ReaderPool
  readonly host: string

  constructor(ground: Ground, archive: Archive, site: LoopbackSite, pool: ReaderPool) {
    this.ground = ground
    this.pool = pool
    this.archive = archive
    this.site = site
    this.host = `alfa${another()}`
  }

  address(path: string): string {
    return this.site.address(this.host, path)
  }

  put(path: string, answer: Parameters<LoopbackSite['put']>[1]): void {
    this.site.put(this.host + path, answer)
  }

  /** How often a path was asked for. */
  asked(path: string): number {
    return this.site.asked.filter((place) => place === this.host + path).length
  }

  start(
    roles: readonly IntakeRole[] = ['collect', 'read'],
    config: NonNullable<IntakeOptions['config']> = {},
  ): Intake {
    return startIntake({
      archive: this.archive,
      clock: () => this.ground.now,
      chance: () => 0.5,
      logger,
      pool: this.pool,
      roles,
      fetcher: {
        clock: () => this.ground.now,
        chance: () => 0.5,
        userAgent: 'WiredeskTest/1.0',
        allowAddresses: ['*.localhost'],
        proxy: null,
        hostGapSeconds: 0,
      },
      config: { leaseMs, minPollSeconds: 60, ...config },
    })
  }

  /** Until all that is due is done. */
  async run(roles?: readonly IntakeRole[]): Promise<Readonly<Record<string, number>>> {
    const intake = this.start(roles)
    try {
      await intake.idle()
      return intake.status()
    } finally {
      await intake.stop()
    }
  }

  async watch(path: string, kind: SourceKind = 'feed', host: string = this.host): Promise<Source> {
    const address = this.site.address(host, path)
    const { source } = await this.archive.sources.add(
      {
        kind,
        address,
        title: 'Alfa',
        outlet: { key: outletKey(address), name: 'Alfa', language: null, country: null },
        nextPollAt: this.ground.now,
        intervalSeconds: 60,
      },
      this.ground.now,
    )
    return source
  }

  async article(path: string): Promise<FiledArticle | null> {
    const address = canonicalAddress(this.address(path)) ?? ''
    const id = await this.archive.articles.byAddress(address)
    return id === null ? null : await this.archive.articles.get(id)
  }

  /** A feed of the paths, each a page unless something else was put there. */
  async publish(paths: readonly string[], item: { readonly text?: string } = {}): Promise<Source> {
    this.put('/feed.xml', this.feed(paths, item))
    for (const path of paths) this.put(path, newsPage({ headline: `Ferry stays in harbour ${path}` }))
    return await this.watch('/feed.xml')
  }

  feed(paths: readonly string[], item: { readonly text?: string } = {}): ReturnType<typeof rssFeed> {
    return rssFeed(
      paths.map((path) => ({
        address: this.address(path),
        title: `Ferry stays in harbour ${path}`,
        publishedAt: noon - 10 * minute,
        ...item,
      })),
    )
  }
}

onBothEngines('intake', (ground) => {
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

  // A connection pool each: closed with the test, or a server of PostgreSQL runs out of them.
  let archive: Archive | null = null
  afterEach(() => archive?.close())

  async function world(): Promise<World> {
    ground.now = noon
    archive = await openArchive(await ground.newAddress(), { clock: () => ground.now })
    return new World(ground, archive, site, pool)
  }

  it('brings what a feed lists into the archive, oldest first, each once', async () => {
    const here = await world()
    await here.publish(['/news/2', '/news/1'])
    const status = await here.run()
    assert.equal(status['articles.filed'], 2)
    const { items } = await here.archive.articles.latest({ limit: 10 })
    assert.deepEqual(
      items.map(({ headline, language, at }) => ({ headline, language, at })),
      [
        { headline: 'Ferry stays in harbour /news/2', language: 'en', at: noon - 10 * minute },
        { headline: 'Ferry stays in harbour /news/1', language: 'en', at: noon - 10 * minute },
      ],
    )
    assert.equal(items[0]?.outlet.name, 'Alfa')
    assert.equal(here.asked('/news/1'), 1)
  })

  it('finds an article by any form of a word of its text', async () => {
    const here = await world()
    await here.publish(['/news/1'])
    await here.run()
    const { items } = await here.archive.articles.search(
      {
        clauses: [{ field: 'any', negated: false, words: [['passeng'], ['who']] }],
        filters: { languages: [], outlets: [], after: null, before: null },
      },
      { limit: 10 },
    )
    assert.equal(items.length, 1)
  })

  it('tells a listening desk of an article while intake runs', async () => {
    const here = await world()
    const heard = new Promise((resolve) => {
      here.archive.changes.listen((changes) => {
        if (changes.some(({ kind }) => kind === 'article-filed')) resolve('heard')
      })
    })
    const intake = here.start()
    await intake.idle()
    await here.publish(['/news/1'])
    assert.equal(await heard, 'heard')
    await intake.stop()
  })

  it('asks for no page twice, however often it is listed', async () => {
    const here = await world()
    await here.publish(['/news/1?utm_source=rss', '/news/1#comments', '/news/1'])
    await here.run()
    for (let poll = 1; poll <= 3; poll += 1) {
      ground.now += 70_000
      await here.run()
    }
    assert.ok(here.asked('/feed.xml') > 1, 'the feed was polled again')
    assert.equal(here.asked('/news/1'), 1)
    assert.equal(await here.archive.articles.count(), 1)
  })

  it('knows an article by its canonical address and by every address that led to it', async () => {
    const here = await world()
    await here.publish(['/short', '/moved'])
    here.put('/short', { status: 302, headers: { location: '/ferry-stays' } })
    here.put(
      '/moved',
      newsPage({ headline: 'Ferry stays', head: '<link rel="canonical" href="/ferry-stays">' }),
    )
    here.put('/ferry-stays', newsPage({ headline: 'Ferry stays' }))
    await here.run()
    const ids = await Promise.all(['/short', '/moved', '/ferry-stays'].map((path) => here.article(path)))
    assert.equal(new Set(ids.map((filed) => filed?.line.id)).size, 1)
    assert.equal(ids[0]?.line.address, here.address('/ferry-stays'))
    assert.equal(ids[0]?.revisions.length, 1)
  })

  it('does not believe a page that calls the home page its address', async () => {
    const here = await world()
    const head = '<link rel="canonical" href="/">'
    await here.publish(['/news/1', '/news/2'])
    here.put('/news/1', newsPage({ headline: 'Ferry stays', head }))
    here.put('/news/2', newsPage({ headline: 'Bridge opens', text: 'The bridge over the Linde opens', head }))
    await here.run()
    assert.equal(await here.archive.articles.count(), 2)
  })

  for (const status of [401, 402, 403, 451]) {
    it(`files the source's own text, marked as such, where the page answers ${status}`, async () => {
      const here = await world()
      await here.publish(['/news/1'], { text: longText })
      here.put('/news/1', { status, body: 'No.' })
      await here.run()
      const filed = await here.article('/news/1')
      assert.equal(filed?.article.textFrom, 'source')
      assert.match(bodyText(filed.article) + (filed.article.lead ?? ''), /ice in the harbour/)
      assert.equal(filed.article.headline, 'Ferry stays in harbour /news/1')
    })
  }

  it('sets a refused page aside with its problem when the source says nothing of its own', async () => {
    const here = await world()
    await here.publish(['/news/1'])
    here.put('/news/1', { status: 403 })
    await here.run()
    const [job] = await here.archive.jobs.listSetAside(10)
    assert.equal(job?.problem.code, 'intake/refused')
    assert.match(job.problem.message, /answered 403/)
    assert.equal(await here.archive.articles.count(), 0)
  })

  it('obeys robots.txt and files what the source says itself', async () => {
    const here = await world()
    await here.publish(['/news/1'], { text: longText })
    here.put('/robots.txt', {
      headers: { 'content-type': 'text/plain' },
      body: 'User-agent: *\nDisallow: /news',
    })
    await here.run()
    assert.equal((await here.article('/news/1'))?.article.textFrom, 'source')
    assert.equal(here.asked('/news/1'), 0)
  })

  it('asks again, later, for a page whose site is out of order', async () => {
    const here = await world()
    await here.publish(['/news/1'])
    here.put('/news/1', { status: 503 })
    const intake = here.start()
    for (let turn = 0; turn < 2; turn += 1) {
      while ((intake.status()['fetches.retried'] ?? 0) === turn) await new Promise(setImmediate)
      if (turn === 1) here.put('/news/1', newsPage({ headline: 'Ferry stays' }))
      ground.now += 24 * 60 * minute
    }
    await intake.idle()
    await intake.stop()
    assert.ok((await here.article('/news/1')) !== null)
    assert.ok(here.asked('/news/1') >= 3)
  })

  it('lets an article that is not there go', async () => {
    const here = await world()
    await here.publish(['/news/1', '/news/2', '/news/3'])
    here.put('/news/1', { status: 404 })
    here.put('/news/2', { status: 302, headers: { location: '/' } })
    here.put('/', '<html><body><h1>Alfa</h1></body></html>')
    await here.run()
    assert.equal(await here.archive.articles.count(), 1)
    assert.equal((await here.archive.jobs.counts(ground.now)).setAside, 0)
  })

  it('needs no page of an entry that is whole', async () => {
    const here = await world()
    const source = await here.watch('/posts', 'telegram')
    const address = here.address('/posts/18')
    const entry = {
      address,
      headline: null,
      summary: null,
      html: `<p>${longText}</p>`,
      whole: true,
      publishedAt: noon - minute,
      modifiedAt: null,
      authors: [],
      categories: [],
      images: [],
      language: null,
    }
    await here.archive.sources.recordPoll(source.id, {
      health: { ...source.health, nextPollAt: noon + 1e9 },
      state: 'active',
      movedTo: null,
      entries: [{ address, host: null, entry, dueAt: noon }],
      at: noon,
    })
    await here.run()
    const filed = await here.article('/posts/18')
    assert.match(bodyText(filed?.article ?? { blocks: [] }) + (filed?.article.headline ?? ''), /Lindhaven/)
    assert.equal(here.asked('/posts/18'), 0)
    assert.equal((await here.archive.jobs.counts(ground.now)).waiting, 0)
  })

  it('finds what its source says was changed between its page was fetched and it was read', async () => {
    const here = await world()
    const put = (headline: string, modifiedAt: number): void => {
      here.put('/news/1', newsPage({ headline }))
      here.put('/feed.xml', {
        headers: { 'content-type': 'application/atom+xml' },
        body: `<feed xmlns="http://www.w3.org/2005/Atom"><title>Alfa</title><entry>
          <title>${headline}</title><link href="${here.address('/news/1')}"/>
          <published>${new Date(noon - minute).toISOString()}</published>
          <updated>${new Date(modifiedAt).toISOString()}</updated></entry></feed>`,
      })
    }
    put('Ferry stays in harbour', noon - minute)
    const source = await here.watch('/feed.xml')
    await here.run(['collect'])
    put('Ferry sails at last', ground.now + 1)
    ground.now += 2
    await here.archive.sources.pollSoon(source.id, ground.now)
    await here.run(['collect'])
    await here.run(['read'])
    const filed = await here.article('/news/1')
    assert.equal(filed?.line.headline, 'Ferry sails at last')
    assert.ok(filed.revisions.length <= 2)
    assert.equal(here.asked('/news/1'), 2)
  })

  it('files a revision when the outlet changed its article, and nothing when it did not', async () => {
    const here = await world()
    await here.publish(['/news/1'])
    let validators: unknown[] = []
    const serve = (headline: string): void => {
      here.put('/news/1', (request, response) => {
        const etag = `"${headline.length}"`
        validators = [...validators, request.headers['if-none-match']]
        if (request.headers['if-none-match'] === etag) response.writeHead(304).end()
        else response.writeHead(200, { 'content-type': 'text/html', etag }).end(newsPage({ headline }))
      })
    }
    serve('Ferry stays')
    await here.run()
    ground.now += 6 * minute
    await here.run()
    assert.deepEqual(validators, [undefined, '"11"'])
    assert.equal((await here.article('/news/1'))?.revisions.length, 1)
    serve('Ferry stays until Thursday')
    ground.now += 20 * minute
    await here.run()
    const filed = await here.article('/news/1')
    assert.deepEqual(
      filed?.revisions.map(({ headline }) => headline),
      ['Ferry stays', 'Ferry stays until Thursday'],
    )
  })

  it('looks at an article seven times more, and then no more', async () => {
    const here = await world()
    await here.publish(['/news/1'])
    await here.run()
    const source = (await here.archive.sources.list())[0]?.source
    await here.archive.sources.setState(source?.id ?? 0, 'paused', ground.now)
    for (const minutes of [6, 20, 60, 180, 720, 1440, 4320, 9000, 9000]) {
      ground.now += minutes * minute
      await here.run()
    }
    assert.equal(here.asked('/news/1'), 8)
    assert.equal((await here.archive.jobs.counts(ground.now)).waiting, 0)
  })

  it('keeps the full text when a later look meets a wall', async () => {
    const here = await world()
    await here.publish(['/news/1'], { text: longText })
    await here.run()
    here.put('/news/1', { status: 403 })
    ground.now += 6 * minute
    await here.run()
    const filed = await here.article('/news/1')
    assert.equal(filed?.article.textFrom, 'page')
    assert.equal(filed.revisions.length, 1)
  })

  it('is stopped by no source that fails', async () => {
    const here = await world()
    await here.publish(['/news/1'])
    const broken = await here.watch('/not-a-feed')
    here.put('/not-a-feed', '<html><body>Hello</body></html>')
    const dead = await here.watch('/feed.xml', 'feed', `${here.host}-dead`)
    here.site.put(`${here.host}-dead/feed.xml`, (request) => request.socket.destroy())
    await here.run()
    assert.equal(await here.archive.articles.count(), 1)
    for (const { id } of [broken, dead]) {
      const listed = await here.archive.sources.get(id)
      assert.equal(listed?.source.health.consecutiveFailures, 1)
      assert.ok(listed.source.health.lastProblem !== null)
      assert.ok(listed.source.health.nextPollAt > ground.now)
    }
  })

  it('follows a source that moved for good, and lets one that is gone be', async () => {
    const here = await world()
    const moved = await here.publish(['/news/1'])
    here.put('/feed.xml', { status: 301, headers: { location: '/rss' } })
    here.put('/rss', here.feed(['/news/1']))
    const gone = await here.watch('/gone')
    here.put('/gone', { status: 410 })
    await here.run()
    assert.equal((await here.archive.sources.get(moved.id))?.source.address, here.address('/rss'))
    assert.equal((await here.archive.sources.get(gone.id))?.source.state, 'gone')
    assert.equal(await here.archive.articles.count(), 1)
  })

  it('answers what an editor pasted', async () => {
    const here = await world()
    await here.publish(['/news/1', '/news/2', '/news/3'])
    here.put(
      '/',
      '<html><head><link rel="alternate" type="application/rss+xml" href="/feed.xml"></head></html>',
    )
    const found = await here.archive.discoveries.ask(here.address('/'), ground.now)
    const failed = await here.archive.discoveries.ask('http://nowhere.test.localhost:1/', ground.now)
    await here.run()
    const answer = (await here.archive.discoveries.get(found))?.answer
    assert.equal(answer?.kind, 'found')
    assert.equal(answer.sources[0]?.address, here.address('/feed.xml'))
    assert.equal((await here.archive.discoveries.get(failed))?.answer.kind, 'failed')
  })

  const hostile: readonly {
    readonly name: string
    readonly answer: Parameters<LoopbackSite['put']>[1]
    readonly text?: string
    readonly outcome: string
  }[] = [
    {
      name: 'a page with NUL bytes',
      answer: newsPage({ headline: 'Ferry\u0000 stays', text: 'The\u0000 ferry stays' }),
      outcome: 'filed',
    },
    {
      name: 'a page of 20 MB',
      answer: { body: Buffer.alloc(20e6, '<p>Ferry</p>') },
      outcome: 'wire/too-large',
    },
    {
      name: 'a page of 20 MB, whose source has a text',
      answer: { body: Buffer.alloc(20e6, '<p>Ferry</p>') },
      text: longText,
      outcome: 'filed',
    },
    {
      name: 'a PDF',
      answer: { headers: { 'content-type': 'application/pdf' }, body: '%PDF-1.7' },
      outcome: 'intake/not-a-page',
    },
    {
      name: 'a picture that says it is a page',
      answer: { body: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex') },
      outcome: 'intake/empty-page',
    },
    {
      name: 'a page that is empty',
      answer: '',
      outcome: 'intake/empty-page',
    },
    {
      name: 'an error page that is served as if nothing were wrong',
      answer: '<title>Page not found</title><h1>Page not found</h1>',
      outcome: 'intake/empty-page',
    },
    {
      name: 'a circle of redirects',
      answer: { status: 302, headers: { location: '/news/1' } },
      outcome: 'wire/redirects',
    },
    {
      name: 'a redirect into the private network',
      answer: { status: 302, headers: { location: 'http://169.254.169.254/latest/meta-data' } },
      outcome: 'wire/forbidden-address',
    },
    {
      name: 'script in every field',
      answer: newsPage({
        headline: '<script>alert(1)</script>Ferry &lt;img src=x onerror=alert(1)&gt; stays',
        text: '<a href="javascript:alert(1)">Ferry</a><script>alert(1)</script>',
        head: '<link rel="canonical" href="javascript:alert(1)"><meta name="author" content="<script>alert(1)</script>">',
      }),
      outcome: 'filed',
    },
    {
      name: 'a page nested 100,000 deep',
      answer: `${'<div>'.repeat(100_000)}<h1>Ferry</h1>`,
      outcome: 'intake/empty-page',
    },
  ]
  for (const { name, answer, text, outcome } of hostile) {
    it(`is harmed by no hostile page: ${name}`, async () => {
      const here = await world()
      await here.publish(['/news/1', '/news/2'], text === undefined ? {} : { text })
      here.put('/news/1', answer)
      await here.run()
      const filed = await here.article('/news/1')
      const [aside] = await here.archive.jobs.listSetAside(1)
      assert.equal(filed === null ? (aside?.problem.code ?? 'let go') : 'filed', outcome)
      assert.ok((await here.article('/news/2')) !== null, 'the other page is there')
      assert.doesNotMatch(JSON.stringify(filed ?? ''), /javascript:|\\u0000/)
      assert.deepEqual(await here.archive.upkeep.check(), [])
    })
  }

  const steps = [
    { name: 'poll', before: [] },
    { name: 'fetch', before: ['poll'] },
    { name: 'read', before: ['poll', 'fetch'] },
  ] as const
  for (const { name } of steps) {
    it(`does what a process that was killed had claimed to ${name}, once its lease has lapsed`, async () => {
      const here = await world()
      await here.publish(['/news/1', '/news/2'])
      if (name !== 'poll') await here.run(name === 'fetch' ? [] : ['collect'])
      const now = ground.now
      if (name === 'poll') await here.archive.sources.claimDue({ now, limit: 9, leaseMs })
      else if (name === 'read') await here.archive.jobs.claim({ kind: 'read', now, limit: 9, leaseMs })
      else {
        const intake = here.start(['collect'])
        await intake.stop()
        await here.archive.jobs.claim({ kind: 'fetch', now, limit: 9, leaseMs })
      }
      ground.now += leaseMs
      await here.run()
      assert.equal(await here.archive.articles.count(), 2)
      assert.equal((await here.article('/news/1'))?.revisions.length, 1)
      assert.deepEqual(await here.archive.upkeep.check(), [])
    })
  }

  it('goes on after a stop between any two steps, losing and doubling nothing', async () => {
    const here = await world()
    const paths = Array.from({ length: 12 }, (_, index) => `/news/${index}`)
    await here.publish(paths)
    for (let turn = 0; turn < 6; turn += 1) {
      const intake = here.start(turn % 3 === 2 ? ['read'] : ['collect'])
      while (turn > 1 && intake.status()['polls.ms'] === undefined && turn % 3 !== 2) {
        ground.now += minute
        await new Promise(setImmediate)
      }
      await intake.stop()
    }
    await here.run()
    assert.equal(await here.archive.articles.count(), paths.length)
    assert.ok(paths.every((path) => here.asked(path) <= 2))
    const revisions = await Promise.all(
      paths.map(async (path) => (await here.article(path))?.revisions.length),
    )
    assert.deepEqual(new Set(revisions), new Set([1]))
  })

  it('gives back what has not ended within its grace when it is stopped', async () => {
    const here = await world()
    await here.publish(['/news/1'])
    const hanging = new Promise<void>((resolve) => {
      here.put('/news/1', () => resolve())
    })
    const intake = here.start(['collect', 'read'], { graceMs: 1 })
    await hanging
    await intake.stop()
    assert.deepEqual(await here.archive.jobs.counts(ground.now), {
      waiting: 1,
      due: 1,
      leased: 0,
      setAside: 0,
    })
    here.put('/news/1', newsPage({ headline: 'Ferry stays' }))
    await here.run()
    assert.equal(await here.archive.articles.count(), 1)
  })
})
