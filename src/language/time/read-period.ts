import type { TimeUnit } from '../data/time-words.ts'
import { amountsAt, type SenseAt } from './read-amount.ts'
import { cardinalAt, hasRole, ordinalAt, yearAt } from './read-number.ts'
import type { TimeItem } from './time-items.ts'
import { calendarOf, type DateSense, type PointSense, pointOf } from './time-sense.ts'

/** What is told by which it is: "last week", «прошлой весной», "this morning", "the past three months", "next May". */
export function whichAt(items: readonly TimeItem[], at: number): SenseAt | null {
  const item = items[at]
  const second = items[at + 1]
  // "this past spring": the second tells more.
  const isDouble = item?.time?.which === 0 && second?.time?.which !== undefined
  const which = (isDouble ? second : item)?.time?.which
  if (which === undefined) return null
  const from = isDouble ? at + 2 : at + 1
  const noun = items[hasRole(items[from], 'fiscal') ? from + 1 : from]
  const nounAt = hasRole(items[from], 'fiscal') ? from + 1 : from
  const counted = cardinalAt(items, from)
  if (counted !== null && which !== 0) {
    const amounts = amountsAt(items, from)
    if (amounts?.isCounted)
      return { sense: { is: 'duration', amounts: amounts.amounts, which }, next: amounts.next, isWeak: false }
  }
  const date = namedByWhich(noun, which)
  if (date !== null && !(item?.time?.ordinal === -1 && isNth(date) && isOfLonger(items, nounAt + 1))) {
    const sense = isSome(item, noun, which) ?? pointOf(date)
    return { sense, next: nounAt + 1, isWeak: false }
  }
  const part = noun?.time?.part ?? noun?.time?.partAdverb
  if (part !== undefined && noun?.time?.day === undefined) {
    const isLast = which === -1
    const by = isLast && part === 'NI' ? -1 : which === 0 ? 0 : which
    return { sense: pointOf({ is: 'period', unit: 'day', by }, { part }), next: nounAt + 1, isWeak: false }
  }
  return null
}

function namedByWhich(noun: TimeItem | undefined, which: number): DateSense | null {
  const time = noun?.time
  if (time == null) return null
  if (time.unit !== undefined && noun !== undefined && noun.text.length > 1)
    return { is: 'period', unit: time.unit, by: which }
  if (time.weekday !== undefined) return { is: 'weekday', weekday: time.weekday, which }
  if (time.month !== undefined && (time.isWeak !== true || /^\p{Lu}/u.test(noun?.text ?? '')))
    return calendarOf(null, time.month, null, which)
  const season = time.season ?? time.seasonAdverb
  if (season !== undefined) return { is: 'season', season, which }
  if (time.holiday !== undefined) return { is: 'holiday', rule: time.holiday, which }
  return null
}

/** What may be the last of something longer. */
function isNth(date: DateSense): boolean {
  return date.is === 'weekday' || (date.is === 'period' && (date.unit === 'day' || date.unit === 'week'))
}

/** "recent years", «в последние дни»: some of them, up to now. */
function isSome(
  item: TimeItem | undefined,
  noun: TimeItem | undefined,
  which: number,
): PointSense | { readonly is: 'reference'; readonly value: string } | null {
  const isMany =
    (/^(?:recent|past|coming)$/.test(item?.word ?? '') && /s$/.test(noun?.word ?? '')) ||
    (which !== 0 &&
      noun?.time?.unit !== 'weekend' &&
      /(?:ие|их|ими|ні|ніх|німи|лі|лих|чі|чих)$/.test(item?.word ?? ''))
  return isMany && noun?.time?.unit !== undefined
    ? { is: 'reference', value: which < 0 ? 'PAST_REF' : 'FUTURE_REF' }
    : null
}

