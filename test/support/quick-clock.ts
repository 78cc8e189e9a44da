import type { Clock } from '../../src/kit/clock.ts'
import type { FetcherOptions } from '../../src/wire/fetcher.ts'

/** Times in the world of a kill run pass this much faster, so that nobody waits half a minute for a host's pardon. */
const haste = 20

/** A clock that several processes share by its origin. */
export function quickClock(origin = `${Date.now()} 0`): {
  readonly clock: Clock
  readonly origin: string
  skip(ms: number): void
} {
  const [began = 0, ahead = 0] = origin.split(' ').map(Number)
  let skipped = ahead
  return {
    clock: () => began + skipped + (Date.now() - began) * haste,
    get origin() {
      return `${began} ${skipped}`
    },
    skip(ms) {
      skipped += ms
    },
  }
}

export function demoFetcher(clock: Clock): Omit<FetcherOptions, 'hosts'> {
  return {
    clock,
    chance: Math.random,
    userAgent: 'WiredeskTest/1.0',
    allowAddresses: ['*.localhost'],
    proxy: null,
    hostGapSeconds: 0,
  }
}
