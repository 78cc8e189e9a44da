import type { EpochMs } from '../../model/time.ts'

export interface SignInLimit {
  /** Seconds to wait before another attempt, or 0 when one may be made now. */
  waitSeconds(attempt: Attempt, now: EpochMs): number
  failed(attempt: Attempt, now: EpochMs): void
  /** Takes back the last failure, which was none, and forgets those of this name from this address. */
  succeeded(attempt: Attempt): void
}

export interface Attempt {
  readonly name: string
  /** The network address that it came from. */
  readonly from: string
}

const windowMs = 15 * 60_000
/** A name alone gets a generous limit, so that a stranger cannot easily lock its owner out. */
const allowed = { pair: 5, from: 20, name: 100 }
const mostKeys = 20_000

/**
 * Counts failed sign-ins over a quarter of an hour: by name and address together, by address, and by name.
 * Kept in memory and bounded: the longest quiet are forgotten first.
 */
export function createSignInLimit(): SignInLimit {
  const failures = new Map<string, readonly EpochMs[]>()

  const recent = (key: string, now: EpochMs): readonly EpochMs[] =>
    (failures.get(key) ?? []).filter((at) => at > now - windowMs)

  return {
    waitSeconds(attempt, now) {
      const waits = keysOf(attempt).map(({ key, most }) => {
        const times = recent(key, now)
        const freeAt = times.length < most ? now : (times[times.length - most] ?? now) + windowMs
        return Math.ceil((freeAt - now) / 1000)
      })
      return Math.max(0, ...waits)
    },
    failed(attempt, now) {
      for (const { key, most } of keysOf(attempt)) {
        const times = [...recent(key, now), now].slice(-most)
        failures.delete(key)
        failures.set(key, times)
      }
      for (const key of failures.keys()) {
        if (failures.size <= mostKeys) break
        failures.delete(key)
      }
    },
    succeeded(attempt) {
      const [pair, ...wider] = keysOf(attempt)
      failures.delete(pair?.key ?? '')
      for (const { key } of wider) failures.set(key, (failures.get(key) ?? []).slice(0, -1))
    },
  }
}

function keysOf({ name, from }: Attempt): readonly { readonly key: string; readonly most: number }[] {
  const who = name.trim().toLowerCase().slice(0, 100)
  return [
    { key: `pair ${who} ${from}`, most: allowed.pair },
    { key: `from ${from}`, most: allowed.from },
    { key: `name ${who}`, most: allowed.name },
  ]
}
