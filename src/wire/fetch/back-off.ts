import type { Chance } from '../../kit/clock.ts'

/**
 * How a host failed: it asked for less (429, 503), it forbids (403), or it does not work (5xx, no connection).
 * A 403 is often one page's paywall, so that it makes us slow rather than silent.
 */
export type Trouble = 'overloaded' | 'forbidden' | 'failing'

const pauses: Readonly<Record<Trouble, { readonly firstSeconds: number; readonly mostSeconds: number }>> = {
  overloaded: { firstSeconds: 30, mostSeconds: 6 * 3600 },
  failing: { firstSeconds: 5, mostSeconds: 1800 },
  forbidden: { firstSeconds: 5, mostSeconds: 120 },
}

const mostRetryAfterSeconds = 86_400
const laterByChance = 0.1
/** No pause of `backOffSeconds` is longer. */
export const longestPauseSeconds: number = mostRetryAfterSeconds * (1 + laterByChance)

/**
 * Seconds to leave a host alone after its nth failure in a row (from 1): doubling, spread by chance over ±25 %,
 * bounded, and never less than what it asked for with Retry-After (up to a day).
 */
export function backOffSeconds(
  trouble: Trouble,
  failures: number,
  retryAfterSeconds: number | null,
  chance: Chance,
): number {
  const { firstSeconds, mostSeconds } = pauses[trouble]
  const doubled = Math.min(mostSeconds, firstSeconds * 2 ** Math.min(failures - 1, 30))
  const spread = doubled * (0.75 + 0.5 * chance())
  const wished = Math.min(retryAfterSeconds ?? 0, mostRetryAfterSeconds)
  // Those who were all sent away until one moment do not come back all at that moment.
  return Math.max(spread, wished * (1 + laterByChance * chance()))
}

/** What a status says of its host; null when the host is well, whatever it says of the page. */
export function troubleOf(status: number): Trouble | null {
  if (status === 429 || status === 503) return 'overloaded'
  if (status === 403) return 'forbidden'
  return status >= 500 ? 'failing' : null
}
