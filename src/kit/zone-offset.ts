import type { EpochMs } from '../model/time.ts'

/** How far the clocks of an IANA zone are ahead of UTC at a moment, in ms. */
export function zoneOffset(at: EpochMs, zone: string): number {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0
  const local = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  )
  return local - Math.floor(at / 1000) * 1000
}

/**
 * The moment at which the clocks of a zone show what `clock` is in UTC. The offset is looked up twice, since it may change
 * between the two.
 */
export function whenClocksShow(clock: EpochMs, zone: string): EpochMs {
  const near = clock - zoneOffset(clock, zone)
  return clock - zoneOffset(near, zone)
}

export function isZone(name: string): boolean {
  try {
    formatOf(name)
    return true
  } catch {
    return false
  }
}

/** Making one takes some 50 µs. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formats.set(timeZone, made)
  return made
}
