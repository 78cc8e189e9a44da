import assert from 'node:assert/strict'
import { it } from 'node:test'
import pg from 'pg'
import { claimedRead, fileSample, sampleArticle, sampleSource } from '../../test/support/archive-samples.ts'
import { noon, onBothEngines } from '../../test/support/archives.ts'
import { postgres } from '../../test/support/needs.ts'
import type { Archive, Change } from './archive.ts'

/** What a listener hears, and how to wait for it. */
function hear(archive: Archive): {
  readonly heard: Change[]
  until(enough: (heard: readonly Change[]) => boolean): Promise<void>
  readonly stop: () => void
} {
  const heard: Change[] = []
  let wake: () => void = () => {}
  const stop = archive.changes.listen((changes) => {
    heard.push(...changes)
    wake()
  })
  return {
    heard,
    stop,
    async until(enough) {
      while (!enough(heard)) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    },
  }
}

onBothEngines('changes', (ground) => {
  it('are told after commit, in order, each once', async () => {
    const archive = await ground.open(await ground.newAddress())
    await fileSample(archive, noon)
    const listener = hear(archive)
    const article = sampleArticle()
    const { articleId } = await fileSample(archive, noon, { article })
    await fileSample(archive, noon, { article: { ...article, headline: 'Changed' } })
    await fileSample(archive, noon, { article: { ...article, headline: 'Changed' } })
    const { source } = await archive.sources.add(sampleSource(), noon + 1)
    await listener.until((heard) => heard.length >= 3)
    assert.deepEqual(
      listener.heard.map(({ kind, id, at }) => ({ kind, id, at })),
      [
        { kind: 'article-filed', id: articleId, at: noon },
        { kind: 'article-revised', id: articleId, at: noon },
        { kind: 'source', id: source.id, at: noon + 1 },
      ],
    )
    listener.stop()
    await archive.sources.pollSoon(source.id, noon)
    assert.equal(listener.heard.length, 3)
  })

  it('are told in the same order to every listener when many are made at once', async () => {
    const archive = await ground.open(await ground.newAddress())
    const one = hear(archive)
    const other = hear(archive)
    await Promise.all(Array.from({ length: 30 }, () => archive.sources.add(sampleSource(), noon)))
    await one.until((heard) => heard.length === 30)
    await other.until((heard) => heard.length === 30)
    const seqs = one.heard.map(({ seq }) => seq)
    assert.deepEqual(
      seqs,
      [...seqs].sort((a, b) => a - b),
    )
    assert.deepEqual(other.heard, one.heard)
    one.stop()
    other.stop()
  })

  it('of another process are told too', async () => {
    const address = await ground.newAddress()
    const listening = await ground.open(address)
    const other = await ground.open(address)
    const listener = hear(listening)
    const { source } = await other.sources.add(sampleSource(), noon)
    await listener.until((heard) => heard.some(({ kind, id }) => kind === 'source' && id === source.id))
    listener.stop()
  })

  it('are told again after the connection was lost', {
    skip: ground.engine === 'sqlite' && 'SQLite has no connection to lose',
  }, async () => {
    const archive = await ground.open(await ground.newAddress())
    const listener = hear(archive)
    await archive.sources.add(sampleSource(), noon)
    await listener.until((heard) => heard.length === 1)
    const client = new pg.Client(postgres.at)
    await client.connect()
    await client.query(`select pg_terminate_backend(pid) from pg_stat_activity
        where query = 'listen wiredesk_changes' and datname = current_database()`)
    await client.end()
    await archive.sources.add(sampleSource(), noon)
    await listener.until((heard) => heard.length === 2)
    listener.stop()
  })

  it('that a page missed are there when it comes back', async () => {
    const archive = await ground.open(await ground.newAddress())
    assert.equal(await archive.changes.latestSeq(), 0)
    for (let n = 0; n < 3; n++) await archive.sources.add(sampleSource(), noon)
    const latest = await archive.changes.latestSeq()
    const [first, ...rest] = await archive.changes.since(0, 10)
    assert.equal(rest.at(-1)?.seq, latest)
    assert.deepEqual(await archive.changes.since(first?.seq ?? 0, 1), rest.slice(0, 1))
    assert.deepEqual(await archive.changes.since(latest, 10), [])
  })

  it('are not made by what failed', async () => {
    const archive = await ground.open(await ground.newAddress())
    const article = sampleArticle()
    const { job } = await claimedRead(archive, article.address, noon)
    const before = await archive.changes.latestSeq()
    await assert.rejects(fileSample(archive, noon, { article, jobId: job.id, captureId: 999_999 }))
    assert.equal(await archive.changes.latestSeq(), before)
    assert.equal((await archive.jobs.counts(noon)).leased, 2)
    assert.equal(await archive.articles.byAddress(article.address), null)
    assert.deepEqual(await archive.upkeep.check(), [])
  })
})
