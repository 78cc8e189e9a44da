/**
 * What the memory of an outlet adds to reading: `npm run bench:memory -- [--json FILE]`. Pages of the measuring data
 * that have others of their domain beside them are read without a memory, and with one made of the others
 * (../shared/data or WIREDESK_DATA); pages of the demo world after 0 to 20 pages.
 */
import { seededChance } from '../demo/chance.ts'
import { emptyMemory, type OutletMemory, readAndNote, remember } from '../src/reader/index.ts'
import { pagesOfDemo } from './memory/pages-of-demo.ts'
import { pagesOfOutlets, type SetPage } from './memory/pages-of-outlets.ts'
import type { GoldPage } from './reading/load-pages.ts'
import { measure } from './reading/measure.ts'
import { readWithOurs } from './reading/our-reader.ts'
import { type Figures, report, say } from './report.ts'

const pagesBefore = [0, 1, 2, 5, 10, 20]
const pagesJudged = 40
const draws = 3

report({ ...(await outletFigures()), ...(await demoFigures('courier')), ...(await demoFigures('chronicle')) })

/** Each page with a memory of all others of its outlet. */
async function outletFigures(): Promise<Figures> {
  const outlets = pagesOfOutlets()
  if (outlets.size === 0) {
    say('The measuring data is not there (../shared/data or WIREDESK_DATA): only the demo world is measured.')
    return {}
  }
  const memories = new Map<GoldPage, OutletMemory>()
  const all: SetPage[] = [...outlets.values()].flat()
  for (const pages of outlets.values())
    for (const { page } of pages)
      memories.set(page, learn(pages.map((one) => one.page).filter((other) => other !== page)))
  const figures: Record<string, number> = { 'memory.outlets': outlets.size, 'memory.pages': all.length }
  let longest = 0
  for (const memory of memories.values()) longest = Math.max(longest, JSON.stringify(memory).length)
  for (const set of new Set(all.map((one) => one.set))) {
    const pages = all.filter((one) => one.set === set).map(({ page }) => page)
    const without = await measure(pages, (page) => readWithOurs(page))
    const withOthers = await measure(pages, (page) => readWithOurs(page, memories.get(page)))
    for (const [name, one] of [
      ['without', without],
      ['with', withOthers],
    ] as const) {
      figures[`memory.${set}.pages`] = pages.length
      if (one.body !== null) figures[`memory.${set}.${name}.body-f1`] = one.body.f1
      if (one.segments !== null) figures[`memory.${set}.${name}.segments-f1`] = one.segments.f1
    }
  }
  return { ...figures, 'memory.longest-bytes': longest }
}

/** The same pages after none, one, two … others: how fast the reader learns. Averaged over several draws. */
async function demoFigures(host: string): Promise<Figures> {
  const pages = pagesOfDemo(host)
  const sums = new Map<number, number>()
  for (let draw = 0; draw < draws; draw++) {
    const shuffled = inChanceOrder(pages, draw)
    const judged = shuffled.slice(-pagesJudged)
    for (const before of pagesBefore) {
      const memory = learn(shuffled.slice(0, before))
      const { body } = await measure(judged, (page) => readWithOurs(page, memory))
      sums.set(before, (sums.get(before) ?? 0) + (body?.f1 ?? 0))
    }
  }
  return Object.fromEntries(
    [...sums].map(([before, sum]) => [`memory.demo-${host}.body-f1-after-${before}`, sum / draws]),
  )
}

/** The desk settles its memory every few pages; here after each. */
function learn(pages: readonly GoldPage[]): OutletMemory {
  let memory = emptyMemory
  for (const { bytes, url } of pages) {
    const { note } = readAndNote({ bytes, address: url, memory })
    if (note !== null) memory = remember(memory, [note])
  }
  return memory
}

function inChanceOrder(pages: readonly GoldPage[], draw: number): readonly GoldPage[] {
  const chance = seededChance(draw + 1, 'memory')
  return pages
    .map((page) => ({ page, at: chance() }))
    .sort((one, other) => one.at - other.at)
    .map(({ page }) => page)
}
