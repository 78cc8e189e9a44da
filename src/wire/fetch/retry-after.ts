import type { EpochMs } from '../../model/time.ts'

/** Reads Retry-After (RFC 9110 §10.2.3), seconds or a date, as seconds from now; never negative; null when unreadable. */
export function parseRetryAfter(value: string | undefined, now: EpochMs): number | null {
  if (value === undefined) return null
  const text = value.trim()
  if (/^\d{1,10}$/.test(text)) return Number(text)
  // Date.parse takes far more than HTTP dates: a bare number or an ISO day would be a guess.
  const at = /^[A-Za-z]{3,9},? /.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - now) / 1000))
}
