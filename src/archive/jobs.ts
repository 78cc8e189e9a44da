import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { ProblemCode } from '../model/problem.ts'
import type { Job, JobShelf, JobWork, NewJob } from './archive.ts'
import { dismissSetAside } from './dismiss-set-aside.ts'
import type { Database, Engine } from './engine.ts'
import type { JobRow, NewJobRow } from './schema.ts'

export function createJobShelf(engine: Engine): JobShelf {
  return {
    push: (job) => engine.write(async (db) => (await pushJobs(db, [job])) === 1),

    claim: (options) =>
      engine.write(async (db) => {
        const due = await dueJobs(engine, db, options)
        if (due.length === 0) return []
        const rows = await db
          .updateTable('jobs')
          .set((set) => ({
            lease_until: options.now + options.leaseMs,
            attempts: set('attempts', '+', 1),
          }))
          .where('id', 'in', due)
          .returningAll()
          .execute()
        return rows.sort((one, other) => one.due_at - other.due_at || one.id - other.id).map(jobOf)
      }),

    renew: (ids, leaseUntil) =>
      engine.write(async (db) => {
        await db
          .updateTable('jobs')
          .set({ lease_until: leaseUntil })
          .where('id', 'in', [...ids])
          .where('lease_until', 'is not', null)
          .execute()
      }),

    finish: (id) =>
      engine.write(async (db) => {
        await endJob(db, id)
      }),

    retry: (id, { dueAt, problem }) =>
      engine.write(async (db) => {
        await db
          .updateTable('jobs')
          .set({
            due_at: dueAt,
            lease_until: null,
            problem_code: problem.code,
            problem_message: problem.message,
          })
          .where('id', '=', id)
          .execute()
      }),

    setAside: (id, problem, now) =>
      engine.write(async (db) => {
        await db
          .updateTable('jobs')
          .set({
            set_aside_at: now,
            lease_until: null,
            problem_code: problem.code,
            problem_message: problem.message,
          })
          .where('id', '=', id)
          .execute()
      }),

    async counts(now) {
      const { rows } = await sql<{ waiting: number; due: number; leased: number; aside: number }>`select
        coalesce(sum(case when set_aside_at is null and coalesce(lease_until, 0) <= ${now} then 1 else 0 end), 0)
          as waiting,
        coalesce(sum(case when set_aside_at is null and coalesce(lease_until, 0) <= ${now} and due_at <= ${now}
          then 1 else 0 end), 0) as due,
        coalesce(sum(case when set_aside_at is null and lease_until > ${now} then 1 else 0 end), 0) as leased,
        coalesce(sum(case when set_aside_at is not null then 1 else 0 end), 0) as aside
        from jobs`.execute(engine.reader)
      const { waiting = 0, due = 0, leased = 0, aside = 0 } = rows[0] ?? {}
      return { waiting, due, leased, setAside: aside }
    },

    async listSetAside(limit) {
      const rows = await engine.reader
        .selectFrom('jobs')
        .selectAll()
        .where('set_aside_at', 'is not', null)
        .orderBy('set_aside_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      return rows.map((row) => ({
        ...jobOf(row),
        problem: {
          code: row.problem_code as ProblemCode,
          message: row.problem_message ?? '',
        },
        at: row.set_aside_at ?? 0,
      }))
    },

    async setAsideByProblem() {
      const rows = await engine.reader
        .selectFrom('jobs')
        .select(({ fn }) => ['problem_code', fn.countAll<number>().as('jobs')])
        .where('set_aside_at', 'is not', null)
        .groupBy('problem_code')
        .execute()
      return rows
        .map((row) => ({ code: row.problem_code as ProblemCode, jobs: Number(row.jobs) }))
        .sort((one, other) => other.jobs - one.jobs || (one.code < other.code ? -1 : 1))
    },

    resumeSetAside: (now, chosen) =>
      engine.write(async (db) => {
        let query = db
          .updateTable('jobs')
          .set({ set_aside_at: null, due_at: now, lease_until: null })
          .where('set_aside_at', 'is not', null)
        if (chosen !== undefined)
          query =
            'ids' in chosen
              ? query.where('id', 'in', listOf(chosen.ids))
              : query.where('problem_code', '=', chosen.code)
        return (await query.returning('id').execute()).length
      }),

    dismissSetAside: (chosen) =>
      engine.write((db) =>
        dismissSetAside(engine, db, (query) =>
          'ids' in chosen
            ? query.where('id', 'in', listOf(chosen.ids))
            : query.where('problem_code', '=', chosen.code),
        ),
      ),
  }
}

