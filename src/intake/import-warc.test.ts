import assert from 'node:assert/strict'
import { it } from 'node:test'
import { gzipSync } from 'node:zlib'
import { noon, onBothEngines } from '../../test/support/archives.ts'
import { newsPage } from '../../test/support/loopback-site.ts'
import type { Archive } from '../archive/archive.ts'
import { createLogger } from '../kit/log.ts'
import { Problem } from '../model/problem.ts'
import { importWarc } from './import-warc.ts'
import { startIntake } from './start-intake.ts'

function response(path: string, type: string, body: string): Buffer {
  const http = Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\n\r\n${body}`)
  const fields = [
    'WARC/1.1',
    'WARC-Type: response',
    `WARC-Target-URI: https://alfa.example${path}`,
    'WARC-Date: 2026-11-20T08:00:00Z',
    `Content-Length: ${http.length}`,
  ]
  return gzipSync(
    Buffer.concat([Buffer.from(`${fields.join('\r\n')}\r\n\r\n`), http, Buffer.from('\r\n\r\n')]),
  )
}

const file = Buffer.concat([
  response('/news/1', 'text/html', newsPage({ headline: 'Ferry stays in harbour' })),
  response('/logo.png', 'image/png', 'no page'),
  response('/news/2', 'text/html', newsPage({ headline: 'Bridge opens', text: 'The bridge is open again' })),
])

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}

onBothEngines('the import of a WARC file', (ground) => {
  const clock = (): number => ground.now

  async function readAll(archive: Archive): Promise<void> {
    const intake = startIntake({
      archive,
      clock,
      chance: () => 0.5,
      logger: createLogger({ level: 'silent', format: 'json' }),
      roles: ['read'],
      fetcher: { clock, chance: () => 0.5, userAgent: 'WiredeskTest/1.0', allowAddresses: [], proxy: null },
      config: { readers: 1 },
    })
    await intake.idle()
    await intake.stop()
  }

  it('files its pages as articles, and asks no site for anything', async () => {
    const archive = await ground.open(await ground.newAddress())
    const imported = await importWarc(once(file), { archive, clock, name: 'folder.warc.gz' })
    assert.deepEqual({ ...imported, sourceId: 0 }, { sourceId: 0, kept: 2, known: 0, passedOver: 1 })
    await readAll(archive)
    const { items } = await archive.articles.latest({ limit: 10 })
    assert.deepEqual(items.map(({ headline }) => headline).sort(), ['Bridge opens', 'Ferry stays in harbour'])
    assert.deepEqual(await archive.jobs.counts(noon + 1e12), { waiting: 0, due: 0, leased: 0, setAside: 0 })
  })

  it('puts a page that states no time where it was fetched, not where it was imported', async () => {
    const archive = await ground.open(await ground.newAddress())
    const undated = newsPage({ headline: 'Mill is measured' }).replace(/<time[^>]*>.*?<\/time>/s, '')
    await importWarc(once(response('/undated', 'text/html', undated)), { archive, clock, name: 'a.warc.gz' })
    await readAll(archive)
    const [line] = (await archive.articles.latest({ limit: 1 })).items
    assert.equal(line?.at, Date.parse('2026-11-20T08:00:00Z'))
    assert.equal(line?.firstSeenAt, ground.now)
  })

  it('adds nothing when it is imported again', async () => {
    const archive = await ground.open(await ground.newAddress())
    await importWarc(once(file), { archive, clock, name: 'folder.warc.gz' })
    await readAll(archive)
    const again = await importWarc(once(file), { archive, clock, name: 'folder.warc.gz' })
    assert.deepEqual({ ...again, sourceId: 0 }, { sourceId: 0, kept: 0, known: 2, passedOver: 1 })
    await readAll(archive)
    assert.equal(await archive.articles.count(), 2)
    assert.equal((await archive.sources.list()).length, 1)
  })

  it('makes no source of a file that is no WARC', async () => {
    const archive = await ground.open(await ground.newAddress())
    const importing = importWarc(once(Buffer.from('no WARC\n')), { archive, clock, name: 'letter.txt' })
    await assert.rejects(importing, (error) => error instanceof Problem && error.code === 'wire/not-a-warc')
    assert.equal((await archive.sources.list()).length, 0)
  })
})
