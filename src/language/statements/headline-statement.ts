import type { Mention } from '../../model/marks.ts'
import { type Finding, findingOf } from './finding.ts'
import { range } from './period-view.ts'
import type { Range, Scan } from './scan.ts'

const longestHeadline = 50
const longestName = 5
const shortestSaid = 3

/**
 * What a headline says in short: «Серов: мост закрыт», «Мост закрыт: Серов о весне», «Мост закрыт — Серов». The one who speaks
 * is a person or an organisation among the mentions; without any, nothing is found.
 */
export function headlineStatement(
  { tokens, periods, parsed }: Scan,
  mentions: readonly Mention[],
): Finding | null {
  const [headline] = periods
  if (headline === undefined || mentions.length === 0 || !isLine(headline)) return null
  const { first, last } = headline
  for (let at = first + 1; at < last - 1; at += 1) {
    const mark = tokens[at]?.text ?? ''
    if (mark !== ':' && !/^[—–]$/.test(mark)) continue
    const [before, behind] = [range(first, at), range(at + 1, last)]
    if (mark === ':' && isSpeaker(before) && isSaid(behind)) return of(behind, at, before)
    const name = nameAt(at + 1, last)
    if (name !== null && isSaid(before)) return of(before, at, name)
  }
  return null

  function isLine({ last: end }: Range): boolean {
    const next = tokens[end]
    const isAlone = next === undefined || parsed.text.slice(tokens[end - 1]?.end, next.start).includes('\n')
    return end <= longestHeadline && isAlone && tokens[end - 1]?.text !== '.'
  }

  function isSaid(part: Range | null): boolean {
    return part !== null && part.last - part.first >= shortestSaid
  }

  function isSpeaker(part: Range | null): boolean {
    return part !== null && part.last - part.first <= longestName && speaks(part)
  }

  /** A name up to the end, or up to «о …». */
  function nameAt(from: number, end: number): Range | null {
    let until = from
    while (until < end && !abouts.test(tokens[until]?.folded ?? '')) until += 1
    const part = range(from, until)
    return isSpeaker(part) ? part : null
  }

  /** All of it but titles is one name. */
  function speaks(part: Range): boolean {
    const start = tokens[part.first]?.start ?? 0
    const end = tokens[part.last - 1]?.end ?? 0
    const own = mentions.find((mention) => mention.start < end && start < mention.end)
    return own !== undefined && (own.kind === 'person' || own.kind === 'organisation') && own.end === end
  }

  function of(said: Range | null, at: number, speaker: Range | null): Finding | null {
    return said === null ? null : findingOf([unquoted(said)], range(at, at + 1), speaker, 'reported', 'says')
  }

  function unquoted({ first: from, last: until }: Range): Range {
    const isQuoted = quote.test(tokens[from]?.text ?? '') && quote.test(tokens[until - 1]?.text ?? '')
    return isQuoted && until - from > 2 ? { first: from + 1, last: until - 1 } : { first: from, last: until }
  }
}

const abouts = /^(?:о|об|про|on|about|в|у|на|по)$/
const quote = /^["«»“”„]$/
