import { GCProfiler, getHeapStatistics } from 'node:v8'
import { read } from '../../src/reader/index.ts'
import type { EncodedPage } from './encode-page.ts'

/** What one reading took. */
export interface Cost {
  readonly megabytes: number
  /** Processor time, that of the collector's threads with it. */
  readonly cpuMsPerMegabyte: number
  /** The most that the heap held while it read, over what it held before, in sizes of the page. */
  readonly memoryFactor: number
  readonly threw: boolean
}

/**
 * The least of several readings: other programs on the machine only add to what one costs. Needs --expose-gc, so that what
 * was read before does not count.
 */
export function measureRead(page: EncodedPage, repeats: number): Cost {
  return Array.from({ length: repeats }, () => measureOnce(page)).reduce((a, b) => ({
    megabytes: a.megabytes,
    cpuMsPerMegabyte: Math.min(a.cpuMsPerMegabyte, b.cpuMsPerMegabyte),
    memoryFactor: Math.min(a.memoryFactor, b.memoryFactor),
    threw: a.threw || b.threw,
  }))
}

function measureOnce({ bytes, contentType }: EncodedPage): Cost {
  globalThis.gc?.()
  const held = getHeapStatistics().used_heap_size
  const profiler = new GCProfiler()
  profiler.start()
  const before = process.cpuUsage()
  let threw = false
  try {
    read({
      bytes,
      contentType,
      address: 'https://outlet.example/news/1.html',
      fetchedAt: Date.UTC(2026, 10, 24),
    })
  } catch {
    threw = true
  }
  const { user, system } = process.cpuUsage(before)
  const peaks = profiler.stop().statistics.map(({ beforeGC }) => beforeGC.heapStatistics.usedHeapSize)
  const peak = peaks.reduce((most, peak) => Math.max(most, peak), getHeapStatistics().used_heap_size)
  const megabytes = bytes.length / 1_000_000
  return {
    megabytes,
    cpuMsPerMegabyte: (user + system) / 1000 / megabytes,
    memoryFactor: (peak - held) / bytes.length,
    threw,
  }
}

/** The first pages pay for the compiler; half a megabyte of ordinary pages is read before anything is measured. */
export function warmUp(): void {
  const paragraphs =
    '<p>Some words of a page, and <a href="/more">more of them</a>, as pages have.</p>'.repeat(100)
  for (let at = 0; at < 60; at++)
    read({
      text: `<title>A page</title><article><h1>A page ${at}</h1>${paragraphs}</article>`,
      address: 'https://a.example/',
    })
}
