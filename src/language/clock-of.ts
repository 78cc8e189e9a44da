import { zoneOffset } from '../kit/zone-offset.ts'
import type { EpochMs, Moment } from '../model/time.ts'

/**
 * What the clocks of an article's outlet showed at a moment: 'YYYY-MM-DDTHH:mm±hh:mm', the day alone ('…T00:00…') of a bare
 * day. `zone` is the outlet's (IANA), which counts where the page states no zone of its own, or writes its times in UTC as many systems do.
 */
export function clockOf(moment: Moment, zone: string | null): string {
  const { at, precision } = moment
  const offset = offsetOf(moment, zone)
  const local = new Date(at + offset).toISOString()
  return (precision === 'day' ? `${local.slice(0, 10)}T00:00` : local.slice(0, 16)) + written(offset)
}

function offsetOf({ at, zone: stated, assumedZone, precision }: Moment, zone: string | null): EpochMs {
  if (assumedZone !== undefined) return zoneOffset(at, assumedZone)
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(stated ?? '') ?? []
  const offset =
    sign === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000
  // A bare day is midnight as it was stated: elsewhere it would be another day.
  return offset !== 0 || zone === null || precision === 'day' ? offset : zoneOffset(at, zone)
}

function written(offset: number): string {
  const minutes = Math.round(Math.abs(offset) / 60_000)
  const part = (number: number): string => String(number).padStart(2, '0')
  return `${offset < 0 ? '-' : '+'}${part(Math.floor(minutes / 60))}:${part(minutes % 60)}`
}
