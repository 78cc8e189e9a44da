import type { TimeItem } from './time-items.ts'

/** A number and the item after it. */
export interface NumberAt {
  /** NaN: some. */
  readonly value: number
  readonly next: number
}

/** Whether an item plays a role that the language's words give it. */
export function hasRole(item: TimeItem | undefined, role: string): boolean {
  return item?.time?.roles.has(role) ?? false
}

/** "3", "2,5", «двадцать пять», "several". */
export function cardinalAt(items: readonly TimeItem[], at: number): NumberAt | null {
  const item = items[at]
  if (item === undefined) return null
  if (item.number !== null) return { value: item.number, next: at + 1 }
  if (fraction.test(item.text)) return { value: Number(item.text.replace(',', '.')), next: at + 1 }
  let value: number | null = null
  let next = at
  for (;;) {
    const word = items[next]?.time?.cardinal
    const sum: number | null = word === undefined ? null : joined(value, word)
    if (sum === null) break
    value = sum
    next += 1
    if (items[next]?.word === '-' && items[next + 1]?.time?.cardinal !== undefined) next += 1
  }
  return value === null ? null : { value, next }
}

const fraction = /^\d{1,4}[.,]\d{1,2}$/

/** The number that a word goes on to, or null where it begins another: twenty + five, five + hundred. */
function joined(value: number | null, word: number): number | null {
  if (value === null) return word
  if (Number.isNaN(value) || Number.isNaN(word) || !Number.isInteger(word)) return null
  if (word === 100) return value < 10 ? value * 100 : null
  if (word === 1000) return value < 1000 ? value * 1000 : null
  const room =
    value % 1000 === 0 ? 1000 : value % 100 === 0 ? 100 : value % 10 === 0 && value % 100 >= 20 ? 10 : 0
  return word < room ? value + word : null
}

/** "31st", «18-го», «двадцать первое», "twenty-first", "third"; the last is -1. */
export function ordinalAt(items: readonly TimeItem[], at: number): NumberAt | null {
  const item = items[at]
  if (item === undefined) return null
  if (item.number !== null) {
    const dash = items[at + 1]?.word === '-' ? at + 2 : at + 1
    const ending = items[dash]
    return ending?.isGlued && hasRole(ending, 'ordinalEnding') ? { value: item.number, next: dash + 1 } : null
  }
  if (item.time?.ordinal !== undefined) return { value: item.time.ordinal, next: at + 1 }
  const tens = item.time?.cardinal ?? 0
  if (tens < 20 || tens > 90) return null
  const unit = items[at + 1]?.word === '-' ? at + 2 : at + 1
  const ordinal = items[unit]?.time?.ordinal ?? 0
  return ordinal > 0 && ordinal < 10 ? { value: tens + ordinal, next: unit + 1 } : null
}

/** A year of four digits with the word for it where one follows («2022 года», «2022 г.»). */
export function yearAt(
  items: readonly TimeItem[],
  at: number,
): (NumberAt & { readonly isNamed: boolean }) | null {
  const item = items[at]
  const spoken = item?.number === null ? spokenYearAt(items, at) : null
  if (spoken !== null) return { ...spoken, isNamed: false }
  const value = item?.number ?? null
  if (value === null || item?.text.length !== 4 || value < 1000 || value > 2200) return null
  const dash = items[at + 1]
  const ending = items[at + 2]
  if (dash !== undefined && /^[-‑]$/.test(dash.text) && dash.isGlued && ending?.isGlued) {
    if (hasRole(ending, 'decadeEnding')) return null
    if (hasRole(ending, 'ordinalEnding'))
      return { value, next: withYearWord(items, at + 3).next, isNamed: true }
  }
  if (dash?.isGlued && hasRole(dash, 'decadeEnding')) return null
  return { value, ...withYearWord(items, at + 1) }
}

/** The item after the word for a year, where it stands there. */
export function withYearWord(
  items: readonly TimeItem[],
  at: number,
): { readonly next: number; readonly isNamed: boolean } {
  const word = items[at]
  if (word?.time?.unit !== 'year') return { next: at, isNamed: false }
  const dot = items[at + 1]
  return { next: word.text.length <= 2 && dot?.text === '.' && dot.isGlued ? at + 2 : at + 1, isNamed: true }
}

/** "nineteen ninety-four", "two thousand ten". */
function spokenYearAt(items: readonly TimeItem[], at: number): NumberAt | null {
  const first = items[at]?.time?.cardinal ?? 0
  if (first < 2 || first > 20) return null
  const high = cardinalAt(items, at)
  if (high === null) return null
  if (high.value > 2000 && high.value <= 2100) return high
  if (high.value < 13 || high.value > 20) return null
  const low = cardinalAt(items, high.next)
  return low !== null && low.value >= 10 && low.value < 100 && items[high.next]?.number === null
    ? { value: high.value * 100 + low.value, next: low.next }
    : null
}
