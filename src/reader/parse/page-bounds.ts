/**
 * A page is read so far and no further, so that its tree stays small whatever it holds. The bounds are twice what the
 * largest of 1,538 real pages has, and more: 25,500 nodes and 4,976 lines, nearly all of them cells of one table, then
 * 14,839 and 2,619.
 */
export const mostNodes = 30_000
/** Texts behind the begin or end of a block. */
export const mostLines = 6_000

/** How many elements of a tag a page is read for. Of tags that are not named, the most that was seen is 408. */
export function mostOf(tag: string): number {
  return bounds.get(tag) ?? 1000
}

const bounds: ReadonlyMap<string, number> = new Map(
  Object.entries({
    '#text': 30_000,
    // The most seen was 4,881, 2,742, 2,485, 2,215 (links), 2,192 and 1,920.
    td: 10_000,
    col: 6000,
    div: 6000,
    a: 4500,
    li: 4500,
    span: 4500,
    option: 4000,
    // 844, 798, 796, 706, 697, 613, 554 and 517.
    i: 2500,
    b: 2500,
    img: 2000,
    br: 2500,
    p: 2500,
    path: 2000,
    script: 1500,
    tr: 2500,
    // 116, 103, 92 and less: what states something of the page or stands beside its text.
    time: 500,
    cite: 500,
    blockquote: 500,
    figure: 500,
    article: 600,
    h1: 250,
    h2: 500,
    h3: 500,
  }),
)
