import type { ArticleLine } from '../../archive/archive.ts'
import type { EpochMs } from '../../model/time.ts'

/** Of an outlet's latest articles only so many are looked at: an agency has as many in a day. */
export const articlesLookedAt = 300
export const daysLookedAt = 30
const dayMs = 86_400_000

/** How much an outlet changed of what it published in the last days. */
export interface OutletEdits {
  readonly articles: number
  /** How many of these have revisions, and how many revisions they have together. */
  readonly changed: number
  readonly revisions: number
  /** Taken down, emptied, replaced or cut. */
  readonly gone: number
}

/** `latest`: the outlet's latest articles, newest first. */
export function outletEdits(latest: readonly ArticleLine[], now: EpochMs): OutletEdits {
  const recent = latest.filter(({ at }) => at >= now - daysLookedAt * dayMs)
  const changed = recent.filter(({ revisions }) => revisions > 0)
  return {
    articles: recent.length,
    changed: changed.length,
    revisions: changed.reduce((sum, { revisions }) => sum + revisions, 0),
    gone: recent.filter(({ gone }) => gone !== null).length,
  }
}
