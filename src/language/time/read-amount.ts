import { cardinalAt, hasRole } from './read-number.ts'
import type { TimeItem } from './time-items.ts'
import { pointOf, type TimeSense } from './time-sense.ts'
import { type Amount, inWholeUnits } from './timex-value.ts'

export interface SenseAt {
  readonly sense: TimeSense
  readonly next: number
  readonly isWeak: boolean
}

/** "3 days ago", «через неделю», «спустя 30 лет», "two years later", "five years": how long, or that far from now. */
export function amountAt(items: readonly TimeItem[], at: number): SenseAt | null {
  const item = items[at]
  const isIn = hasRole(item, 'in')
  const isAfter = hasRole(item, 'after')
  const isDuring = hasRole(item, 'during')
  const isWithin = hasRole(item, 'within') || isDuring
  const isAgo = hasRole(item, 'agoBefore')
  const isLed = isIn || isAfter || isAgo
  const from = isLed || isWithin ? overWords(items, at + 1) : overWords(items, at)
  const found = amountsAt(items, from)
  if (found === null) return null
  const { amounts, next } = found
  const isBefore = hasRole(items[next + 1], 'earlier') || hasRole(items[next + 1], 'ago')
  const isHyphened = isBefore && /^[-‑]$/.test(items[next]?.text ?? '')
  if (isHyphened && !found.isCounted) return shift(amounts, -1, 'told', next + 2)
  if (isAgo) return shift(amounts, -1, 'now', next)
  const tail = items[next]
  if (hasRole(tail, 'ago') && !isLed) {
    const end = hasRole(items[next + 1], 'ago') ? next + 2 : next + 1
    return shift(amounts, -1, 'now', end)
  }
  if (hasRole(tail, 'hence') && !isLed) return shift(amounts, 1, 'now', next + 1)
  if (!isLed && tail?.time?.reference === undefined && (hasRole(tail, 'later') || hasRole(tail, 'earlier')))
    return shift(amounts, hasRole(tail, 'later') ? 1 : -1, 'told', next + 1)
  if (!isLed && hasRole(tail, 'earlier')) return shift(amounts, -1, 'told', next + 1)
  if (!isLed && hasRole(tail, 'later')) return shift(amounts, 1, 'told', next + 1)
  if (isIn && !isWithin) return shift(amounts, 1, 'now', next)
  if (isIn && found.isCounted) return shift(amounts, 1, 'now', next)
  if (isDuring && !found.isCounted)
    return {
      sense: { is: 'duration', amounts: amounts.map(howMany(items[next - 1])), which: null },
      next,
      isWeak: false,
    }
  if (!found.isCounted || isYear(amounts[0]) || isAge(items, isLed ? at : from, next)) return null
  return { sense: { is: 'duration', amounts, which: null }, next, isWeak: found.isWeak }
}

function shift(amounts: readonly Amount[], sign: 1 | -1, from: 'now' | 'told', next: number): SenseAt {
  const isVague = amounts.some(({ count }) => Number.isNaN(count))
  const sense: TimeSense = isVague
    ? { is: 'reference', value: sign < 0 ? 'PAST_REF' : 'FUTURE_REF' }
    : pointOf({ is: 'shift', amounts: amounts.flatMap(inWholeUnits), sign, from })
  return { sense, next, isWeak: false }
}

interface Amounts {
  readonly amounts: readonly Amount[]
  readonly next: number
  /** A number says how many: "week" alone is one only with ago or in. */
  readonly isCounted: boolean
  readonly isWeak: boolean
}

/** "2 hours and 21 minutes", «год», «полчаса», "two-week". */
export function amountsAt(items: readonly TimeItem[], at: number): Amounts | null {
  const written = items[at]?.time?.duration
  if (written !== undefined)
    return { amounts: amountsOf(written), next: at + 1, isCounted: true, isWeak: false }
  const first = amountAtOnce(items, at)
  if (first === null) return null
  if (!first.isCounted) {
    // «час и 2 минуты» does not occur; one bare unit is one.
    return { amounts: [first.amount], next: first.next, isCounted: false, isWeak: true }
  }
  const amounts = [first.amount]
  let { next } = first
  for (;;) {
    const link = items[next]
    const from = link?.text === ',' || hasRole(link, 'and') ? next + 1 : next
    const more = amountAtOnce(items, from)
    if (more === null || !more.isCounted || !isSmaller(more.amount, amounts.at(-1))) break
    amounts.push(more.amount)
    next = more.next
  }
  return { amounts, next, isCounted: true, isWeak: first.isWeak && amounts.length === 1 }
}

