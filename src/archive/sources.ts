import { setImmediate } from 'node:timers/promises'
import type { Source, SourceHealth } from '../model/source.ts'
import type { ListedSource, NewSource, PollRecord, QueuedEntry, SourceShelf } from './archive.ts'
import type { Changes } from './changes.ts'
import type { Database, Engine } from './engine.ts'
import { pushJobs } from './jobs.ts'
import { byName, outletOf, putOutlet } from './outlets.ts'
import type { SourceRow } from './schema.ts'

export function createSourceShelf(engine: Engine, changes: Changes, clock: () => number): SourceShelf {
  return {
    add: (source, now) =>
      changes.write(async (db, note) => {
        const known = await db
          .selectFrom('sources')
          .selectAll()
          .where('address', '=', source.address)
          .executeTakeFirst()
        if (known !== undefined) return { source: sourceOf(known), added: false }
        const added = await insertSource(db, source, now)
        await note({ kind: 'source', id: added.id, at: now })
        return { source: sourceOf(added), added: true }
      }),

    get: (id) =>
      engine.snapshot(async (db) => {
        const row = await db.selectFrom('sources').selectAll().where('id', '=', id).executeTakeFirst()
        if (row === undefined) return null
        const outlet = await db
          .selectFrom('outlets')
          .selectAll()
          .where('id', '=', row.outlet_id)
          .executeTakeFirstOrThrow()
        return { source: sourceOf(row), outlet: outletOf(outlet), articles: row.articles }
      }),

    list: () => engine.snapshot(listSources),

    edit: (id, change) =>
      changes.write(async (db, note) => {
        const before = await db.selectFrom('sources').selectAll().where('id', '=', id).executeTakeFirst()
        if (before === undefined) return null
        const address = change.address ?? before.address
        const kind = change.kind ?? before.kind
        const isElsewhere = address !== before.address || kind !== before.kind
        const row = await db
          .updateTable('sources')
          .set({
            title: change.title ?? before.title,
            address,
            kind,
            // Validators belong to the old address, and so does what a poll under way will bring.
            ...(isElsewhere ? { etag: null, last_modified: null, poll_is_stale: 1 } : {}),
          })
          .where('id', '=', id)
          .returningAll()
          .executeTakeFirstOrThrow()
        await note({ kind: 'source', id, at: clock() })
        return sourceOf(row)
      }),

    setState: (id, state, now) =>
      updateSource(changes, id, now, state === 'active' ? { state, next_poll_at: now } : { state }),

    pollSoon: (id, now) => updateSource(changes, id, now, { next_poll_at: now }),

    remove: (id) =>
      changes.write(async (db, note) => {
        const row = await db.deleteFrom('sources').where('id', '=', id).returning('id').executeTakeFirst()
        if (row === undefined) return false
        await note({ kind: 'source', id, at: clock() })
        return true
      }),

    claimDue: ({ now, limit, leaseMs }) =>
      engine.write(async (db) => {
        const due = await engine
          .skipLocked(
            db
              .selectFrom('sources')
              .select('id')
              .where('state', '=', 'active')
              .where((where) =>
                // Polled in the future: the clock was set back, and `next_poll_at` says nothing.
                where.or([where('next_poll_at', '<=', now), where('last_poll_at', '>', now + clockSkewMs)]),
              )
              .where((where) => where.or([where('lease_until', 'is', null), where('lease_until', '<=', now)]))
              .orderBy('next_poll_at')
              .orderBy('id')
              .limit(limit),
          )
          .execute()
        if (due.length === 0) return []
        const claimed = await db
          .updateTable('sources')
          .set({ lease_until: now + leaseMs, poll_is_stale: 0 })
          .where(
            'id',
            'in',
            due.map((row) => row.id),
          )
          .returningAll()
          .execute()
        return claimed
          .sort((one, other) => one.next_poll_at - other.next_poll_at || one.id - other.id)
          .map(sourceOf)
      }),

    renew: (ids, leaseUntil) =>
      engine.write(async (db) => {
        await db
          .updateTable('sources')
          .set({ lease_until: leaseUntil })
          .where('id', 'in', [...ids])
          .where('lease_until', 'is not', null)
          .execute()
      }),

    recordPoll: (id, poll) =>
      changes.write(async (db, note) => {
        const opened = await openFetches(db, id, poll.entries)
        const before = await db.selectFrom('sources').selectAll().where('id', '=', id).executeTakeFirst()
        if (before === undefined) return opened
        await db
          .updateTable('sources')
          .set({
            ...healthAfter(poll, before, opened.newEntries),
            ...(await whereNow(db, poll, before)),
            lease_until: null,
          })
          .where('id', '=', id)
          .execute()
        await note({ kind: 'source', id, at: poll.at })
        return opened
      }),
  }
}

/** Between the machines of one newsroom. */
const clockSkewMs = 5 * 60_000

export function sourceOf(row: SourceRow): Source {
  return {
    id: row.id,
    outletId: row.outlet_id,
    kind: row.kind as Source['kind'],
    address: row.address,
    title: row.title,
    state: row.state as Source['state'],
    createdAt: row.created_at,
    health: {
      intervalSeconds: row.interval_seconds,
      nextPollAt: row.next_poll_at,
      lastPollAt: row.last_poll_at,
      lastSuccessAt: row.last_success_at,
      lastNewAt: row.last_new_at,
      consecutiveFailures: row.consecutive_failures,
      lastProblem: lastProblemOf(row),
      etag: row.etag,
      lastModified: row.last_modified,
    },
  }
}

