import type { TimeWords } from '../data/time-words.ts'
import type { TimeItem } from './time-items.ts'

export type Tense = 'past' | 'future' | null

const reach = 8
const nearPast = 4

/**
 * What the nearest verb says about when, up to eight words before the time or behind it in its clause (a comma right
 * behind the time is passed over). Verbs that tell of the past are many and count only from close by.
 */
export function tenseAround(items: readonly TimeItem[], at: number, next: number, words: TimeWords): Tense {
  let before = at - 1
  let after = items[next]?.text === ',' ? next + 1 : next
  for (let step = 0; step < reach; step += 1) {
    if (endsSentence(items, before)) before = -1
    if (endsClause(items[after])) after = items.length
    const found = tenseOf(items[before], words) ?? tenseOf(items[after], words)
    if (found === 'future' || (found === 'past' && step < nearPast)) return found
    before -= 1
    after += 1
  }
  return null
}

function tenseOf(item: TimeItem | undefined, { past, future, pastEndings, futureEndings }: TimeWords): Tense {
  if (item === undefined) return null
  if (future.has(item.word)) return 'future'
  if (past.has(item.word)) return 'past'
  if (item.time !== null || item.word.length < 4) return null
  if (pastEndings?.test(item.word)) return 'past'
  return futureEndings?.test(item.word) ? 'future' : null
}

function endsSentence(items: readonly TimeItem[], at: number): boolean {
  const item = items[at]
  return (
    item === undefined ||
    (item.time === null && isMark(item) && ends.test(item.text) && !items[at + 1]?.isGlued)
  )
}

function endsClause(item: TimeItem | undefined): boolean {
  return item === undefined || (item.time === null && isMark(item) && stops.test(item.text))
}

function isMark({ text }: TimeItem): boolean {
  return text.length <= 3
}

const ends = /^[.!?…;]+$/
const stops = /^[.!?…;,:»"”]+$/
