import type { Token } from '../text/tokens.ts'

/** A quotation as places of tokens: what is quoted from `first` up to but without `last`, with its marks from `open` up to `close`. */
export interface Quotation {
  readonly open: number
  readonly first: number
  readonly last: number
  readonly close: number
  /** Goes on in the next paragraph, which opens with a mark again. */
  readonly isParted: boolean
}

/**
 * The quotations of a text, in order; one within another is part of it. A mark that looks the same at both ends opens where
 * a space stands before it and none behind. What is not closed in its paragraph ends with the last mark there, or with
 * the paragraph where the next one opens with a mark again; else it is none.
 */
export function quotationsOf(text: string, tokens: readonly Token[]): readonly Quotation[] {
  const quotations: Quotation[] = []
  for (let from = 0; from < tokens.length; ) {
    const end = paragraphEnd(from)
    addFrom(from, end)
    from = end
  }
  return quotations

  function paragraphEnd(from: number): number {
    let at = from + 1
    while (at < tokens.length && !text.slice(tokens[at - 1]?.end, tokens[at]?.start).includes('\n')) at += 1
    return at
  }

  function addFrom(from: number, end: number): void {
    let open = -1
    let depth = 0
    let lastClose = -1
    for (let at = from; at < end; at += markWidth(at)) {
      const side = sideOf(at, from, end, depth)
      if (side === 'open') {
        if (depth === 0) {
          open = at
          lastClose = -1
        }
        depth += 1
      } else if (side === 'close' && depth > 0) {
        depth -= 1
        lastClose = at
        if (depth === 0) add(open, at, at + markWidth(at), false)
      }
    }
    if (depth === 0) return
    if (sideOf(end, end, tokens.length, 0) === 'open') add(open, end, end, true)
    else if (lastClose !== -1) add(open, lastClose, lastClose + markWidth(lastClose), false)
    else if (open === from) add(open, end, end, false)
  }

  function add(open: number, last: number, close: number, isParted: boolean): void {
    const first = open + markWidth(open)
    if (last > first) quotations.push({ open, first, last, close, isParted })
  }

  function sideOf(at: number, from: number, end: number, depth: number): 'open' | 'close' | null {
    const mark = at < tokens.length ? markAt(at) : ''
    if (mark === '') return null
    if (mark === '«' || mark === '„') return 'open'
    if (mark === '»' || mark === '”') return depth === 0 && mark === '”' && at === from ? 'open' : 'close'
    const before = at === from || isGap(at - 1)
    const after = at + markWidth(at) >= end || isGap(at + markWidth(at) - 1)
    if (mark === '“') return depth > 0 && !before ? 'close' : 'open'
    if (before !== after) return before ? 'open' : 'close'
    if (!before && openers.test(tokens[at - 1]?.text ?? '')) return 'open'
    return depth > 0 ? 'close' : 'open'
  }

  function isGap(at: number): boolean {
    return (tokens[at]?.end ?? 0) < (tokens[at + 1]?.start ?? 0)
  }

  /** The quotation mark that stands here, '' where none does. */
  function markAt(at: number): string {
    const mark = tokens[at]?.text ?? ''
    if (/^[«»„“”"]$/.test(mark)) return mark
    return isDouble(at) ? '"' : ''
  }

  /** Two single marks side by side are a double one; 1 for every other token. */
  function markWidth(at: number): number {
    return isDouble(at) ? 2 : 1
  }

  function isDouble(at: number): boolean {
    const one = tokens[at]
    const next = tokens[at + 1]
    return (
      one !== undefined &&
      next !== undefined &&
      /^['`’‘]$/.test(one.text) &&
      next.text === one.text &&
      one.end === next.start
    )
  }
}

const openers = /^[([—–-]$/
