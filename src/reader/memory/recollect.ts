import type { OutletMemory, SeenPlace, SeenText } from '../../model/outlet-memory.ts'
import type { Passage } from '../body/passages.ts'
import { role } from '../body/role.ts'
import type { PageNode } from '../parse/page-node.ts'
import { digest } from './digest.ts'
import { placeOf } from './place-of.ts'
import { isLong, isMemorable, textDigest } from './text-digest.ts'

/** What an outlet's other pages say of this one. */
export interface Recollection {
  /** Those of the passages that come back on other pages of the outlet, on enough of them to be furniture. */
  furniture(passages: readonly Passage[]): ReadonlySet<Passage>
  /** Whether a picture comes back, by its address. */
  isPictureFurniture(address: string): boolean
  /** What the place of a passage held on other pages. */
  placeOf(passage: Passage): Place
}

export type Place = 'always the article' | 'never the article' | 'unknown'

/**
 * On how many other pages a text must stand, and on which share of all of them; or, where it began later than the
 * memory, on which share of those since, and for how many pages: longer than a single story lasts.
 * Prose must come back more often than a line, as one report may be told at several addresses, or be told on with the
 * same paragraphs.
 */
const line: Enough = { pages: 3, share: 0.25, later: { pages: 5, share: 0.25, span: 10 } }
const prose: Enough = { pages: 3, share: 0.95, later: { pages: 5, share: 0.5, span: 10 } }
/** Where nearly all texts come back, twice is enough. */
const furniturePlace = { texts: 5, share: 0.8, pages: 2 }
const knownPlace = { pages: 5, times: 20 }
/** What is left when furniture is taken away must be something. */
const leastLeft = 0.2

interface Enough {
  readonly pages: number
  readonly share: number
  readonly later: { readonly pages: number; readonly share: number; readonly span: number }
}

/** Asks the memory about the page at `address`; what that page itself taught does not count as other pages. */
export function recollect(memory: OutletMemory, address: string): Recollection {
  const own = memory.counted.includes(digest(address)) ? 1 : 0
  const others = memory.pages - own
  return {
    furniture(passages) {
      const found = new Set(passages.filter(comesBack))
      keepListsWhole(passages, found)
      keepHeadings(passages, found)
      return others >= prose.later.span || leavesEnough(passages, found)
        ? found
        : new Set([...found].filter((passage) => !passage.isProse))
    },
    isPictureFurniture: (picture) => isOften(memory.texts[digest(picture)], line),
    placeOf(passage) {
      const [kept, dropped] = seenPlace(passage) ?? [0, 0]
      if (dropped - own >= knownPlace.pages && dropped >= kept * knownPlace.times) return 'never the article'
      if (kept - own >= knownPlace.pages && kept >= dropped * knownPlace.times) return 'always the article'
      return 'unknown'
    },
  }

  function comesBack(passage: Passage): boolean {
    if (!isMemorable(passage)) return false
    const seen = memory.texts[textDigest(passage)]
    if (seen === undefined) return false
    if (isFurniturePlace(seenPlace(passage)) && seen[0] - own >= furniturePlace.pages) return true
    return isOften(seen, isLong(passage) ? prose : line)
  }

  function isOften(seen: SeenText | undefined, { pages, share, later }: Enough): boolean {
    if (seen === undefined) return false
    const [all, first] = seen
    const on = all - own
    const since = memory.pages - first + 1 - own
    return (
      on >= Math.max(pages, others * share) ||
      (since > later.span && on >= Math.max(later.pages, since * later.share))
    )
  }

  function seenPlace({ node }: Passage): SeenPlace | undefined {
    return memory.places[placeOf(node)]
  }
}

function isFurniturePlace(place: SeenPlace | undefined): boolean {
  if (place === undefined) return false
  const [, , fresh, returned] = place
  return returned >= furniturePlace.texts && returned >= (fresh + returned) * furniturePlace.share
}

/** A row of a table or an item of a list comes back ('Monday', a club's name) where the list itself is new. */
function keepListsWhole(passages: readonly Passage[], found: Set<Passage>): void {
  const lists = new Map<PageNode, Passage[]>()
  for (const passage of passages) {
    if ((passage.roles & (role.item | role.cell)) === 0) continue
    const list = listAround(passage.node)
    if (list === null) continue
    const known = lists.get(list)
    if (known === undefined) lists.set(list, [passage])
    else known.push(passage)
  }
  for (const items of lists.values())
    if (!items.every((item) => found.has(item)))
      for (const item of items) if (!isLong(item)) found.delete(item)
}

function listAround(node: PageNode): PageNode | null {
  for (let at: PageNode | null = node; at !== null; at = at.parent)
    if (at.tag === 'ul' || at.tag === 'ol' || at.tag === 'dl' || at.tag === 'table') return at
  return null
}

/** 'What we know' stands over something else in each article; it goes only with what follows it. */
function keepHeadings(passages: readonly Passage[], found: Set<Passage>): void {
  for (let i = passages.length - 1; i >= 0; i--) {
    const passage = passages[i] as Passage
    if ((passage.roles & role.heading) === 0) continue
    const next = passages[i + 1]
    if (next !== undefined && !found.has(next)) found.delete(passage)
  }
}

/** A handful of pages that tell one story over and over would else leave nothing of the next that does. */
function leavesEnough(passages: readonly Passage[], found: ReadonlySet<Passage>): boolean {
  let all = 0
  let gone = 0
  for (const passage of passages) {
    if (!passage.isProse) continue
    const weight = passage.weight
    all += weight
    if (found.has(passage)) gone += weight
  }
  return gone <= all * (1 - leastLeft)
}