function amountAtOnce(
  items: readonly TimeItem[],
  at: number,
): {
  readonly amount: Amount
  readonly next: number
  readonly isCounted: boolean
  readonly isWeak: boolean
} | null {
  const number = cardinalAt(items, at)
  const from = number?.next ?? at
  const unitAt =
    number !== null && items[from]?.isGlued && /^[-‑]$/.test(items[from]?.text ?? '')
      ? from + 1
      : hasRole(items[from], 'more')
        ? from + 1
        : from
  const item = items[unitAt]
  const unit = item?.time?.unit
  if (unit === undefined || item === undefined) return null
  const isShort =
    item.text.length <= 4 &&
    items[unitAt + 1]?.text === '.' &&
    items[unitAt + 1]?.isGlued === true &&
    item.time?.isWeak === true &&
    /^[\p{Ll}\p{N}]/u.test(items[unitAt + 2]?.text ?? '')
  return {
    amount: { unit, count: number?.value ?? 1 },
    next: isShort ? unitAt + 2 : unitAt + 1,
    isCounted: number !== null,
    isWeak:
      (item.text.length <= 2 && !isShort) ||
      (isOneLetter.test(items[at]?.word ?? '') && item.time?.ordinal !== undefined) ||
      (isOneLetter.test(items[at]?.word ?? '') && unit === 'quarter'),
  }
}

/** The article counts one, but "a second" and "a quarter" may be of anything. */
const isOneLetter = /^an?$/

const fineness = [
  'century',
  'decade',
  'year',
  'half-year',
  'quarter',
  'month',
  'week',
  'weekend',
  'day',
  'hour',
  'minute',
  'second',
]

function isSmaller(next: Amount, last: Amount | undefined): boolean {
  return last !== undefined && fineness.indexOf(next.unit) > fineness.indexOf(last.unit)
}

/** 'P6M', 'PT30M', 'P1D'. */
function amountsOf(written: string): readonly Amount[] {
  const [, clock, count, letter] = /^P(T?)(\d+)([A-Z])$/.exec(written) ?? []
  const unit = letter === 'M' && clock !== 'T' ? 'month' : unitsByLetter[letter ?? '']
  return [{ unit: unit ?? 'day', count: Number(count) }]
}

const unitsByLetter: Readonly<Record<string, Amount['unit']>> = {
  D: 'day',
  H: 'hour',
  M: 'minute',
  S: 'second',
  W: 'week',
  Y: 'year',
}

/** «В течение недели» is one, «в течение десятилетий» some. */
function howMany(word: TimeItem | undefined): (amount: Amount) => Amount {
  const isMany = /(?:ий|ев|ов|ей|лет|недель|ть|днів|років)$/.test(word?.word ?? '')
  return (amount) => (isMany ? { ...amount, count: Number.NaN } : amount)
}

/** «2022 года» is a year, not so many of them. */
function isYear(amount: Amount | undefined): boolean {
  return amount?.unit === 'year' && amount.count >= 1000 && amount.count <= 2200
}

/** "30 years old", «в возрасте 30 лет», «в 30 лет»: how old somebody is. */
function isAge(items: readonly TimeItem[], at: number, next: number): boolean {
  const tail = items[/^[-‑]$/.test(items[next]?.text ?? '') ? next + 1 : next]
  if (hasRole(tail, 'age')) return true
  return (
    hasRole(items[at - 1], 'age') ||
    hasRole(items[at - 2], 'age') ||
    (hasRole(items[at - 1], 'ageBefore') && items[next - 1]?.time?.unit === 'year')
  )
}

/** Past "about", "almost", "more than". */
function overWords(items: readonly TimeItem[], at: number): number {
  let from = at
  while (from < at + 2 && hasRole(items[from], 'approximately')) from += 1
  return from
}
