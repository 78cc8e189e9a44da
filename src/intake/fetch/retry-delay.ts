import type { Chance } from '../../kit/clock.ts'

const firstMs = 30_000
const longestMs = 6 * 3_600_000

/**
 * How long to wait before asking again after `attempts` that failed (1 or more): doubling from half a minute to six
 * hours, spread by chance over half to one and a half of that, and never sooner than the site asked for.
 */
export function retryDelayMs(attempts: number, retryAfterSeconds: number | null, chance: Chance): number {
  const delay = Math.min(longestMs, firstMs * 2 ** Math.min(attempts - 1, 30)) * (0.5 + chance())
  return Math.round(Math.max(delay, Math.min(longestMs * 4, (retryAfterSeconds ?? 0) * 1000)))
}
