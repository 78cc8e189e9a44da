import type { Moment } from '../../model/time.ts'
import type { View } from '../../web/view.ts'

/** A stated time in the reader's zone, as exact as it was stated. */
export function momentText(moment: Moment, { times, now }: View): string {
  return moment.precision === 'day' ? times.day(moment.at, now) : times.full(moment.at)
}
