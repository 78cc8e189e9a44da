import type { EpochMs, Moment } from '../../model/time.ts'
import { dayWordsIn, foldWords } from '../data/day-words.ts'
import { clockIn } from './clock-in.ts'
import { latinDigits } from './latin-digits.ts'
import { makeMoment } from './make-moment.ts'

const unitMs = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const
/** How far ahead of UTC a clock on Earth can be. */
const furthestZoneMs = 14 * unitMs.hour

/**
 * 'Today, 12:30', «Вчера в 18:20», 'vor 3 Stunden' in a line of its own, told from when the page was fetched. The clock
 * is of an unknown zone, so that it is taken as UTC; a day is the latest on which it is no later than any zone allows.
 */
export function relativeMoment(text: string, locale: string, fetchedAt: EpochMs): Moment | null {
  const line = latinDigits(text.trim())
  if (line === '' || line.length > 40) return null
  const words = dayWordsIn(locale.split('-')[0] ?? 'und')
  const span = words.get(foldWords(line))
  if (span !== undefined && (span.count === null || span.unit !== 'day'))
    return ago(span.unit, span.count ?? firstNumber(line), fetchedAt)
  const clock = clockIn(line)
  const day = words.get(
    foldWords(clock === null ? line : line.replace(/\d{1,2}[:.]\d{2}.*$/, '')).replace(joining, ''),
  )
  if (day?.unit !== 'day' || day.count === null) return null
  return onDay(new Date(fetchedAt - day.count * unitMs.day), clock, fetchedAt)
}

/** What joins a day and a clock: 'at', 'um', 'в', 'à'. */
const joining =
  / (?:at|um|à|a las|alle|alle ore|às|om|o|v|ob|u|la|kl|klo|kell|в|о|у|во|saat|pukul|jam|сағат)$/u

function ago(unit: keyof typeof unitMs, count: number, fetchedAt: EpochMs): Moment {
  const at = fetchedAt - count * unitMs[unit]
  return unit === 'day'
    ? { at: Math.floor(at / unitMs.day) * unitMs.day, zone: null, precision: 'day' }
    : { at: Math.floor(at / unitMs.minute) * unitMs.minute, zone: 'Z', precision: 'minute' }
}

function firstNumber(line: string): number {
  return Number(/\d+/.exec(line)?.[0] ?? 1)
}

function onDay(day: Date, clock: ReturnType<typeof clockIn>, fetchedAt: EpochMs): Moment | null {
  const found = makeMoment({
    year: String(day.getUTCFullYear()),
    month: String(day.getUTCMonth() + 1),
    day: String(day.getUTCDate()),
    ...clock,
  })
  return found !== null && found.at > fetchedAt + furthestZoneMs
    ? { ...found, at: found.at - unitMs.day }
    : found
}
