import type { Moment } from '../../model/time.ts'

/** The digits of a date and a clock as somebody wrote them; `zone` as 'Z', 'UTC', '+03:00', '+3'. */
export interface MomentParts {
  readonly year: string | undefined
  readonly month: string | undefined
  readonly day: string | undefined
  readonly hour?: string | undefined
  readonly minute?: string | undefined
  readonly second?: string | undefined
  readonly fraction?: string | undefined
  readonly zone?: string | undefined
}

/** Null when there is no such day. A clock that cannot be is passed over. A time without a zone is taken as UTC. */
export function makeMoment(parts: MomentParts): Moment | null {
  const { hour, minute, second } = parts
  const [y, m, d] = [Number(parts.year), Number(parts.month), Number(parts.day)]
  if (!(m >= 1 && m <= 12 && d >= 1 && d <= new Date(Date.UTC(y, m, 0)).getUTCDate())) return null
  if (hour === undefined || minute === undefined || Number(hour) > 24 || Number(minute) > 59)
    return { at: Date.UTC(y, m - 1, d), zone: null, precision: 'day' }
  const millis = parts.fraction === undefined ? 0 : Number(`0.${parts.fraction}`) * 1000
  const local = Date.UTC(y, m - 1, d, Number(hour), Number(minute), Number(second ?? 0), Math.floor(millis))
  const zone = standardZone(parts.zone)
  return {
    at: local - offsetMinutes(zone) * 60_000,
    zone,
    precision: second === undefined ? 'minute' : 'second',
  }
}

function standardZone(zone: string | undefined): string | null {
  if (zone === undefined) return null
  if (/^(z|utc|gmt)$/i.test(zone)) return 'Z'
  const [, sign, hours, minutes] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(zone.replace(/[−–]/, '-')) ?? []
  if (sign === undefined || Number(hours) > 14) return null
  return `${sign}${(hours ?? '').padStart(2, '0')}:${minutes ?? '00'}`
}

function offsetMinutes(zone: string | null): number {
  if (zone === null || zone === 'Z') return 0
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6))
  return zone.startsWith('-') ? -minutes : minutes
}
