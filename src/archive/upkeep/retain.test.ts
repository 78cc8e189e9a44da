import assert from 'node:assert/strict'
import { it } from 'node:test'
import {
  claimedRead,
  fileSample,
  queued,
  sampleArticle,
  sampleSource,
} from '../../../test/support/archive-samples.ts'
import { noon, onBothEngines } from '../../../test/support/archives.ts'
import type { Marks } from '../../model/marks.ts'
import { noMarks } from '../../model/no-marks.ts'
import type { Archive, RetentionPolicy } from '../archive.ts'

const day = 86_400_000

async function retainAll(
  archive: Archive,
  policy: RetentionPolicy,
  now: number,
): Promise<{ readonly captures: number; readonly articles: number }> {
  let captures = 0
  let articles = 0
  for (;;) {
    const piece = await archive.upkeep.retain(policy, now)
    captures += piece.captures
    articles += piece.articles
    if (!piece.more) return { captures, articles }
  }
}

async function found(archive: Archive, stem: string): Promise<number> {
  const query = {
    clauses: [{ field: 'any', negated: false, words: [[stem]] }],
    filters: { languages: [], outlets: [], after: null, before: null },
  } as const
  return (await archive.articles.search(query, { limit: 500 })).items.length
}

onBothEngines('retention', (ground) => {
  it('keeps everything when it is told to', async () => {
    const archive = await ground.open(await ground.newAddress())
    await fileSample(archive, noon)
    const policy = { captureDays: null, articleDays: null }
    assert.deepEqual(await archive.upkeep.retain(policy, noon + 9999 * day), {
      captures: 0,
      articles: 0,
      more: false,
    })
  })

  it('dismisses what was set aside long ago, with the captures that only it named', async () => {
    const archive = await ground.open(await ground.newAddress())
    const { job, captureId } = await claimedRead(archive, 'https://alfa.example/hangs', noon)
    await archive.jobs.setAside(job.id, { code: 'intake/page-hangs', message: 'x' }, noon)
    const policy = { captureDays: null, articleDays: null, setAsideDays: 9 }
    await retainAll(archive, policy, noon + 8 * day)
    assert.equal((await archive.jobs.counts(noon)).setAside, 1)
    await retainAll(archive, policy, noon + 10 * day)
    assert.equal((await archive.jobs.counts(noon)).setAside, 0)
    assert.equal(await archive.captures.get(captureId), null)
    assert.deepEqual(await archive.upkeep.check(), [])
  })

  it('forgets hosts that nobody has asked for a month', async () => {
    const archive = await ground.open(await ground.newAddress())
    const host = { host: 'left.example', robotsText: '', robotsFetchedAt: noon, backOffUntil: null }
    await archive.hosts.save({ ...host, consecutiveFailures: 0 })
    await archive.hosts.save({
      ...host,
      host: 'held.example',
      backOffUntil: noon + day,
      consecutiveFailures: 9,
    })
    await retainAll(archive, { captureDays: null, articleDays: null }, noon + 30 * day + 1)
    assert.deepEqual(
      (await archive.hosts.all()).map((record) => record.host),
      ['held.example'],
    )
  })

  it('drops the bytes of old captures and keeps their articles', async () => {
    const archive = await ground.open(await ground.newAddress())
    const old = await fileSample(archive, noon)
    const young = await fileSample(archive, noon + 2 * day)
    const policy = { captureDays: 1, articleDays: null }
    assert.deepEqual(await retainAll(archive, policy, noon + 2 * day), { captures: 1, articles: 0 })
    const captureOf = async (id: number) =>
      archive.captures.get((await archive.articles.get(id))?.captureId ?? 0)
    assert.equal((await captureOf(old.articleId))?.bytes.length, 0)
    assert.equal((await captureOf(old.articleId))?.status, 200)
    assert.notEqual((await captureOf(young.articleId))?.bytes.length, 0)
    assert.deepEqual(await archive.upkeep.check(), [])
  })

  it('keeps bytes that a younger capture shares', async () => {
    const archive = await ground.open(await ground.newAddress())
    const { articleId } = await fileSample(archive, noon)
    const first = await archive.captures.get((await archive.articles.get(articleId))?.captureId ?? 0)
    assert.ok(first)
    const { job } = await claimedRead(archive, first.address, noon + 2 * day)
    const again = await archive.captures.keep({ ...first, fetchedAt: noon + 2 * day }, job.id, {
      work: {
        kind: 'read',
        address: first.address,
        sourceId: null,
        entry: queued(first.address, 0).entry,
        checks: 0,
      },
      host: null,
      dueAt: noon + 9 * day,
      key: 'read again',
    })
    await retainAll(archive, { captureDays: 1, articleDays: null }, noon + 2 * day)
    assert.deepEqual((await archive.captures.get(again))?.bytes, first.bytes)
    assert.deepEqual(await archive.upkeep.check(), [])
  })

  it('never drops a capture that is still to be read', async () => {
    const archive = await ground.open(await ground.newAddress())
    const { captureId } = await claimedRead(archive, 'https://alfa.example/1', noon)
    assert.deepEqual(await retainAll(archive, { captureDays: 1, articleDays: 1 }, noon + 9 * day), {
      captures: 0,
      articles: 0,
    })
    assert.notEqual((await archive.captures.get(captureId))?.bytes.length, 0)
  })

  it('drops Names that no article has any more, unless an editor decided something of them', async () => {
    const archive = await ground.open(await ground.newAddress())
    const marks = (key: string, name: string): Marks => ({
      ...noMarks('en'),
      names: [{ kind: 'person', name, key, aliases: [], offices: [] }],
    })
    const old = [
      marks('hale|mrt', 'Marta Hale'),
      marks('orme|jns', 'Jonas Orme'),
      marks('reed|ann', 'Ann Reed'),
    ]
    for (const some of old) await fileSample(archive, noon, { marks: some })
    await fileSample(archive, noon + 29 * day, { marks: marks('orme|jns', 'Jonas Orme') })
    const [reed] = await archive.names.find('ann', { limit: 1 })
    await archive.names.rename(reed?.id ?? 0, 'Ann Reed-Hale', { by: 'Vera', now: noon })
    await retainAll(archive, { captureDays: null, articleDays: 7 }, noon + 30 * day)
    const [orme] = await archive.names.find('jonas', { limit: 1 })
    assert.equal(orme?.articles, 1)
    assert.equal((await archive.names.get(reed?.id ?? 0))?.name.name, 'Ann Reed-Hale')
    assert.deepEqual(await archive.names.find('marta', { limit: 1 }), [])
    assert.deepEqual(await archive.upkeep.check(), [])
  })

  it('drops old articles with all that is theirs, a piece at a time, and goes on knowing their addresses', async () => {
    const archive = await ground.open(await ground.newAddress())
    const { source } = await archive.sources.add(sampleSource(), noon)
    const article = sampleArticle()
    await fileSample(archive, noon, { article, sourceId: source.id })
    await fileSample(archive, noon, { article: { ...article, headline: 'Ferry revised' } })
    for (let n = 0; n < 70; n++) await fileSample(archive, noon, { sourceId: source.id })
    const young = await fileSample(archive, noon + 30 * day)
    const policy = { captureDays: null, articleDays: 29 }
    assert.equal((await archive.upkeep.retain(policy, noon + 30 * day)).more, true)
    assert.equal((await retainAll(archive, policy, noon + 30 * day)).articles, 21)
    assert.equal(await archive.articles.count(), 1)
    assert.equal(await found(archive, 'ferry'), 1)
    assert.equal((await archive.articles.latest({ limit: 5 })).items[0]?.id, young.articleId)
    assert.equal((await archive.sources.get(source.id))?.articles, 0)
    assert.equal(await archive.articles.byAddress(article.address), null)
    const { newEntries } = await archive.sources.recordPoll(source.id, {
      health: source.health,
      state: 'active',
      movedTo: null,
      at: noon,
      entries: [queued(article.address, noon)],
    })
    assert.equal(newEntries, 0)
    assert.deepEqual(await archive.upkeep.check(), [])
  })
})
