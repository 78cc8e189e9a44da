import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Archive } from '../../src/archive/archive.ts'
import { openArchive } from '../../src/archive/open-archive.ts'
import type { IntakeConfig } from '../../src/intake/intake-config.ts'
import type { Replay } from '../replay/start-replay.ts'
import type { Figures } from '../report.ts'
import { startBenchIntake } from './start-bench-intake.ts'

/**
 * Adds the feeds of the replay as sources and lets intake work until nothing is due, as `wiredesk start` would: the
 * archive on this thread, reading in others. A page counts once its article can be searched for.
 */
export async function measureIntake(
  name: string,
  options: {
    /** Of an archive, new or filled, that may be written to. */
    readonly file: string
    readonly replay: Replay
    readonly config: Partial<IntakeConfig>
  },
): Promise<Figures> {
  const archive = await openArchive(options.file, { clock: Date.now })
  await addSources(archive, options.replay.feeds)
  const before = await archive.articles.count()
  const delay = monitorEventLoopDelay({ resolution: 5 })
  const peak = watchMemory()
  const usedBefore = process.cpuUsage()
  delay.enable()
  const begun = performance.now()
  const intake = startBenchIntake(archive, {
    proxy: options.replay.proxy,
    allowAddresses: [],
    config: options.config,
  })
  await intake.idle()
  const seconds = (performance.now() - begun) / 1000
  delay.disable()
  const used = process.cpuUsage(usedBefore)
  const articles = (await archive.articles.count()) - before
  await intake.stop()
  await archive.close()
  const key = `intake.${name}`
  return {
    [`${key}.articles`]: articles,
    [`${key}.pages-per-second`]: articles / seconds,
    // On a machine that others use, this says more than the time that passed.
    [`${key}.cpu-ms-per-page`]: (used.user + used.system) / 1000 / articles,
    [`${key}.peak-mb`]: peak.megabytes(),
    [`${key}.loop-delay-p50-ms`]: delay.percentile(50) / 1e6,
    [`${key}.loop-delay-p99-ms`]: delay.percentile(99) / 1e6,
  }
}

async function addSources(archive: Archive, feeds: readonly string[]): Promise<void> {
  const now = Date.now()
  await Promise.all(
    feeds.map((address) => {
      const { host } = new URL(address)
      const outlet = { key: host, name: host, language: null, country: null }
      return archive.sources.add(
        { kind: 'feed', address, title: host, outlet, nextPollAt: now, intervalSeconds: 3600 },
        now,
      )
    }),
  )
}

/** The most that this process, with its threads, has held since. */
function watchMemory(): { megabytes(): number } {
  let most = 0
  const look = (): void => {
    most = Math.max(most, process.memoryUsage.rss())
  }
  const timer = setInterval(look, 100)
  return {
    megabytes() {
      look()
      clearInterval(timer)
      return most / 1024 ** 2
    },
  }
}
