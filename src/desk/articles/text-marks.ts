import type { FiledMarks } from '../../archive/archive.ts'
import type { Article, Block, LinkedText, List } from '../../model/article.ts'
import { articleText, type TextPart } from '../../model/article-text.ts'
import { allBlocks } from '../../model/block-text.ts'
import type { Span } from '../../model/marks.ts'
import type { Name } from '../../model/name.ts'

/** Something that was found in a stretch of an article, at offsets into that stretch. */
export type TextMark = Span &
  (
    | { readonly what: 'statement' | 'credit' | 'encounter'; readonly id: string | null }
    | { readonly what: 'name'; readonly name: Name }
    | { readonly what: 'time'; readonly value: string }
  )

/** The marks of an article where each of its texts is shown. */
export interface TextMarks {
  readonly headline: readonly TextMark[]
  readonly lead: readonly TextMark[]
  readonly within: ReadonlyMap<LinkedText, readonly TextMark[]>
  readonly entryHeadlines: ReadonlyMap<number, readonly TextMark[]>
}

export const noTextMarks: TextMarks = {
  headline: [],
  lead: [],
  within: new Map(),
  entryHeadlines: new Map(),
}

/** What a link to the statement, credit or encounter of an article ends in. */
export function statementAnchor(ordinal: number): string {
  return `s${ordinal}`
}

export function creditAnchor(ordinal: number): string {
  return `c${ordinal}`
}

export function encounterAnchor(ordinal: number): string {
  return `e${ordinal}`
}

/**
 * Marks as the page shows them: the statements that are wanted, credits, encounters, names by name or title (no pronouns)
 * and times. Each anchor stands once, where what it leads to begins.
 */
export function marksInText(
  article: Article,
  filed: FiledMarks,
  isWanted: (statement: FiledMarks['marks']['statements'][number]) => boolean,
): TextMarks {
  const marks = wholeMarks(filed, isWanted)
  const placed = new Set<string>()
  const { parts } = articleText(article)
  const blocks = allBlocks(article)
  const within = new Map<LinkedText, readonly TextMark[]>()
  const entryHeadlines = new Map<number, readonly TextMark[]>()
  const found: { headline: readonly TextMark[]; lead: readonly TextMark[] } = { headline: [], lead: [] }
  for (const part of parts) {
    if (part.field === 'entry-headline') entryHeadlines.set(part.index, inside(part, marks, placed))
    else if (part.field !== 'block') found[part.field] = inside(part, marks, placed)
    else
      for (const { linked, start } of linkedIn(part, blocks[part.index])) {
        const own = inside({ start, end: start + linked.text.length }, marks, placed)
        if (own.length > 0) within.set(linked, own)
      }
  }
  return { ...found, within, entryHeadlines }
}

function wholeMarks(
  { marks, names }: FiledMarks,
  isWanted: Parameters<typeof marksInText>[2],
): readonly TextMark[] {
  return [
    ...marks.statements.flatMap((statement, ordinal) =>
      isWanted(statement)
        ? statement.content.map(
            (span) => ({ ...span, what: 'statement', id: statementAnchor(ordinal) }) as const,
          )
        : [],
    ),
    ...marks.credits.map(
      ({ start, end }, ordinal) => ({ start, end, what: 'credit', id: creditAnchor(ordinal) }) as const,
    ),
    ...marks.encounters.map(
      ({ start, end }, ordinal) => ({ start, end, what: 'encounter', id: encounterAnchor(ordinal) }) as const,
    ),
    ...marks.times.map(({ start, end, value }) => ({ start, end, what: 'time', value }) as const),
    ...marks.mentions.flatMap(({ start, end, by, name }) => {
      const named = names[name]
      return by === 'pronoun' || named === undefined
        ? []
        : [{ start, end, what: 'name', name: named } as const]
    }),
  ]
}

/** What falls into the stretch, cut to it; an anchor that stood already is not set again. */
function inside({ start, end }: Span, marks: readonly TextMark[], placed: Set<string>): readonly TextMark[] {
  return marks
    .filter((mark) => mark.start < end && mark.end > start)
    .map((mark) => {
      const own = { start: Math.max(mark.start, start) - start, end: Math.min(mark.end, end) - start }
      if (mark.what === 'name' || mark.what === 'time') return { ...mark, ...own }
      const isNew = mark.id !== null && !placed.has(mark.id)
      if (mark.id !== null) placed.add(mark.id)
      return { ...mark, ...own, id: isNew ? mark.id : null }
    })
}

/** The linked texts of a block and where each begins in the text of the article, as `blockText` joins them. */
function linkedIn(
  { start }: TextPart,
  block: Block | undefined,
): readonly { readonly linked: LinkedText; readonly start: number }[] {
  switch (block?.kind) {
    case 'paragraph':
    case 'heading':
    case 'quote':
      return [{ linked: block, start }]
    case 'list':
      return onLines(itemsOf(block), start)
    case 'definitions': {
      let at = start
      return block.items.map(({ term, meaning }) => {
        const own = { linked: meaning, start: at + term.length + ': '.length }
        at = own.start + meaning.text.length + 1
        return own
      })
    }
    default:
      return []
  }
}

function itemsOf({ items }: List): readonly LinkedText[] {
  return items.flatMap((item) => [item, ...(item.inner === undefined ? [] : itemsOf(item.inner))])
}

function onLines(
  items: readonly LinkedText[],
  from: number,
): readonly { readonly linked: LinkedText; readonly start: number }[] {
  let at = from
  return items.map((linked) => {
    const start = at
    at += linked.text.length + 1
    return { linked, start }
  })
}
