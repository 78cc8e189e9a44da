import { canonicalAddress, hostOf } from '../../kit/address.ts'
import type { Entry, Source } from '../../model/source.ts'
import type { EpochMs } from '../../model/time.ts'
import { checkJob } from '../fetch/next-check.ts'
import type { Rooms } from '../rooms.ts'

/** More at one poll, and the source states the time of the poll on everything. */
const most = 5

/** Looks at once at articles that their source says were changed since its last poll; their other looks come as planned. */
export async function hastenChecks(rooms: Rooms, source: Source, entries: readonly Entry[]): Promise<void> {
  const { archive, clock, config, counters, wake } = rooms
  const now = clock()
  const changed = changedSince(entries, source.health.lastSuccessAt, now)
  for (const entry of changed) {
    const address = canonicalAddress(entry.address)
    if (address === null || (await archive.articles.byAddress(address)) === null) continue
    // The last look of all, so that no other follows from it.
    const checks = Math.max(1000, config.checkMinutes.length)
    const host = hostOf(address)
    const job = checkJob({ address, host, sourceId: source.id, entry, checks, dueAt: now })
    if (await archive.jobs.push(job)) counters.add('checks.hastened')
  }
  if (changed.length > 0) wake.fetch()
}

/** Entries that state a change later than the last poll and than their publication. None where too many do. */
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
      modifiedAt > lastSuccessAt &&
      modifiedAt <= now,
  )
  return changed.length <= most ? changed : []
}
