import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Archive } from '../../src/archive/archive.ts'
import { openArchive } from '../../src/archive/open-archive.ts'
import { sha256 } from '../../src/kit/hash.ts'
import { bareEntry } from '../../src/model/bare-entry.ts'
import { noMarks } from '../../src/model/no-marks.ts'
import { say } from '../report.ts'
import { createArticleMaker } from './made-up-articles.ts'

const cache = path.join(tmpdir(), 'wiredesk-bench')
const filedAtOnce = 200
const millisecondsApart = 2000

/** Whether an earlier run has left an archive with so many articles. */
export function hasFilledArchive(articles: number): boolean {
  return existsSync(folderOf(articles))
}

/**
 * The file of an archive with so many made-up articles, filed through its own interface in an earlier run or now. It is
 * not to be written to: see `copyOfFilledArchive`.
 */
export async function filledArchive(articles: number): Promise<string> {
  const folder = folderOf(articles)
  if (!hasFilledArchive(articles)) {
    const growing = `${folder}.growing`
    rmSync(growing, { recursive: true, force: true })
    mkdirSync(growing, { recursive: true })
    const archive = await openArchive(path.join(growing, fileName), { clock: Date.now })
    await fill(archive, articles)
    await archive.close()
    renameSync(growing, folder)
  }
  const file = path.join(folder, fileName)
  // One of an earlier version is brought up to this one.
  await (await openArchive(file, { clock: Date.now })).close()
  return file
}

/** A copy in `home` that may be written to. */
export async function copyOfFilledArchive(articles: number, home: string): Promise<string> {
  const file = await filledArchive(articles)
  cpSync(path.dirname(file), home, { recursive: true, filter: (part) => !part.endsWith('-shm') })
  return path.join(home, fileName)
}

const fileName = 'archive.db'

function folderOf(articles: number): string {
  return path.join(cache, `filled-${articles}`)
}

async function fill(archive: Archive, articles: number): Promise<void> {
  const make = createArticleMaker()
  const begun = Date.now()
  const firstAt = begun - articles * millisecondsApart
  const captureId = await keepOneCapture(archive, firstAt)
  let filed = 0
  await Promise.all(
    Array.from({ length: filedAtOnce }, async () => {
      while (filed < articles) {
        const n = filed
        filed += 1
        if (n > 0 && n % 20_000 === 0) say(`  filled ${n} articles in ${seconds(Date.now() - begun)} s`)
        const now = firstAt + n * millisecondsApart
        const { article, indexText, outlet } = make(n, now)
        await archive.articles.file({
          jobId: noJob,
          captureId,
          article,
          kind: 'article',
          indexText,
          marks: noMarks(article.language),
          outlet,
          sourceId: null,
          note: null,
          isReadBetter: false,
          gone: null,
          addresses: [article.address],
          contentHash: sha256(article.address),
          now,
          nextCheck: null,
        })
      }
    }),
  )
}

/** Ending a job that is not there ends none. */
const noJob = 1_000_000_000

async function keepOneCapture(archive: Archive, now: number): Promise<number> {
  const address = 'https://outlet-0.example/'
  const bytes = new TextEncoder().encode('<p>Made up.</p>')
  return await archive.captures.keep(
    {
      address,
      finalAddress: address,
      fetchedAt: now,
      status: 200,
      headers: {},
      bytes,
      sha256: sha256(bytes),
    },
    noJob,
    {
      work: { kind: 'read', address, sourceId: null, entry: bareEntry(address), checks: null },
      host: null,
      dueAt: now,
      key: 'made up',
    },
  )
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(0)
}
