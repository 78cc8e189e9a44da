import { bareEntry } from '../../model/bare-entry.ts'
import type { OutletId } from '../../model/outlet.ts'
import type { EpochMs } from '../../model/time.ts'
import type { Database } from '../engine.ts'
import { pushJobs } from '../jobs.ts'
import { placeOf } from './place.ts'

/** More than any outlet publishes in a month. */
const mostArticles = 10_000

/** Opens a job for each of the outlet's articles since then whose page is kept, to be read once more. Returns how many. */
export async function readAgain(
  db: Database,
  outletId: OutletId,
  { since, now }: { readonly since: EpochMs; readonly now: EpochMs },
): Promise<number> {
  const rows = await db
    .selectFrom('articles')
    .innerJoin('captures', 'captures.id', 'articles.capture_id')
    .select(['articles.address', 'articles.source_id', 'articles.capture_id'])
    .where('outlet_id', '=', outletId)
    .where('place', '>=', placeOf(since))
    .where('text_from', '=', 'page')
    .where('dropped', '=', 0)
    // What was taken down is as it was when it was taken down.
    .where('gone_how', 'is', null)
    .orderBy('place', 'desc')
    .limit(mostArticles)
    .execute()
  return await pushJobs(
    db,
    rows.map(({ address, source_id: sourceId, capture_id: captureId }) => ({
      work: {
        kind: 'read',
        captureId,
        address,
        sourceId,
        entry: bareEntry(address),
        checks: null,
        again: true,
      },
      host: null,
      dueAt: now,
      key: `read again ${captureId}`,
    })),
  )
}
