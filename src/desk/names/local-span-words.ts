import type { Locale } from '../../web/i18n/locale.ts'

const dayMs = 86_400_000

/**
 * “28 February 2023”, “1–3 March 2023”, “1 March 2023, 18:30”: a span of local time without a zone, as TimeExpression has
 * it; `until` is the first moment after. The text as it is where it is no time.
 */
export function localSpanWords(from: string, until: string | null, locale: Locale): string {
  const start = Date.parse(`${from}Z`)
  const end = until === null ? start + dayMs : Date.parse(`${until}Z`)
  if (Number.isNaN(start) || Number.isNaN(end)) return from
  const language = locale === 'en' ? 'en-GB' : locale
  const isShort = end - start < dayMs
  const format = new Intl.DateTimeFormat(language, {
    timeZone: 'UTC',
    dateStyle: 'long',
    ...(isShort ? { timeStyle: 'short', hourCycle: 'h23' } : {}),
  })
  return isShort || end - start === dayMs ? format.format(start) : format.formatRange(start, end - 1)
}
