import type { EpochMs } from '../model/time.ts'

/** `2026-11-24 18:05` by the clocks of the newsroom's zone. */
export function localTime(at: EpochMs, zone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: zone }).format(
    at,
  )
}
