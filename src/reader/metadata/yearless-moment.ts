import type { EpochMs, Moment } from '../../model/time.ts'
import { monthsIn } from '../data/months.ts'
import { parseMoment } from './parse-moment.ts'

const dayMs = 86_400_000
const dayAndMonth = /(?<!\d)\d{1,2}\.?\s+(?:de\s+)?([\p{L}\p{M}]{3,})|([\p{L}\p{M}]{3,})\.?\s+\d{1,2}(?!\d)/u

/**
 * '24 November, 14:05' with nothing else in the line: of the year in which it is last before `fetchedAt`, a day
 * allowed for zones. Null for anything else.
 */
export function yearlessMoment(text: string, language: string, fetchedAt: EpochMs): Moment | null {
  const line = text.trim()
  if (line.length > 40) return null
  const found = dayAndMonth.exec(line)
  const month = (found?.[1] ?? found?.[2] ?? '').toLowerCase()
  if (found === null || !monthsIn(language).has(month) || hasOtherWords(line.replace(found[0], '')))
    return null
  const thisYear = new Date(fetchedAt).getUTCFullYear()
  for (const year of [thisYear + 1, thisYear, thisYear - 1]) {
    const moment = parseMoment(line.replace(found[0], `${found[0]} ${year}`), language)
    if (moment !== null && moment.at <= fetchedAt + dayMs) return moment
  }
  return null
}

/** Around it stands a clock, a weekday, 'at': no more. */
function hasOtherWords(rest: string): boolean {
  return (rest.match(/[\p{L}\p{M}]+/gu) ?? []).length > 2 || /\d{3}/.test(rest)
}
