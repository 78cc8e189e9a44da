import type { TextLink } from '../../model/article.ts'
import type { Span } from '../../model/marks.ts'

/** Gives the links that touch a span, in text order, of links that do not overlap. */
export function linksWithin(links: readonly TextLink[]): (span: Span) => readonly TextLink[] {
  const sorted = links.toSorted((one, other) => one.start - other.start)
  return ({ start, end }) => {
    let low = 0
    let high = sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sorted[middle]?.end ?? 0) > start) high = middle
      else low = middle + 1
    }
    let last = low
    while ((sorted[last]?.start ?? Number.POSITIVE_INFINITY) < end) last += 1
    return sorted.slice(low, last)
  }
}
