import type { GoneHow, Job, JobWork } from '../../archive/archive.ts'
import { hostOf } from '../../kit/address.ts'
import type { Rooms } from '../rooms.ts'
import { checkDelayMs, checkJob } from './next-check.ts'

/**
 * Ends a look that filed nothing and opens the next. `gone`: what stands in the article's place, null when it is there
 * as it was, 'unknown' when the look could not tell.
 */
export async function endCheck(
  { archive, chance, clock, config }: Rooms,
  job: Job,
  work: Omit<Extract<JobWork, { kind: 'fetch' }>, 'kind'>,
  gone: GoneHow | null | 'unknown',
): Promise<void> {
  const { address, sourceId, entry } = work
  const id = await archive.articles.byAddress(address)
  const filed = id === null ? null : await archive.articles.get(id)
  if (filed === null) return await archive.jobs.finish(job.id)
  const checks = (work.checks ?? 0) + 1
  const delay = checkDelayMs({ ...filed.line, checks }, { checkMinutes: config.checkMinutes, chance })
  const now = clock()
  const host = hostOf(address)
  await archive.articles.endLook({
    jobId: job.id,
    articleId: filed.line.id,
    gone,
    now,
    nextCheck:
      delay === null ? null : checkJob({ address, host, sourceId, entry, checks, dueAt: now + delay }),
  })
}
