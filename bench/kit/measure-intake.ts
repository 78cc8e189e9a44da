import { monitorEventLoopDelay } from 'node:perf_hooks'
import { openArchive } from '../../src/archive/open-archive.ts'
import { startIntake } from '../../src/intake/start-intake.ts'
import { createLogger } from '../../src/kit/log.ts'
import type { Replay } from '../replay/start-replay.ts'
import type { Figures } from '../report.ts'

/** Adds the feeds of the replay as sources and lets intake work until nothing is due. */
export async function measureIntake(name: string, file: string, replay: Replay): Promise<Figures> {
  const archive = await openArchive(file, { clock: Date.now })
  await addSources()
  const loop = monitorEventLoopDelay({ resolution: 5 })
  let peak = 0
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, 100)
  const before = await archive.articles.count()
  loop.enable()
  const begun = performance.now()
  const intake = startIntake({
    archive,
    clock: Date.now,
    chance: Math.random,
    logger: createLogger({ level: 'error', format: 'text' }),
    roles: ['collect', 'read'],
    fetcher: {
      clock: Date.now,
      chance: Math.random,
      userAgent: 'Wiredesk/0 (bench)',
      allowAddresses: [],
      proxy: replay.proxy,
      hostGapSeconds: 0,
    },
  })
  await intake.idle()
  const seconds = (performance.now() - begun) / 1000
  loop.disable()
  clearInterval(watch)
  const articles = (await archive.articles.count()) - before
  const status = intake.status()
  await intake.stop()
  await archive.close()
  process.stderr.write(`${JSON.stringify(status, null, 1)}\n`)
  return {
    [`intake.${name}.articles`]: articles,
    [`intake.${name}.pages-per-second`]: (status['fetches.fetched'] ?? 0) / seconds,
    [`intake.${name}.peak-mb`]: peak / 1024 ** 2,
    [`intake.${name}.loop-delay-p99-ms`]: loop.percentile(99) / 1e6,
  }

  async function addSources(): Promise<void> {
    const now = Date.now()
    for (const address of replay.feeds) {
      const { host } = new URL(address)
      const outlet = { key: host, name: host, language: null, country: null }
      await archive.sources.add(
        { kind: 'feed', address, title: host, outlet, nextPollAt: now, intervalSeconds: 3600 },
        now,
      )
    }
  }
}
