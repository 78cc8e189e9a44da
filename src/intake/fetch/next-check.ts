import type { Filing, NewJob } from '../../archive/archive.ts'
import type { Chance } from '../../kit/clock.ts'
import type { Entry, SourceId } from '../../model/source.ts'
import type { EpochMs } from '../../model/time.ts'

const minuteMs = 60_000
/** While somebody is writing it: every two minutes for an hour, then every ten for half a day. */
const liveMinutes: readonly number[] = [
  ...Array.from({ length: 30 }, (_, index) => 2 * (index + 1)),
  ...Array.from({ length: 66 }, (_, index) => 60 + 10 * (index + 1)),
]
/** A page that was refused is not asked for again at once, however young it is. */
const refusedMinutes = 60

/**
 * How long after the last look at an article the next one comes, or null when there is none to come. `checks` counts
 * the looks after the first; the times of `checkMinutes` count from the first. Up to a tenth is added by chance, so
 * that articles that came together are not all asked for together.
 */
export function checkDelayMs(
  article: { readonly checks: number; readonly kind: Filing['kind']; readonly textFrom: 'page' | 'source' },
  { checkMinutes, chance }: { readonly checkMinutes: readonly number[]; readonly chance: Chance },
): number | null {
  const times = timesFor(article, checkMinutes)
  const next = times[article.checks]
  if (next === undefined) return null
  const last = article.checks === 0 ? 0 : (times[article.checks - 1] ?? 0)
  return Math.round((next - last) * minuteMs * (1 + chance() / 10))
}

/** The number of a look out of turn: beyond all that are planned, so that no other follows from it. */
export const lastLook = 1000

/** The job of the look number `checks`, under a key of its own, so that it can be opened before the last one is ended. */
export function checkJob(check: {
  readonly address: string
  readonly host: string
  readonly sourceId: SourceId | null
  readonly entry: Entry
  readonly checks: number
  readonly dueAt: EpochMs
}): NewJob {
  const { address, host, sourceId, entry, checks, dueAt } = check
  return {
    work: { kind: 'fetch', address, sourceId, entry, checks },
    host,
    dueAt,
    key: `check ${checks} ${address}`,
  }
}

function timesFor(
  { kind, textFrom }: { readonly kind: Filing['kind']; readonly textFrom: 'page' | 'source' },
  checkMinutes: readonly number[],
): readonly number[] {
  if (kind === 'live-blog') {
    const lived = liveMinutes.at(-1) ?? 0
    return [...liveMinutes, ...checkMinutes.filter((minutes) => minutes > lived)]
  }
  return textFrom === 'source' ? checkMinutes.filter((minutes) => minutes >= refusedMinutes) : checkMinutes
}
