import type { AskedExplanation, Job, JobWork } from '../../archive/archive.ts'
import { outletKey } from '../../kit/address.ts'
import { Problem } from '../../model/problem.ts'
import { isDropped } from '../read/read-capture.ts'
import type { ReaderPool } from '../read/reader-pool.ts'
import type { Rooms } from '../rooms.ts'

/** Reads a kept capture once more and says why it is read as it is. Whatever happens, the editor gets an answer. */
export async function answerExplanation(
  rooms: Rooms,
  pool: ReaderPool,
  job: Job,
  { explanationId }: Extract<JobWork, { kind: 'explain' }>,
): Promise<void> {
  const { archive, counters } = rooms
  const asked = await archive.explanations.get(explanationId)
  // Nobody has waited for it: it was dropped, or came with a backup.
  if (asked === null) return await archive.jobs.finish(job.id)
  try {
    const explained = await explanationOf(rooms, pool, asked)
    counters.add('explanations.given')
    await archive.explanations.answer(explanationId, job.id, explained)
  } catch (error) {
    if (!(error instanceof Problem) || error.code.startsWith('archive/')) throw error
    if (error.code === 'intake/stopped')
      return await archive.jobs.retry(job.id, { dueAt: job.dueAt, problem: error })
    counters.add('explanations.failed')
    const { code, message } = error
    await archive.explanations.answer(explanationId, job.id, { kind: 'failed', code, message })
  }
}

async function explanationOf(
  { archive, memories }: Rooms,
  pool: ReaderPool,
  { outletId, captureId, proposed }: AskedExplanation,
): Promise<Extract<AskedExplanation['answer'], { kind: 'explained' }>> {
  const capture = await archive.captures.get(captureId)
  if (capture === null || isDropped(capture))
    throw new Problem(
      'intake/capture-dropped',
      'The page itself is no longer kept, so it cannot be read again.',
    )
  const inForce = (await archive.rules.get(outletId))?.rules ?? null
  const [present, ...others] = await pool.explain({
    bytes: capture.bytes,
    contentType: capture.headers['content-type'] ?? null,
    address: capture.finalAddress,
    fetchedAt: capture.fetchedAt,
    memory: await memories.of(outletKey(capture.finalAddress)),
    rules: proposed === null ? [inForce] : [inForce, proposed],
  })
  if (present === undefined) throw new Error('A page was explained with nothing.')
  return { kind: 'explained', present, proposed: others[0] ?? null }
}
