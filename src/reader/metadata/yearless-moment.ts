import type { EpochMs, Moment } from '../../model/time.ts'
import { latinDigits } from './latin-digits.ts'
import { spokenMoment } from './spoken-moment.ts'

const dayMs = 86_400_000

/**
 * '24 November, 14:05' with nothing else in the line: of the year in which it is last before `fetchedAt`, a day
 * allowed for zones. Null for anything else.
 */
export function yearlessMoment(text: string, locale: string, fetchedAt: EpochMs): Moment | null {
  const line = latinDigits(text.trim())
  if (line.length > 40 || !/(?<!\d)\d{1,2}(?!\d)/.test(line) || hasOtherWords(line)) return null
  return spokenMoment(line, locale, (month, day) => {
    const thisYear = new Date(fetchedAt + dayMs).getUTCFullYear()
    return Date.UTC(thisYear, month - 1, day) <= fetchedAt + dayMs ? thisYear : thisYear - 1
  })
}

/** Beside the month stands a clock, a weekday, 'at': no more. */
function hasOtherWords(line: string): boolean {
  return (line.match(/[\p{L}\p{M}]+/gu) ?? []).length > 4 || /\d{3}/.test(line)
}
