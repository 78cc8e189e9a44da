import type { Span } from '../../model/marks.ts'

/** A text as a tree: plain text, and stretches with what is inside them. */
export type Nested<Stretch> =
  | string
  | { readonly stretch: Stretch; readonly isFirst: boolean; readonly inside: readonly Nested<Stretch>[] }

/**
 * Stretches of a text, however they overlap, one in another as markup needs them: where two cross, the one that begins
 * later is cut at the end of the other. `isFirst` is false on all pieces of a stretch but its first. Of two that are equal
 * the earlier of the list is outside. What is empty or reaches beyond the text is cut to it.
 */
export function nestStretches<Stretch extends Span>(
  text: string,
  stretches: readonly Stretch[],
): readonly Nested<Stretch>[] {
  const pieces = stretches
    .map((stretch, rank) => ({
      stretch,
      rank,
      isFirst: true,
      start: Math.max(0, stretch.start),
      end: Math.min(text.length, stretch.end),
    }))
    .filter(({ start, end }) => start < end)
    .sort(outermostFirst)
  return nest(text, 0, text.length, pieces)
}

interface Piece<Stretch> extends Span {
  readonly stretch: Stretch
  readonly rank: number
  readonly isFirst: boolean
}

function nest<Stretch>(
  text: string,
  from: number,
  until: number,
  pieces: readonly Piece<Stretch>[],
): readonly Nested<Stretch>[] {
  const found: Nested<Stretch>[] = []
  let at = from
  let rest = pieces
  while (rest[0] !== undefined) {
    const [outer, ...others] = rest
    if (at < outer.start) found.push(text.slice(at, outer.start))
    const reached = others.filter(({ start }) => start < outer.end)
    const inner = reached.map((piece) => ({ ...piece, end: Math.min(piece.end, outer.end) }))
    found.push({
      stretch: outer.stretch,
      isFirst: outer.isFirst,
      inside: nest(text, outer.start, outer.end, inner.sort(outermostFirst)),
    })
    const tails = reached
      .filter(({ end }) => end > outer.end)
      .map((piece) => ({ ...piece, start: outer.end, isFirst: false }))
    rest = [...tails, ...others.filter(({ start }) => start >= outer.end)].sort(outermostFirst)
    at = outer.end
  }
  if (at < until) found.push(text.slice(at, until))
  return found
}

function outermostFirst<Stretch>(one: Piece<Stretch>, other: Piece<Stretch>): number {
  return one.start - other.start || other.end - one.end || one.rank - other.rank
}
