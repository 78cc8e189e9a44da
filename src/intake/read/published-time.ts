import type { EpochMs, Moment } from '../../model/time.ts'

const minuteMs = 60_000
/** The widest two clocks on Earth differ: UTC−12 and UTC+14. */
const widestZoneMs = 14 * 3_600_000
const skewMs = 5 * minuteMs
const quarterHourMs = 15 * minuteMs
/** Before there were pages. */
const earliest = Date.UTC(1990, 0)

/**
 * When an article says it was published, put right from what its source says. The source's time stands in where the
 * page states none, or one that cannot be; it also tells the zone of a time that was stated without one, and the hour
 * of a bare day. A time that still lies ahead of `seenAt` is `seenAt`, or null when no zone explains it.
 */
export function publishedTime(
  stated: Moment | null,
  listedAt: EpochMs | null,
  seenAt: EpochMs,
): Moment | null {
  const listed: Moment | null =
    listedAt !== null && isPossible(listedAt, seenAt)
      ? { at: listedAt, zone: null, precision: 'second' }
      : null
  if (stated === null || stated.at < earliest) return listed
  if (listed !== null && tellsMore(listed, stated)) return listed
  if (stated.at <= seenAt) return stated
  if (listed !== null) return listed
  return stated.at <= seenAt + widestZoneMs ? { ...stated, at: seenAt } : null
}

function isPossible(at: EpochMs, seenAt: EpochMs): boolean {
  return at >= earliest && at <= seenAt + skewMs
}

function tellsMore(listed: Moment, stated: Moment): boolean {
  const apart = listed.at - stated.at
  if (stated.precision === 'day') return apart > -widestZoneMs && apart < 24 * 60 * minuteMs
  if (stated.zone !== null || apart === 0 || Math.abs(apart) > widestZoneMs) return false
  // Within a minute of a whole quarter of an hour: the same time, told in another zone.
  const beside = Math.abs(apart) % quarterHourMs
  return Math.abs(apart) > quarterHourMs - minuteMs && Math.min(beside, quarterHourMs - beside) <= minuteMs
}
