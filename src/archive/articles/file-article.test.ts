import assert from 'node:assert/strict'
import { it } from 'node:test'
import {
  another,
  claimedRead,
  fileSample,
  sampleArticle,
  sampleEntry,
  sampleFetch,
  sampleFiling,
  sampleIndexText,
  sampleSource,
} from '../../../test/support/archive-samples.ts'
import { noon, onBothEngines } from '../../../test/support/archives.ts'

onBothEngines('filing an article', (ground) => {
  it('keeps it with its line, text, capture and source', async () => {
    const { archive } = ground
    const { source } = await archive.sources.add(sampleSource(), noon)
    const article = sampleArticle({ headline: 'Bridge opens', lead: 'At last.', language: 'en' })
    const filing = await sampleFiling(archive, noon, { article, sourceId: source.id })
    const filed = await archive.articles.file(filing)
    assert.equal(filed.outcome, 'filed')
    const found = await archive.articles.get(filed.articleId)
    assert.deepEqual(found?.article, article)
    assert.deepEqual(
      { ...found?.line, outlet: found?.line.outlet.name },
      {
        id: filed.articleId,
        address: article.address,
        headline: 'Bridge opens',
        lead: 'At last.',
        outlet: 'Harbour Post',
        language: 'en',
        kind: 'article',
        at: noon,
        firstSeenAt: noon,
        revisions: 0,
        textFrom: 'page',
        gone: null,
      },
    )
    assert.equal(found?.source?.id, source.id)
    assert.equal(found?.captureId, filing.captureId)
    assert.deepEqual(found?.revisions, [
      { number: 1, seenAt: noon, captureId: filing.captureId, headline: 'Bridge opens' },
    ])
    assert.equal((await archive.sources.get(source.id))?.articles, 1)
  })

  it('ends the job and opens the next check', async () => {
    const { archive } = ground
    const before = await archive.jobs.counts(noon)
    const nextCheck = sampleFetch(`https://harbour.example/check/${another()}`, { dueAt: noon + 1e9 })
    await fileSample(archive, noon, { nextCheck })
    const after = await archive.jobs.counts(noon)
    assert.deepEqual(after, { ...before, waiting: before.waiting + 1 })
  })

  it('makes a revision, never a twin, when the outlet changed it', async () => {
    const { archive } = ground
    const article = sampleArticle({ headline: 'Mayor resigns' })
    const first = await fileSample(archive, noon, { article })
    const changed = { ...article, headline: 'Mayor denies resigning' }
    const second = await fileSample(archive, noon + 60_000, { article: changed })
    assert.deepEqual(second, { articleId: first.articleId, outcome: 'revised' })
    const found = await archive.articles.get(first.articleId)
    assert.equal(found?.article.headline, 'Mayor denies resigning')
    assert.deepEqual(
      found?.revisions.map(({ number, seenAt, headline }) => [number, seenAt, headline]),
      [
        [1, noon, 'Mayor resigns'],
        [2, noon + 60_000, 'Mayor denies resigning'],
      ],
    )
    assert.equal(found?.line.revisions, 1)
    assert.deepEqual(await archive.articles.revision(first.articleId, 1), article)
    assert.deepEqual(await archive.articles.revision(first.articleId, 2), changed)
    assert.equal(await archive.articles.revision(first.articleId, 3), null)
  })

  it('changes nothing when the outlet changed nothing', async () => {
    const { archive } = ground
    const article = sampleArticle()
    const first = await fileSample(archive, noon, { article })
    const filing = await sampleFiling(archive, noon + 60_000, { article })
    const second = await archive.articles.file(filing)
    assert.deepEqual(second, { articleId: first.articleId, outcome: 'unchanged' })
    const filed = await archive.articles.get(first.articleId)
    assert.equal(filed?.revisions.length, 1)
    // Nor is its page kept once more: most looks find nothing.
    assert.equal(await archive.captures.get(filing.captureId), null)
    assert.notEqual(await archive.captures.get(filed.captureId), null)
  })

  it('leads every address of it to the one article', async () => {
    const { archive } = ground
    const article = sampleArticle()
    const alias = `${article.address}?alias`
    const { articleId } = await fileSample(archive, noon, { article, addresses: [alias, article.address] })
    const elsewhere = { ...article, address: `${article.address}/new`, headline: 'Moved' }
    const again = await fileSample(archive, noon, { article: elsewhere, addresses: [alias] })
    assert.deepEqual(again, { articleId, outcome: 'revised' })
    for (const address of [article.address, alias, elsewhere.address])
      assert.equal(await archive.articles.byAddress(address), articleId)
    assert.equal(await archive.articles.byAddress('https://nowhere.example/'), null)
  })

  it('returns what another worker filed when this one’s lease had lapsed, and changes nothing', async () => {
    const { archive } = ground
    const article = sampleArticle()
    const filing = await sampleFiling(archive, noon, { article })
    const first = await archive.articles.file(filing)
    const late = await archive.articles.file({
      ...filing,
      contentHash: 'another reading',
      nextCheck: sampleFetch(`https://harbour.example/never/${another()}`, { dueAt: noon }),
    })
    assert.deepEqual(late, { articleId: first.articleId, outcome: 'unchanged' })
    assert.equal((await archive.articles.get(first.articleId))?.revisions.length, 1)
  })

  it('leaves what the later capture says when an earlier one is read after it', async () => {
    const { archive } = ground
    const earlier = await sampleFiling(archive, noon)
    const { address } = earlier.article
    const article = sampleArticle({ address, headline: 'Bridge opens, then closes' })
    const later = await sampleFiling(archive, noon, { article, contentHash: 'later' })
    const { articleId } = await archive.articles.file(later)
    assert.deepEqual(await archive.articles.file(earlier), { articleId, outcome: 'unchanged' })
    const found = await archive.articles.get(articleId)
    assert.deepEqual([found?.line.headline, found?.revisions.length], ['Bridge opens, then closes', 1])
  })

  it('files one article when two workers file the same at once', async () => {
    const { archive } = ground
    const article = sampleArticle()
    const filings = await Promise.all([1, 2, 3].map(() => sampleFiling(archive, noon, { article })))
    const filed = await Promise.all(filings.map((filing) => archive.articles.file(filing)))
    assert.equal(new Set(filed.map(({ articleId }) => articleId)).size, 1)
    assert.equal(filed.filter(({ outcome }) => outcome === 'filed').length, 1)
  })

  it('places it when it says it was published, but never later than it was first seen', async () => {
    const { archive } = ground
    const cases: readonly (readonly [publishedAt: number | null, at: number])[] = [
      [noon - 3_600_000, noon - 3_600_000],
      [noon + 3_600_000, noon],
      [null, noon],
    ]
    for (const [publishedAt, at] of cases) {
      const article = sampleArticle({
        publishedAt: publishedAt === null ? null : { at: publishedAt, zone: 'Z', precision: 'second' },
      })
      const { articleId } = await fileSample(archive, noon, { article })
      assert.equal((await archive.articles.get(articleId))?.line.at, at)
    }
  })

  it('keeps an article whose source was deleted while it was read', async () => {
    const { archive } = ground
    const { source } = await archive.sources.add(sampleSource(), noon)
    const before = await fileSample(archive, noon, { sourceId: source.id })
    const filing = await sampleFiling(archive, noon, { sourceId: source.id })
    await archive.sources.remove(source.id)
    const { articleId } = await archive.articles.file(filing)
    assert.equal((await archive.articles.get(articleId))?.source, null)
    assert.equal((await archive.articles.get(before.articleId))?.source, null)
  })

  it('takes any text: NUL, lone surrogates, quotes, a million characters', async () => {
    const { archive } = ground
    const text = `a\0b \ud800 ' " \\ \u{1f600} ${'дом '.repeat(250_000)}`
    const article = sampleArticle({ headline: text.slice(0, 60), authors: ["O'Neil\0"] })
    const long = { ...article, blocks: [{ kind: 'paragraph' as const, text, links: [] }] }
    const { articleId } = await fileSample(archive, noon, {
      article: long,
      indexText: { ...sampleIndexText(article), headline: "a\0b ' \\ :*", body: text },
    })
    const found = await archive.articles.get(articleId)
    assert.equal(found?.article.blocks.length, 1)
    assert.ok(found.line.headline.startsWith('ab '))
  })

  it('counts articles by language, also when a revision is in another', async () => {
    const archive = await ground.open(await ground.newAddress())
    const article = sampleArticle({ language: 'ru' })
    await fileSample(archive, noon, { article })
    await fileSample(archive, noon, { article: sampleArticle({ language: 'uk' }) })
    await fileSample(archive, noon, { article: { ...article, language: 'uk' } })
    assert.deepEqual(await archive.articles.languages(), [{ language: 'uk', articles: 2 }])
    assert.equal(await archive.articles.count(), 2)
  })

  it('gives every article for export, in id order, within the times asked for', async () => {
    const archive = await ground.open(await ground.newAddress())
    for (let hour = 0; hour < 4; hour++) await fileSample(archive, noon + hour * 3_600_000)
    const times: number[] = []
    for await (const { line } of archive.articles.each({
      after: noon + 3_600_000,
      before: noon + 10_800_000,
    }))
      times.push(line.at)
    assert.deepEqual(times, [noon + 3_600_000, noon + 7_200_000])
  })

  it('leaves the archive sound', async () => {
    assert.deepEqual(await ground.archive.upkeep.check(), [])
  })
})

