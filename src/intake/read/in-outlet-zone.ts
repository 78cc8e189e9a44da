import { whenClocksShow } from '../../kit/zone-offset.ts'
import type { Moment } from '../../model/time.ts'

/** A time of day that was stated without a zone, as the outlet's clocks tell it. Bare days and stated zones stay. */
export function inOutletZone(moment: Moment | null, zone: string | null): Moment | null {
  if (moment === null || zone === null || moment.zone !== null || moment.precision === 'day') return moment
  return { ...moment, at: whenClocksShow(moment.at, zone), assumedZone: zone }
}
