import type { Archive, Change, ExplanationId } from '../../src/archive/archive.ts'
import { createReaderPool } from '../../src/intake/read/reader-pool.ts'
import { startIntake } from '../../src/intake/start-intake.ts'
import { createLogger } from '../../src/kit/log.ts'
import type { ArticleId } from '../../src/model/article.ts'
import { another, sampleCapture, sampleEntry, sampleFetch } from './archive-samples.ts'

/** The reading half of intake at work over an archive: it files what is fetched and explains what editors ask about. */
export interface ReadingRoom {
  /** Keeps a page as if it had been fetched, and waits until it is read and filed. */
  take(address: string, html: string): Promise<ArticleId>
  /** Waits until an editor's question is answered. */
  answered(id: ExplanationId): Promise<void>
  /** Waits until all that is due is read. */
  settled(): Promise<void>
  close(): Promise<void>
}

export function openReadingRoom(archive: Archive, clock: () => number): ReadingRoom {
  const logger = createLogger({ level: 'silent', format: 'json' })
  const pool = createReaderPool({ size: 1, limitMs: 20_000, logger })
  const chance = (): number => 0.5
  const fetcher = {
    clock,
    chance,
    userAgent: 'WiredeskTest/1.0',
    allowAddresses: [],
    proxy: null,
    hostGapSeconds: 0,
  }
  const intake = startIntake({ archive, clock, chance, logger, pool, roles: ['read'], fetcher })
  return {
    async take(address, html) {
      await archive.jobs.push(sampleFetch(address))
      const [job] = await archive.jobs.claim({ kind: 'fetch', now: clock(), limit: 1, leaseMs: 60_000 })
      const work = {
        kind: 'read',
        address,
        sourceId: null,
        entry: sampleEntry(address),
        checks: null,
      } as const
      const filed = next(archive, ({ kind }) => kind === 'article-filed')
      await archive.captures.keep(sampleCapture(address, html, clock()), job?.id ?? 0, {
        work,
        host: null,
        dueAt: 0,
        key: `read ${address} ${another()}`,
      })
      await filed
      return (await archive.articles.byAddress(address)) ?? 0
    },
    async answered(id) {
      for (;;) {
        const changed = next(archive, (change) => change.kind === 'explanation' && change.id === id)
        const asked = await archive.explanations.get(id)
        if (asked?.answer.kind !== 'waiting') return
        await changed
      }
    },
    settled: () => intake.idle(),
    async close() {
      await intake.stop()
      await pool.close()
    },
  }
}

/** Resolves with the next change of this sort. */
function next({ changes }: Archive, isIt: (change: Change) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const stop = changes.listen((heard) => {
      if (!heard.some(isIt)) return
      stop()
      resolve()
    })
  })
}
