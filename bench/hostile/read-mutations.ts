/** A process of its own for mutations of real pages, sewn together to a megabyte each: read-mutations.ts HOW_MANY REPEATS. */
import { Buffer } from 'node:buffer'
import { seededChance } from '../../demo/chance.ts'
import { loadPages, sets } from '../reading/load-pages.ts'
import { measureRead, warmUp } from './measure-read.ts'
import { mutatePage } from './mutate-page.ts'

const pages = sets.flatMap((name) => [...(loadPages(name) ?? [])]).filter((_, at) => at % 5 === 0)
const costs = pages.length === 0 ? [] : measureAll(Number(process.argv[2] ?? 300))
process.stdout.write(JSON.stringify(costs))

function measureAll(howMany: number): readonly ReturnType<typeof measureRead>[] {
  const chance = seededChance(3, 'mutations')
  warmUp()
  return Array.from({ length: howMany }, () => {
    const parts: Uint8Array[] = []
    for (let length = 0; length < 1_000_000; ) {
      const page = pages[Math.floor(chance() * pages.length)]
      if (page === undefined) break
      const part = mutatePage(page.bytes, chance)
      parts.push(part)
      length += part.length
    }
    return measureRead({ bytes: Buffer.concat(parts), contentType: 'text/html' }, Number(process.argv[3]))
  })
}
