import type { Archive, RetentionPolicy } from '../archive/archive.ts'
import type { Logger } from '../kit/log.ts'

const everyMs = 3_600_000
const pauseMs = 200

/** Drops what the policy no longer keeps, hourly and in small pieces, so that the desk never waits for it. */
export function startRetention(archive: Archive, policy: RetentionPolicy, logger: Logger): { stop(): void } {
  let stopped = false
  let timer = setTimeout(retain, pauseMs)
  return {
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }

  async function retain(): Promise<void> {
    let more = false
    try {
      const dropped = await archive.upkeep.retain(policy, Date.now())
      more = dropped.more
      if (dropped.captures + dropped.articles > 0) logger.info(dropped, 'retention')
    } catch (err) {
      logger.error({ err }, 'retention failed; it is tried again in an hour')
    }
    if (!stopped) timer = setTimeout(retain, more ? pauseMs : everyMs)
  }
}
