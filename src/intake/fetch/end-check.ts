import type { Job, JobWork } from '../../archive/archive.ts'
import { hostOf } from '../../kit/address.ts'
import type { Rooms } from '../rooms.ts'
import { checkDelayMs, checkJob } from './next-check.ts'

/**
 * Ends a look that found nothing new. The next one is opened before this one is ended: killed in between, this one
 * is done again, and none is lost.
 */
export async function endCheck(
  { archive, chance, clock, config }: Rooms,
  job: Job,
  work: Omit<Extract<JobWork, { kind: 'fetch' }>, 'kind'>,
): Promise<void> {
  const { address, sourceId, entry } = work
  const id = await archive.articles.byAddress(address)
  const filed = id === null ? null : await archive.articles.get(id)
  const checks = (work.checks ?? 0) + 1
  const delay =
    filed === null
      ? null
      : checkDelayMs({ ...filed.line, checks }, { checkMinutes: config.checkMinutes, chance })
  if (delay !== null) {
    const host = hostOf(address)
    await archive.jobs.push(checkJob({ address, host, sourceId, entry, checks, dueAt: clock() + delay }))
  }
  await archive.jobs.finish(job.id)
}
