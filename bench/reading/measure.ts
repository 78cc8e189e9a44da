import { setImmediate } from 'node:timers/promises'
import type { GoldPage } from './load-pages.ts'
import type { ReadPage } from './peers.ts'
import {
  type Found,
  isSameDay,
  isSameTitle,
  type Ratio,
  ratioOf,
  type Segments,
  type Shingles,
  scoreAuthors,
  scoreBody,
  scoreSegments,
} from './score.ts'

export interface Measured {
  readonly pages: number
  readonly body: Ratio | null
  readonly exact: number | null
  readonly segments: Ratio | null
  readonly title: number | null
  readonly date: number | null
  readonly authors: number | null
  readonly seconds: number
}

interface PageScore {
  readonly body: Shingles | null
  readonly segments: Segments | null
  readonly title: boolean | null
  readonly date: boolean | null
  readonly authors: Segments | null
}

/** Runs a reader over the pages of a set. A page that it throws at counts as read to nothing. */
export async function measure(pages: Iterable<GoldPage>, reader: ReadPage): Promise<Measured> {
  const scores: PageScore[] = []
  let seconds = 0
  for (const page of pages) {
    // What a reader left to be tidied up later (jsdom its windows) is tidied up now, outside of the time.
    await setImmediate()
    const start = performance.now()
    let found: Found
    try {
      found = await reader(page)
    } catch {
      found = { body: '', title: '', authors: [], date: null }
    }
    seconds += (performance.now() - start) / 1000
    scores.push(scorePage(page, found))
  }
  return summary(scores, seconds)
}

function scorePage(page: GoldPage, found: Found): PageScore {
  const { gold } = page
  return {
    body: gold.body === null ? null : scoreBody(gold.body, found.body),
    segments: gold.with || gold.without ? scoreSegments(page, found.body) : null,
    title: gold.title === null ? null : isSameTitle(gold.title, found.title),
    date: gold.date === null ? null : isSameDay(gold.date, found.date),
    authors: gold.authors === null ? null : scoreAuthors(gold.authors, found.authors),
  }
}

function summary(scores: readonly PageScore[], seconds: number): Measured {
  const bodies = present(scores.map(({ body }) => body))
  const segments = present(scores.map((score) => score.segments))
  const authors = present(scores.map((score) => score.authors))
  return {
    pages: scores.length,
    body: bodies.length === 0 ? null : ratioOf(bodies),
    exact: bodies.length === 0 ? null : bodies.filter(({ isExact }) => isExact).length / bodies.length,
    segments: segments.length === 0 ? null : ratioOf(segments),
    title: share(scores.map(({ title }) => title)),
    date: share(scores.map(({ date }) => date)),
    authors: authors.length === 0 ? null : ratioOf(authors).f1,
    seconds,
  }
}

function share(values: readonly (boolean | null)[]): number | null {
  const judged = present(values)
  return judged.length === 0 ? null : judged.filter(Boolean).length / judged.length
}

function present<Value>(values: readonly (Value | null)[]): readonly Value[] {
  return values.filter((value) => value !== null)
}
