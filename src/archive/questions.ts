import type { EpochMs } from '../model/time.ts'
import type { JobId, JobWork } from './archive.ts'
import type { Changes } from './changes.ts'
import type { Database } from './engine.ts'
import { endJob, pushJobs } from './jobs.ts'

/** What is asked on the desk and answered by a job: discoveries and explanations. */
export interface Questions {
  /** Keeps a question and opens its job, in one transaction; one that `keep` finds asked already is left as it is. */
  ask(address: string, now: EpochMs, keep: (db: Database) => Promise<KeptQuestion>): Promise<number>
  /** Ends the job and keeps its answer; nothing where another process has ended it. */
  answer(id: number, job: JobId, keep: (db: Database) => Promise<unknown>): Promise<void>
}

export interface KeptQuestion {
  readonly id: number
  readonly isNew: boolean
}

export function createQuestions(
  changes: Changes,
  clock: () => EpochMs,
  kind: 'discovery' | 'explanation',
  work: (id: number, address: string) => JobWork,
): Questions {
  return {
    ask: (address, now, keep) =>
      changes.write(async (db, note) => {
        const { id, isNew } = await keep(db)
        if (!isNew) return id
        const asked = work(id, address)
        await pushJobs(db, [{ work: asked, host: null, dueAt: now, key: `${asked.kind} ${id}` }])
        await note({ kind, id, at: now })
        return id
      }),
    answer: (id, job, keep) =>
      changes.write(async (db, note) => {
        if (!(await endJob(db, job))) return
        await keep(db)
        await note({ kind, id, at: clock() })
      }),
  }
}