/** «последние три месяца», «за последний год», "the last day of October", "third quarter", "first Tuesday", «XX век», «в 90-е годы». */
export function numberedAt(items: readonly TimeItem[], at: number): SenseAt | null {
  const century = romanCentury(items, at)
  if (century !== null) return century
  const decade = decadeAt(items, at)
  if (decade !== null) return decade
  const ordinal = ordinalAt(items, at)
  if (ordinal === null) return null
  if (ordinal.value === -1) {
    const lasting = lastAmount(items, ordinal.next)
    if (lasting !== null) return lasting
  }
  const fiscal = hasRole(items[ordinal.next], 'fiscal') ? ordinal.next + 1 : ordinal.next
  const from = items[fiscal]?.text === '-' ? fiscal + 1 : fiscal
  const noun = items[from]
  const unit = noun?.time?.unit
  const next = from + 1
  if (unit === 'quarter' && ordinal.value >= 1 && ordinal.value <= 4)
    return { sense: pointOf({ is: 'numbered', unit, number: ordinal.value }), next, isWeak: false }
  if ((unit === 'half-year' || hasRole(noun, 'half')) && ordinal.value >= 1 && ordinal.value <= 2)
    return {
      sense: pointOf({ is: 'numbered', unit: 'half-year', number: ordinal.value }),
      next,
      isWeak: false,
    }
  if (unit === 'century' && ordinal.value >= 1 && ordinal.value <= 30)
    return { sense: pointOf({ is: 'century', year: (ordinal.value - 1) * 100 }), next, isWeak: false }
  if (noun?.time?.weekday !== undefined || unit === 'day' || unit === 'week' || unit === 'weekend') {
    const weekday = noun?.time?.weekday ?? null
    const sense = pointOf({
      is: 'nth',
      number: ordinal.value,
      unit: unit === 'week' || unit === 'weekend' ? unit : 'day',
      weekday,
    })
    return { sense, next, isWeak: true }
  }
  return null
}

/** «последние два года» and «последний месяц» tell how long; of "last" its own reading tells more. */
function lastAmount(items: readonly TimeItem[], at: number): SenseAt | null {
  if (items[at - 1]?.time?.which !== undefined) return null
  const amounts = amountsAt(items, at)
  if (amounts === null || (!amounts.isCounted && isOfLonger(items, amounts.next))) return null
  if (/(?:ие|их|ими|ні|ніх|німи)$/.test(items[at - 1]?.word ?? '') && !amounts.isCounted)
    return { sense: { is: 'reference', value: 'PAST_REF' }, next: amounts.next, isWeak: false }
  return {
    sense: { is: 'duration', amounts: amounts.amounts, which: -1 },
    next: amounts.next,
    isWeak: !amounts.isCounted && !hasRole(items[at - 2], 'within') && !hasRole(items[at - 2], 'link'),
  }
}

/** "the last day of October", «в последнюю неделю 2018 года». */
function isOfLonger(items: readonly TimeItem[], at: number): boolean {
  const noun = items[hasRole(items[at], 'link') || hasRole(items[at], 'of') ? at + 1 : at]
  return noun?.time?.month !== undefined || noun?.time?.which !== undefined || noun?.number != null
}

const roman = /^[IVXІХ]{1,5}$/

/** «XX век», "XIX–XX": the letters may be Cyrillic ones that look the same. */
function romanCentury(items: readonly TimeItem[], at: number): SenseAt | null {
  const item = items[at]
  if (item === undefined || !roman.test(item.text)) return null
  const next = items[at + 1]
  if (next?.time?.unit !== 'century') return null
  const number = romanNumber(item.text.replaceAll('І', 'I').replaceAll('Х', 'X'))
  return number >= 1 && number <= 30
    ? { sense: pointOf({ is: 'century', year: (number - 1) * 100 }), next: at + 2, isWeak: false }
    : null
}

function romanNumber(letters: string): number {
  const values = [...letters].map((letter) => ({ I: 1, V: 5, X: 10 })[letter] ?? 0)
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0)
}

