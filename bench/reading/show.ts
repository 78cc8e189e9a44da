import type { SetName } from './load-pages.ts'
import type { Measured } from './measure.ts'

const heading = [
  'set'.padEnd(12),
  'pages',
  'body P',
  'R',
  'F1',
  'exact',
  'segments P',
  'R',
  'F1',
  'title',
  'date',
  'authors',
  'pages/s',
]

/** A reader's figures as a table, a set a line; '–' for what a set does not judge. */
export function tableOf(reader: string, results: ReadonlyMap<SetName, Measured>): string {
  const lines = [...results].map(([name, one]) => [
    name.padEnd(12),
    String(one.pages),
    share(one.body?.precision),
    share(one.body?.recall),
    share(one.body?.f1),
    share(one.exact),
    share(one.segments?.precision),
    share(one.segments?.recall),
    share(one.segments?.f1),
    share(one.title),
    share(one.date),
    share(one.authors),
    String(Math.round(one.pages / one.seconds)),
  ])
  const rows = [heading, ...lines].map((cells) =>
    cells.map((cell, at) => cell.padStart(heading[at]?.length ?? 0).padStart(6)).join('  '),
  )
  return `${reader}\n${rows.join('\n')}\n`
}

/** reading.READER.SET.FIGURE: how well it reads. */
export function figuresOf(
  reader: string,
  results: ReadonlyMap<SetName, Measured>,
): Readonly<Record<string, number>> {
  const figures: Record<string, number> = {}
  for (const [name, one] of results) {
    const named: Readonly<Record<string, number | null | undefined>> = {
      'body-precision': one.body?.precision,
      'body-recall': one.body?.recall,
      'body-f1': one.body?.f1,
      exact: one.exact,
      'segments-precision': one.segments?.precision,
      'segments-recall': one.segments?.recall,
      'segments-f1': one.segments?.f1,
      title: one.title,
      date: one.date,
      authors: one.authors,
    }
    for (const [figure, value] of Object.entries(named))
      if (value !== null && value !== undefined)
        figures[`reading.${keyOf(reader)}.${name}.${figure}`] = Number(value.toFixed(4))
  }
  return figures
}

/** reading.READER.pages-per-second over all sets, and reading.READER.peak-mb of its process. */
export function speedOf(
  reader: string,
  results: ReadonlyMap<SetName, Measured>,
  peakMb: number,
): Readonly<Record<string, number>> {
  const all = [...results.values()]
  const pages = all.reduce((sum, one) => sum + one.pages, 0)
  const seconds = all.reduce((sum, one) => sum + one.seconds, 0)
  return {
    [`reading.${keyOf(reader)}.pages-per-second`]: Math.round(pages / seconds),
    [`reading.${keyOf(reader)}.peak-mb`]: peakMb,
  }
}

function keyOf(reader: string): string {
  return reader
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

function share(value: number | null | undefined): string {
  return value === null || value === undefined ? '–' : value.toFixed(3)
}