function lastProblemOf(row: SourceRow): SourceHealth['lastProblem'] {
  if (row.problem_code === null || row.problem_at === null) return null
  return {
    code: row.problem_code as NonNullable<SourceHealth['lastProblem']>['code'],
    message: row.problem_message ?? '',
    at: row.problem_at,
  }
}

async function insertSource(db: Database, source: NewSource, now: number): Promise<SourceRow> {
  const outlet = await putOutlet(db, source.outlet)
  return await db
    .insertInto('sources')
    .values({
      outlet_id: outlet.id,
      kind: source.kind,
      address: source.address,
      title: source.title,
      state: 'active',
      created_at: now,
      articles: 0,
      poll_is_stale: 0,
      interval_seconds: source.intervalSeconds,
      next_poll_at: source.nextPollAt,
      consecutive_failures: 0,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

async function listSources(db: Database): Promise<readonly ListedSource[]> {
  const sources = await db.selectFrom('sources').selectAll().execute()
  const outlets = new Map(
    (await db.selectFrom('outlets').selectAll().execute()).map((row) => [row.id, outletOf(row)]),
  )
  return sources
    .flatMap((row) => {
      const outlet = outlets.get(row.outlet_id)
      return outlet === undefined ? [] : [{ source: sourceOf(row), outlet, articles: row.articles }]
    })
    .sort(
      (one, other) =>
        byName.compare(one.outlet.name, other.outlet.name) ||
        byName.compare(one.source.title, other.source.title) ||
        one.source.id - other.source.id,
    )
}

function updateSource(
  changes: Changes,
  id: number,
  now: number,
  set: { readonly state?: string; readonly next_poll_at?: number },
): Promise<Source | null> {
  return changes.write(async (db, note) => {
    const row = await db
      .updateTable('sources')
      .set(set)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirst()
    if (row === undefined) return null
    await note({ kind: 'source', id, at: now })
    return sourceOf(row)
  })
}

/** What one statement takes at most: PostgreSQL counts to 65,535 parameters, SQLite to 32,766. */
const addressesAtOnce = 1000

async function openFetches(
  db: Database,
  sourceId: number,
  entries: readonly QueuedEntry[],
): Promise<{ readonly newEntries: number; readonly checks: number }> {
  const byAddress = new Map<string, QueuedEntry>()
  for (const queued of entries) if (!byAddress.has(queued.address)) byAddress.set(queued.address, queued)
  const listed = [...byAddress.keys()]
  const unknown = new Set<string>()
  for (let from = 0; from < listed.length; from += addressesAtOnce) {
    const rows = await db
      .insertInto('addresses')
      .values(listed.slice(from, from + addressesAtOnce).map((address) => ({ address })))
      .onConflict((conflict) => conflict.column('address').doNothing())
      .returning('address')
      .execute()
    for (const row of rows) unknown.add(row.address)
    // A sitemap may list fifty thousand: others get their turn on this thread meanwhile.
    await setImmediate()
  }
  const queued = listed.flatMap((address) => {
    const entry = byAddress.get(address)
    return entry !== undefined && unknown.has(address) ? [entry] : []
  })
  await pushJobs(
    db,
    queued.map(({ address, host, entry, dueAt }) => ({
      work: { kind: 'fetch', address, sourceId, entry, checks: null },
      host,
      dueAt,
      key: fetchKey(address),
    })),
  )
  const known = [...byAddress.values()].filter(({ address }) => !unknown.has(address))
  return { newEntries: queued.length, checks: await openChecks(db, known) }
}

function fetchKey(address: string): string {
  return `fetch ${address}`
}

/** A page that waits to be fetched will be read as it is now; one that is being fetched may not. */
async function openChecks(db: Database, known: readonly QueuedEntry[]): Promise<number> {
  const checked = known.flatMap(({ address, check }) => (check === undefined ? [] : [{ address, check }]))
  if (checked.length === 0) return 0
  const waiting = await db
    .selectFrom('jobs')
    .select('key')
    .where(
      'key',
      'in',
      checked.map(({ address }) => fetchKey(address)),
    )
    .where('lease_until', 'is', null)
    .execute()
  const keys = new Set(waiting.map(({ key }) => key))
  return await pushJobs(
    db,
    checked.filter(({ address }) => !keys.has(fetchKey(address))).map(({ check }) => check),
  )
}

function healthAfter(
  { health, state, at }: PollRecord,
  before: SourceRow,
  newEntries: number,
): Partial<SourceRow> {
  return {
    // What an editor decided while the poll was under way stays decided.
    state: before.state === 'active' ? state : before.state,
    interval_seconds: health.intervalSeconds,
    last_poll_at: health.lastPollAt,
    last_success_at: health.lastSuccessAt,
    last_new_at: newEntries > 0 ? at : health.lastNewAt,
    consecutive_failures: health.consecutiveFailures,
    problem_code: health.lastProblem?.code ?? null,
    problem_message: health.lastProblem?.message ?? null,
    problem_at: health.lastProblem?.at ?? null,
  }
}

/** Where and when to ask next. A poll of an address that was edited meanwhile says nothing about the new one. */
async function whereNow(
  db: Database,
  { health, movedTo, at }: PollRecord,
  before: SourceRow,
): Promise<Partial<SourceRow>> {
  if (before.poll_is_stale === 1) return { next_poll_at: at }
  const next = { next_poll_at: health.nextPollAt, etag: health.etag, last_modified: health.lastModified }
  if (movedTo === null || movedTo === before.address) return next
  const taken = await db.selectFrom('sources').select('id').where('address', '=', movedTo).executeTakeFirst()
  return taken === undefined ? { ...next, address: movedTo } : next
}
