import type { Moment } from '../../model/time.ts'
import { latinDigits } from './latin-digits.ts'
import { makeMoment } from './make-moment.ts'
import { spokenMoment } from './spoken-moment.ts'

/**
 * A time as a machine or a person wrote it: ISO 8601 in its many spellings, RFC 2822, numbers of seconds or
 * milliseconds, '30 июня 2025, 15:59', '30.06.2025'. Null when there is no whole day in it. `locale` (BCP 47) decides
 * between day and month where both are numbers, and in which language month names are looked for first. A time that
 * states no zone is taken as UTC, with `zone` null.
 */
export function parseMoment(text: string, locale = 'und'): Moment | null {
  const stated = text.trim().slice(0, 120)
  // Most lines that are asked about hold no number at all.
  if (!digit.test(stated)) return null
  return sensible(isoMoment(stated) ?? epochMoment(stated) ?? spokenMoment(stated, locale))
}

const digit = /\p{Nd}/u
const iso =
  /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2}(?!\d))?)?/i
const compact = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/i

function isoMoment(text: string): Moment | null {
  const found = iso.exec(text)
  if (found !== null) {
    const [, year, month, day, hour, minute, second, fraction, zone] = found
    return makeMoment({ year, month, day, hour, minute, second, fraction, zone })
  }
  const dense = compact.exec(text)
  if (dense === null) return yearFirst(text)
  const [, year, month, day, hour, minute, second, zone] = dense
  return makeMoment({ year, month, day, hour, minute, second, zone })
}

/** '۱۴۰۵/۰۸/۱۲' and '2026. 11. 3.': digits of another script, spaces behind the dots. */
function yearFirst(text: string): Moment | null {
  const [, year, month, day] =
    /(?<!\d)(\d{4})[./-]\s?(\d{1,2})[./-]\s?(\d{1,2})(?!\d)/.exec(latinDigits(text)) ?? []
  return year === undefined ? null : spokenMoment(`${year}年${month}月${day}日${text.slice(10)}`, 'und')
}

function epochMoment(text: string): Moment | null {
  if (!/^\d{10}(\d{3})?$/.test(text)) return null
  return { at: Number(text) * (text.length === 10 ? 1000 : 1), zone: 'Z', precision: 'second' }
}

/** The web is younger than 1990, and nobody publishes from beyond 2100: such dates are mistakes of the page. */
function sensible(found: Moment | null): Moment | null {
  return found !== null && found.at > Date.UTC(1990, 0) && found.at < Date.UTC(2100, 0) ? found : null
}
