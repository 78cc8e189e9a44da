/** Measures one reader in a process of its own, so that its memory and its speed are its own: `measureApart`'s other end. */
import { loadPages, type SetName } from './load-pages.ts'
import { type Measured, measure } from './measure.ts'
import { loadReader } from './readers.ts'

/** What a reader did, set by set, and the most memory that its process held, in MB. */
export interface Told {
  readonly sets: readonly (readonly [SetName, Measured])[]
  readonly peakMb: number
}

const [name = '', ...sets] = process.argv.slice(2)
const reader = await loadReader(name)
// The first pages of a reader pay for its start.
for (const set of sets as SetName[]) await measure(first(5, loadPages(set) ?? []), reader)
const told: (readonly [SetName, Measured])[] = []
for (const set of sets as SetName[]) {
  const pages = loadPages(set)
  if (pages !== null) told.push([set, await measure(pages, reader)])
}
const peakMb = Math.round(process.resourceUsage().maxRSS / 1024)
process.send?.({ sets: told, peakMb } satisfies Told, () => process.exit(0))

function* first<Item>(count: number, items: Iterable<Item>): Generator<Item> {
  let left = count
  for (const item of items) {
    if (left-- === 0) return
    yield item
  }
}