onBothEngines('captures', (ground) => {
  it('are kept as they came, with the fetch ended and the read opened', async () => {
    const { archive } = ground
    const { job, captureId } = await claimedRead(archive, 'https://harbour.example/a', noon)
    const capture = await archive.captures.get(captureId)
    assert.equal(capture?.headers['content-type'], 'text/html; charset=utf-8')
    assert.match(Buffer.from(capture?.bytes ?? []).toString(), /^<h1>https:\/\/harbour\.example\/a/)
    assert.equal(job.work.kind === 'read' && job.work.captureId, captureId)
    assert.equal(await archive.captures.get(999_999), null)
  })

  it('open no second read when the fetch was ended by another worker', async () => {
    const { archive } = ground
    const address = 'https://harbour.example/b'
    const { captureId } = await claimedRead(archive, address, noon)
    const capture = await archive.captures.get(captureId)
    if (capture === null) throw new Error('The capture is not there.')
    const before = await archive.jobs.counts(noon)
    await archive.captures.keep(capture, 999_999, {
      work: {
        kind: 'read',
        address,
        sourceId: null,
        entry: sampleEntry(address),
        checks: null,
      },
      host: null,
      dueAt: noon,
      key: 'read once more',
    })
    assert.deepEqual(await archive.jobs.counts(noon), before)
  })
})
