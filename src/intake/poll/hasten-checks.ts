import type { NewJob, QueuedEntry } from '../../archive/archive.ts'
import type { Entry, Source } from '../../model/source.ts'
import type { EpochMs } from '../../model/time.ts'
import { lastLook } from '../fetch/next-check.ts'

/** So many at one poll are believed of any source; of a long list, a part: else it states the time of the poll on everything. */
const most = 5
const mostShare = 1 / 4

/**
 * Articles that their source says were changed since its last poll are looked at at once; their other looks come as
 * planned.
 */
export function withChecks(
  source: Source,
  queued: readonly QueuedEntry[],
  now: EpochMs,
): readonly QueuedEntry[] {
  const changed = new Set(
    changedSince(
      queued.map(({ entry }) => entry),
      source.health.lastSuccessAt,
      now,
    ),
  )
  return queued.map((one) => (changed.has(one.entry) ? { ...one, check: checkOf(source, one, now) } : one))
}

/** One job a change, however often it is listed; another change opens another. */
function checkOf(source: Source, { address, host, entry }: QueuedEntry, dueAt: EpochMs): NewJob {
  return {
    work: { kind: 'fetch', address, sourceId: source.id, entry, checks: lastLook },
    host,
    dueAt,
    key: `changed ${entry.modifiedAt} ${address}`,
  }
}

/** Entries that state a change since the last poll was asked and after their publication. None where too many do. */
export function changedSince(
  entries: readonly Entry[],
  lastSuccessAt: EpochMs | null,
  now: EpochMs,
): readonly Entry[] {
  if (lastSuccessAt === null) return []
  const changed = entries.filter(
    ({ publishedAt, modifiedAt }) =>
      modifiedAt !== null &&
      publishedAt !== null &&
      modifiedAt > publishedAt &&
      modifiedAt >= lastSuccessAt &&
      modifiedAt <= now,
  )
  return changed.length <= Math.max(most, entries.length * mostShare) ? changed : []
}
