/**
 * What the pages of one outlet taught the reader: which texts come back on several of them, and where articles stand.
 * Plain JSON of some 40 kB at most. It knows no text, only digests (see reader/memory/digest.ts).
 */
export interface OutletMemory {
  /** How many pages it was made of. */
  readonly pages: number
  /** By digest of a text. */
  readonly texts: Readonly<Record<string, SeenText>>
  /** By digest of a place: an element with its class, in the two around it. */
  readonly places: Readonly<Record<string, SeenPlace>>
  /** Digests of the addresses counted last, the oldest first: a page that is read again teaches nothing new. */
  readonly counted: readonly string[]
}

/** On how many pages, and the number of the first and of the last of them. */
export type SeenText = readonly [pages: number, first: number, last: number]

/**
 * On how many pages it held text of the article, and text that was dropped; how many of the texts in it were new when
 * they came, and how many had come before; the number of the last page.
 */
export type SeenPlace = readonly [
  kept: number,
  dropped: number,
  fresh: number,
  returned: number,
  last: number,
]

/** What one page teaches. Notes add up, in whatever order and by whomever they were made. */
export interface PageNote {
  /** Digest of its address. */
  readonly page: string
  /** Each with 1 where it held kept text, and where it held dropped text. */
  readonly places: readonly (readonly [place: string, kept: 0 | 1, dropped: 0 | 1])[]
  /** Each with the index of its place in `places`, or -1 when it has none. */
  readonly texts: readonly (readonly [text: string, place: number])[]
}

export const emptyMemory: OutletMemory = { pages: 0, texts: {}, places: {}, counted: [] }

const textsKept = 1500
const placesKept = 300
const addressesKept = 300
/** A text is remembered for so many pages more for each page that it stood on, up to ten. */
const pagesForEach = 30

/** The memory with these pages added, the oldest first; one that was counted already is passed over. */
export function remember(memory: OutletMemory, notes: readonly PageNote[]): OutletMemory {
  const counted = new Set(memory.counted)
  const texts = new Map(Object.entries(memory.texts))
  const places = new Map(Object.entries(memory.places))
  let { pages } = memory
  for (const note of notes) {
    if (counted.has(note.page)) continue
    counted.add(note.page)
    pages += 1
    addPage(note, pages, texts, places)
  }
  if (pages === memory.pages) return memory
  return {
    pages,
    texts: worthiest(texts, textsKept, ([seen, , last]) => last + pagesForEach * Math.min(seen, 10)),
    places: worthiest(places, placesKept, ([kept, dropped, , , last]) => last + kept + dropped),
    counted: [...counted].slice(-addressesKept),
  }
}

function addPage(
  note: PageNote,
  number: number,
  texts: Map<string, SeenText>,
  places: Map<string, SeenPlace>,
): void {
  const fresh = note.places.map(() => 0)
  const returned = note.places.map(() => 0)
  for (const [text, place] of note.texts) {
    const [seen, first] = texts.get(text) ?? [0, number]
    const tally = seen === 0 ? fresh : returned
    if (place in tally) tally[place] = (tally[place] ?? 0) + 1
    texts.set(text, [seen + 1, first, number])
  }
  for (const [at, [place, kept, dropped]] of note.places.entries()) {
    const before = places.get(place) ?? [0, 0, 0, 0, 0]
    places.set(place, [
      before[0] + kept,
      before[1] + dropped,
      before[2] + (fresh[at] ?? 0),
      before[3] + (returned[at] ?? 0),
      number,
    ])
  }
}

/** The `most` that are worth most: what is oldest and rarest is forgotten. */
function worthiest<Seen>(
  all: ReadonlyMap<string, Seen>,
  most: number,
  worthOf: (seen: Seen) => number,
): Readonly<Record<string, Seen>> {
  const entries = [...all]
  if (entries.length <= most) return Object.fromEntries(entries)
  return Object.fromEntries(
    entries.sort(([, one], [, other]) => worthOf(other) - worthOf(one)).slice(0, most),
  )
}
