import type { TimeExpression } from '../../model/marks.ts'
import type { TimeWords } from '../data/time-words.ts'
import type { ParsedText } from '../text/parse-text.ts'
import { joinPieces } from './join-pieces.ts'
import { hasRole } from './read-number.ts'
import { pieceAt } from './read-piece.ts'
import type { ReadingHabits } from './reading-habits.ts'
import { resolveTime, type Stretch } from './resolve-time.ts'
import { tenseAround } from './tense.ts'
import { type TimeItem, timeItems } from './time-items.ts'
import type { DateSense, TimePiece, TimeSense } from './time-sense.ts'
import { timeWordsFor } from './time-words-for.ts'

export interface FindTimesOptions {
  /**
   * Which way lean bare days («во вторник», "May 6"). 'past', as news has it: the nearest, and a weekday the last one,
   * unless the verb beside it tells of the future, or there is none and the day is tomorrow. 'future', as one has it who
   * makes an appointment: always the next; «3 часа» and "at 7" are then times of day, and a distance is meant as exactly
   * as the next finer unit («через 7 дней»: to the hour).
   */
  readonly lean?: 'past' | 'future'
}

/**
 * Every time that a text tells of, in text order; they do not overlap. `now` is when the article was published in its
 * zone's local time, 'YYYY-MM-DDTHH:mm', with the zone's offset behind it where that is known ('+02:00': clock times of
 * another zone are then put right). Without it only what states its year has a value. Ages are no times.
 */
export function findTimes(
  parsed: ParsedText,
  now: string | null,
  { lean = 'past' }: FindTimesOptions = {},
): readonly TimeExpression[] {
  const words = timeWordsFor(parsed.language)
  const items = timeItems(parsed, words)
  const isEnglish = parsed.language === 'en'
  const habits: ReadingHabits = { isEnglish, isEager: lean === 'future' }
  const pieces = joinPieces(piecesOf(items, habits), items, parsed.text)
  return valued(pieces, items, parsed.text, words, now, { isEnglish, looksAhead: lean === 'future' })
}

function piecesOf(items: readonly TimeItem[], habits: ReadingHabits): readonly TimePiece[] {
  const pieces: TimePiece[] = []
  for (let at = 0; at < items.length; at += 1) {
    const piece = pieceAt(items, at, habits)
    if (piece === null) continue
    pieces.push(isPlaceName(items, at) ? { ...piece, isWeak: true } : piece)
    at = piece.next - 1
  }
  return pieces
}

/** «улица 8 Марта» */
function isPlaceName(items: readonly TimeItem[], at: number): boolean {
  return hasRole(items[items[at - 1]?.text === '.' ? at - 2 : at - 1], 'placeBefore')
}

function valued(
  pieces: readonly TimePiece[],
  items: readonly TimeItem[],
  text: string,
  words: TimeWords,
  now: string | null,
  { isEnglish, looksAhead }: { readonly isEnglish: boolean; readonly looksAhead: boolean },
): readonly TimeExpression[] {
  const [, local = '', offset] =
    /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(?::\d\d)?(Z|[+-]\d\d:\d\d)?$/.exec(now ?? '') ?? []
  const nowMs = Date.parse(`${local}:00Z`) || 0
  let told: Stretch | null = null
  let toldQuarter: Stretch | null = null
  const found: TimeExpression[] = []
  for (const { at, next, sense, isWeak } of pieces) {
    if (isWeak || (local === '' && !isStated(sense)) || isStamp(sense, items, at, next, text)) continue
    const tense = sense.is === 'point' && !looksAhead ? tenseAround(items, at, next, words) : null
    const resolved = resolveTime(sense, {
      now: nowMs,
      offset: offset === undefined ? null : minutesOf(offset),
      looksAhead,
      nextIsNearest: !isEnglish,
      tense,
      told,
      toldQuarter,
    })
    const start = items[at]?.start
    const end = items[next - 1]?.end
    if (resolved === null || start === undefined || end === undefined) continue
    const { stretch, ...expression } = resolved
    const isAtNow = local === '' && sense.is !== 'point'
    if (stretch !== null && !isCompared(sense)) {
      told = stretch
      if (stretch.granularity === 'quarter') toldQuarter = stretch
    }
    found.push({ start, end, ...expression, ...(isAtNow ? { from: null, until: null } : {}) })
  }
  return found
}

/** "a year earlier": the text goes on about the time that it was compared to. */
function isCompared(sense: TimeSense): boolean {
  return sense.is === 'point' && sense.date?.is === 'shift'
}

/** Whether it can be told without knowing when the text was written. */
function isStated(sense: TimeSense): boolean {
  if (sense.is !== 'point') return true
  const isDated = (date: DateSense | null): boolean =>
    date?.is === 'decade' || date?.is === 'century' || (date?.is === 'calendar' && date.year !== null)
  return isDated(sense.date) || (sense.date !== null && isDated(sense.container))
}

/** A clock alone on its line or stuck to a word is a stamp of a list («18:30Россия …»). */
function isStamp(
  sense: TimeSense,
  items: readonly TimeItem[],
  at: number,
  next: number,
  text: string,
): boolean {
  if (sense.is !== 'point' || sense.clock === null || sense.date !== null) return false
  const after = items[next]
  if (after?.isGlued && /^\p{L}/u.test(after.text)) return true
  const end = items[next - 1]?.end ?? 0
  const isEnd = after === undefined ? at > 0 : text.slice(end, after.start).includes('\n')
  const isStart = at > 0 && text.slice(items[at - 1]?.end, items[at]?.start).includes('\n')
  return isStart && isEnd
}

function minutesOf(offset: string): number {
  if (offset === 'Z') return 0
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number)
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}