/** PostgreSQL takes no empty list; no job has the number 0. */
function listOf(ids: readonly number[]): number[] {
  return ids.length === 0 ? [0] : [...ids]
}

const jobsAtOnce = 500

/** Opens the jobs whose key no open job has; in the order given. Returns how many. */
export async function pushJobs(db: Database, jobs: readonly NewJob[]): Promise<number> {
  let pushed = 0
  for (let from = 0; from < jobs.length; from += jobsAtOnce) {
    const rows = await db
      .insertInto('jobs')
      .values(jobs.slice(from, from + jobsAtOnce).map(jobRow))
      .onConflict((conflict) => conflict.column('key').doNothing())
      .returning('id')
      .execute()
    pushed += rows.length
    if (rows.length === jobsAtOnce) await setImmediate()
  }
  return pushed
}

/** Whether it was open still: another worker may have ended it after this one's lease had lapsed. */
export async function endJob(db: Database, id: number): Promise<boolean> {
  const rows = await db.deleteFrom('jobs').where('id', '=', id).returning('id').execute()
  return rows.length === 1
}

function jobRow({ work, host, dueAt, key }: NewJob): NewJobRow {
  return {
    kind: work.kind,
    key,
    host,
    due_at: dueAt,
    attempts: 0,
    work: JSON.stringify(work),
    capture_id: work.kind === 'read' ? work.captureId : null,
  }
}

function jobOf(row: JobRow): Job {
  return {
    id: row.id,
    work: JSON.parse(row.work) as JobWork,
    host: row.host,
    dueAt: row.due_at,
    attempts: row.attempts,
  }
}

type Claim = Parameters<JobShelf['claim']>[0]

async function dueJobs(engine: Engine, db: Database, claim: Claim): Promise<readonly number[]> {
  if (claim.onePerHost !== true) {
    const rows = await dueRows(engine, db, claim, claim.limit, null)
    return rows.map((row) => row.id)
  }
  // Mostly the longest due jobs are of hosts enough; when a few hosts fill the front of the line, each host is asked.
  const front = claim.limit * 4 + 32
  const rows = await dueRows(engine, db, claim, front, null)
  const chosen = firstOfEachHost(rows)
  if (chosen.length >= claim.limit || rows.length < front) return chosen.slice(0, claim.limit)
  return await firstOfEveryHost(engine, db, claim)
}

interface DueRow {
  readonly id: number
  readonly host: string | null
  readonly due_at: number
}

/** Longest due first; `host` narrows to one. */
async function dueRows(
  engine: Engine,
  db: Database,
  { kind, now, busyHosts }: Claim,
  limit: number,
  host: string | null,
): Promise<readonly DueRow[]> {
  let query = db
    .selectFrom('jobs')
    .select(['id', 'host', 'due_at'])
    .where('kind', '=', kind)
    .where('set_aside_at', 'is', null)
    .where('due_at', '<=', now)
    .where((where) => where.or([where('lease_until', 'is', null), where('lease_until', '<=', now)]))
    .orderBy('due_at')
    .orderBy('id')
    .limit(limit)
  if (host !== null) query = query.where('host', '=', host)
  else if (busyHosts !== undefined && busyHosts.length > 0)
    query = query.where((where) => where.or([where('host', 'is', null), where('host', 'not in', busyHosts)]))
  return await engine.skipLocked(query).execute()
}

/** A job that asks no host is in nobody's way. */
function firstOfEachHost(rows: readonly DueRow[]): readonly number[] {
  const seen = new Set<string>()
  return rows
    .filter(({ host }) => {
      if (host === null) return true
      if (seen.has(host)) return false
      seen.add(host)
      return true
    })
    .map((row) => row.id)
}

/** Steps through the index from host to host, however long each one's line is. */
async function firstOfEveryHost(engine: Engine, db: Database, claim: Claim): Promise<readonly number[]> {
  const { rows: hosts } = await sql<{ host: string }>`with recursive stepped(host) as (
      select min(host) from jobs where kind = ${claim.kind} and set_aside_at is null
      union all
      select (select min(host) from jobs where kind = ${claim.kind} and set_aside_at is null and host > stepped.host)
      from stepped where stepped.host is not null
    ) select host from stepped where host is not null`.execute(db)
  const busy = new Set(claim.busyHosts)
  const found: DueRow[] = []
  for (const { host } of hosts) {
    if (!busy.has(host)) found.push(...(await dueRows(engine, db, claim, 1, host)))
  }
  return found
    .sort((one, other) => one.due_at - other.due_at || one.id - other.id)
    .slice(0, claim.limit)
    .map((row) => row.id)
}
