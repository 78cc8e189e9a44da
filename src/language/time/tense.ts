import type { TimeWords } from '../data/time-words.ts'
import type { TimeItem } from './time-items.ts'

export type Tense = 'past' | 'future' | null

const reach = 12

/** What the nearest verb says about when: looked for up to a comma behind the time (past one that stands right behind it), and up to a dozen words before it. */
export function tenseAround(items: readonly TimeItem[], at: number, next: number, words: TimeWords): Tense {
  const behind = items[next]?.text === ',' ? next + 1 : next
  for (let step = 1; step <= reach; step += 1) {
    const before = at - step
    const after = behind + step - 1
    const found =
      tenseOf(sameSentence(items, before, at) ? items[before] : undefined, words) ??
      tenseOf(sameClause(items, behind, after) ? items[after] : undefined, words)
    if (found !== null) return found
  }
  return null
}

function tenseOf(item: TimeItem | undefined, { past, future, pastEndings }: TimeWords): Tense {
  if (item === undefined) return null
  if (future.has(item.word)) return 'future'
  if (past.has(item.word)) return 'past'
  return item.time === null && pastEndings !== null && item.word.length > 3 && pastEndings.test(item.word)
    ? 'past'
    : null
}

function sameSentence(items: readonly TimeItem[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1)
    if (ends.test(items[at]?.text ?? '.') && !items[at + 1]?.isGlued) return false
  return from >= 0
}

function sameClause(items: readonly TimeItem[], from: number, to: number): boolean {
  for (let at = from; at <= to; at += 1) if (stops.test(items[at]?.text ?? '.')) return false
  return to < items.length
}

const ends = /^[.!?…;]+$/
const stops = /^[.!?…;,:»"”]+$/
