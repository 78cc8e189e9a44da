/**
 * How soon the desk answers over a full archive: `npm run bench:desk [-- --articles 100000,1000000 --database FILE --json FILE]`.
 * The desk is a process of its own, asked over HTTP by a signed-in visitor, one request after another. Filled archives
 * are kept under the system's folder for temporary files.
 */
import { parseArgs } from 'node:util'
import type { Archive } from '../src/archive/archive.ts'
import { openArchive } from '../src/archive/open-archive.ts'
import type { Visitor } from '../test/support/visitor.ts'
import { chooseQueries } from './kit/choose-queries.ts'
import { filledArchive, hasFilledArchive } from './kit/filled-archive.ts'
import { machineLine } from './kit/machine.ts'
import { percentile } from './kit/percentile.ts'
import { startDesk } from './kit/start-desk.ts'
import { type Figures, report, say } from './report.ts'

const warmUps = 150
const requests = 500

const { values } = parseArgs({
  options: {
    articles: { type: 'string' },
    database: { type: 'string' },
    json: { type: 'string' },
    check: { type: 'boolean' },
  },
})

const figures: Record<string, number> = {}
for (const file of await archives()) Object.assign(figures, await deskFigures(file))
report(figures)

/** Those asked for; else 100 thousand articles, and a million where an earlier run has left them. */
async function archives(): Promise<readonly string[]> {
  if (values.database !== undefined) return [values.database]
  const sizes = values.articles?.split(',').map(Number) ?? [100_000, ...[1_000_000].filter(hasFilledArchive)]
  const files: string[] = []
  for (const size of sizes) files.push(await filledArchive(size))
  return files
}

async function deskFigures(file: string): Promise<Figures> {
  const archive = await openArchive(file, { clock: Date.now, readOnly: true })
  const desk = await startDesk(file)
  try {
    const articles = await archive.articles.count()
    say(`${articles} articles; ${machineLine()}`)
    const figures: Record<string, number> = {}
    for (const [name, paths] of Object.entries(await pathsOf(archive, desk.visitor))) {
      const times = await timeAll(desk.visitor, paths)
      const key = `desk.${inWords(articles)}.${name}`
      figures[`${key}.p50-ms`] = percentile(times, 0.5)
      figures[`${key}.p99-ms`] = percentile(times, 0.99)
    }
    return figures
  } finally {
    await desk.close()
    await archive.close()
  }
}

async function pathsOf(
  archive: Archive,
  visitor: Visitor,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const queries = await chooseQueries(archive)
  const articles = await archive.articles.count()
  return {
    latest: ['/latest'],
    'latest-filtered': ['/latest?language=kk', '/latest?language=uk&language=en', '/latest?outlet=1'],
    'latest-older': await olderPages(visitor),
    article: Array.from({ length: requests }, (_, at) => `/articles/${1 + ((at * 7919) % articles)}`),
    ...Object.fromEntries(
      Object.entries(queries).map(([name, list]) => [
        `search-${name}`,
        list.map((query) => `/search?q=${encodeURIComponent(query)}`),
      ]),
    ),
  }
}

async function olderPages(visitor: Visitor): Promise<readonly string[]> {
  const paths: string[] = []
  for (let path: string | undefined = '/latest'; path !== undefined && paths.length < 20; ) {
    const { text } = await visitor.get(path)
    path = /<a href="([^"]+)" rel="next"/.exec(text)?.[1]?.replaceAll('&amp;', '&')
    if (path !== undefined) paths.push(path)
  }
  return paths
}

async function timeAll(visitor: Visitor, paths: readonly string[]): Promise<readonly number[]> {
  const times: number[] = []
  let found = 0
  for (let at = -warmUps; at < requests; at += 1) {
    const path = paths[(at + warmUps) % paths.length] ?? ''
    const begun = performance.now()
    const { status, text } = await visitor.get(path)
    if (at >= 0) times.push(performance.now() - begun)
    if (status !== 200) throw new Error(`${path} answered ${status}.`)
    if (text.includes('href="/articles/')) found += 1
  }
  if (found < requests / 2 && !paths[0]?.startsWith('/articles/'))
    say(
      `  Only ${found} of ${requests + warmUps} answers to ${decodeURIComponent(paths[0] ?? '')} and the like showed any article.`,
    )
  return times
}

function inWords(articles: number): string {
  return articles >= 1_000_000 ? `${Math.round(articles / 1_000_000)}m` : `${Math.round(articles / 1000)}k`
}
