import type { Job, JobWork } from '../../archive/archive.ts'
import { Problem } from '../../model/problem.ts'
import { discoverSources } from '../../wire/discover-sources.ts'
import type { Fetcher } from '../../wire/fetch-types.ts'
import type { Rooms } from '../rooms.ts'

/** Finds what can be watched at an address that an editor pasted. Whatever happens, the editor gets an answer. */
export async function answerDiscovery(
  rooms: Rooms,
  fetcher: Fetcher,
  job: Job,
  { discoveryId, address }: Extract<JobWork, { kind: 'discover' }>,
): Promise<void> {
  const { archive, counters, logger } = rooms
  try {
    const sources = await discoverSources(address, fetcher)
    counters.add('discoveries.found')
    await archive.discoveries.answer(discoveryId, job.id, { kind: 'found', sources })
  } catch (error) {
    const problem =
      error instanceof Problem
        ? error
        : new Problem('intake/unexpected', `${address}: ${(error as Error).message}`, { cause: error })
    if (problem.code.startsWith('archive/')) throw problem
    if (rooms.isStopping()) return await archive.jobs.retry(job.id, { dueAt: job.dueAt, problem })
    if (problem.code === 'intake/unexpected')
      logger.error({ address, err: error }, 'intake: discovery failed')
    counters.add('discoveries.failed')
    const { code, message } = problem
    await archive.discoveries.answer(discoveryId, job.id, { kind: 'failed', code, message })
  }
}