/** "1980s", "the '90s", «90-е годы», «девяностые годы», "the nineties". */
function decadeAt(items: readonly TimeItem[], at: number): SenseAt | null {
  const item = items[at]
  if (item === undefined) return null
  const tens = item.time?.tens
  if (tens !== undefined) return decadeOf(1900 + tens, at + 1)
  if (item.number !== null && item.number % 10 === 0 && item.number >= 10) {
    if (item.text.length === 4 && hasRole(items[at + 1], 'decadeWord')) return decadeOf(item.number, at + 2)
    const dash = /^[-‑]$/.test(items[at + 1]?.text ?? '') ? at + 2 : at + 1
    const ending = items[dash]
    if (ending === undefined || !ending.isGlued || !hasRole(ending, 'decadeEnding')) return null
    const hasYears = items[dash + 1]?.time?.unit === 'year'
    if (item.text.length === 4) return decadeOf(item.number, hasYears ? dash + 2 : dash + 1)
    const isShort =
      item.text.length === 2 &&
      (hasYears || /^['’]$/.test(items[at - 1]?.text ?? '') || isDecadeIn(items, at))
    return isShort
      ? decadeOf(item.number + (item.number < 30 ? 2000 : 1900), hasYears ? dash + 2 : dash + 1)
      : null
  }
  const ordinal = item.time?.ordinal ?? 0
  const isDecade = ordinal >= 20 && ordinal % 10 === 0 && /(?:ые|ых|і|их)$/.test(item.word)
  return isDecade && items[at + 1]?.time?.unit === 'year' ? decadeOf(1900 + ordinal, at + 2) : null
}

/** «в 90-х», but not «в 20-х числах». */
function isDecadeIn(items: readonly TimeItem[], at: number): boolean {
  return (items[at]?.number ?? 0) >= 30 && hasRole(items[at - 1], 'link') && hasRole(items[at - 1], 'at')
}

function decadeOf(year: number, next: number): SenseAt {
  return { sense: pointOf({ is: 'decade', year }), next, isWeak: false }
}

/** "every Monday", "each month", "every two years", «каждый день». */
export function everyAt(items: readonly TimeItem[], at: number): SenseAt | null {
  const alone = items[at]?.time
  if (alone?.set !== undefined)
    return {
      sense: { is: 'set', value: alone.set, unit: unitOfValue(alone.set) },
      next: at + 1,
      isWeak: false,
    }
  if (alone?.everyWeekday !== undefined)
    return { sense: weekly(alone.everyWeekday), next: at + 1, isWeak: false }
  if (!hasRole(items[at], 'every')) return null
  const weekday = items[at + 1]?.time?.weekday
  if (weekday !== undefined) return { sense: weekly(weekday), next: at + 2, isWeak: false }
  const amounts = amountsAt(items, at + 1)
  const first = amounts?.amounts[0]
  if (amounts == null || first === undefined || Number.isNaN(first.count)) return null
  const letter = {
    second: 'TS',
    minute: 'TM',
    hour: 'TH',
    day: 'D',
    week: 'W',
    weekend: 'W',
    month: 'M',
    quarter: 'Q',
    'half-year': 'M',
    year: 'Y',
    decade: 'Y',
    century: 'Y',
  }[first.unit]
  const value = `P${letter.length > 1 ? 'T' : ''}${first.count}${letter.slice(-1)}`
  return { sense: { is: 'set', value, unit: first.unit }, next: amounts.next, isWeak: false }
}

function weekly(weekday: number): { readonly is: 'set'; readonly value: string; readonly unit: 'day' } {
  return { is: 'set', value: `XXXX-WXX-${weekday}`, unit: 'day' }
}

function unitOfValue(value: string): TimeUnit {
  const units: Readonly<Record<string, TimeUnit>> = {
    P1D: 'day',
    P1W: 'week',
    P1M: 'month',
    P3M: 'quarter',
    P1Y: 'year',
    PT1H: 'hour',
  }
  return units[value] ?? 'day'
}

/** A year alone, where its word or what stands before it says that it is one; "1939–1945". */
export function bareYearAt(items: readonly TimeItem[], at: number, isEnglish: boolean): SenseAt | null {
  const year = yearAt(items, at)
  if (year === null) return null
  const before = items[at - 1]
  const after = items[year.next]
  const dash = /^[–—-]$/.test(after?.text ?? '') ? yearAt(items, year.next + 1) : null
  if (dash !== null && dash.value > year.value)
    return {
      sense: pointOf(calendarOf(year.value, null, null), { to: calendarOf(dash.value, null, null) }),
      next: dash.next,
      isWeak: false,
    }
  const isBracketed = before?.text === '(' && after?.text === ')'
  const isSure = year.isNamed || isOneOfYears(items, year.next, 4) || isBracketed || isYearWord(before)
  const isFigures = items[at]?.number !== null
  const isCounted =
    /^[$€£₽#№%°+]$/.test(before?.text ?? '') ||
    /^[%°$€£₽]$/.test(after?.text ?? '') ||
    after?.time?.unit !== undefined
  const isLed =
    hasRole(before, 'yearBefore') &&
    (!isNoun(after) || (isEnglish && year.value >= 1800)) &&
    year.value >= 1000
  const isLikely = isEnglish && year.value >= 1900 && year.value <= 2040 && before?.isGlued !== true
  const isWeak = !isSure && !(isFigures ? !isCounted && (isLed || isLikely) : isEnglish && isLed)
  return { sense: pointOf(calendarOf(year.value, null, null)), next: year.next, isWeak }
}

/** «в 2015, 2014 и 2013 годах», "from 2001 to 2004". */
function isOneOfYears(items: readonly TimeItem[], next: number, most: number): boolean {
  const link = items[next]
  if (link?.text !== ',' && !hasRole(link, 'and') && !hasRole(link, 'to')) return false
  const more = yearAt(items, next + 1)
  return more !== null && (more.isNamed || (most > 1 && isOneOfYears(items, more.next, most - 1)))
}

/** What may be counted: «до 2000 человек». */
function isNoun(item: TimeItem | undefined): boolean {
  return item !== undefined && /^\p{Ll}/u.test(item.text) && item.time === null
}

/** «год 2000», "year 2000". */
function isYearWord(item: TimeItem | undefined): boolean {
  return item?.time?.unit === 'year' && item.text.length > 2
}
