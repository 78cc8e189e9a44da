import type { EpochMs } from '../../model/time.ts'
import type { Database } from '../engine.ts'

/**
 * An article's place in time as one unique number, so that lists, search and cursors share one order and one index:
 * its `at` times 1,024, plus one for each article that already has the same `at`. A minute or a day shared by more than
 * that spills into the next milliseconds. A place is given once and never changes, even when a revision states another
 * time: lists do not reorder under a reader.
 */
export const perMs = 1024

/** Before 1900 a time is a mistake; the bound keeps places exact in a double. */
const earliest = -2_208_988_800_000

export const beforeEveryPlace: number = earliest * perMs
export const beyondEveryPlace: number = Number.MAX_SAFE_INTEGER

/** The first place of a time: a list from (inclusive) or until (exclusive) it starts or ends there. */
export function placeOf(at: EpochMs): number {
  return Math.min(Math.max(Math.floor(at), earliest) * perMs, beyondEveryPlace)
}

/** The next free place of `at`. Within a transaction that keeps other filings out. */
export async function nextPlace(db: Database, at: EpochMs): Promise<number> {
  for (let from = placeOf(at); ; from += perMs) {
    const { last } = await db
      .selectFrom('articles')
      .select(({ fn }) => fn.max('place').as('last'))
      .where('place', '>=', from)
      .where('place', '<', from + perMs)
      .executeTakeFirstOrThrow()
    if (last === null) return from
    if (last < from + perMs - 1) return last + 1
  }
}
