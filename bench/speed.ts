/**
 * How fast pages become articles that can be searched for, and how soon one stands on an open desk:
 * `npm run bench:speed [-- --pages 3000 --fill 100000 --readers 2 --json FILE]`. Needs ../shared/data/pages or
 * WIREDESK_DATA. The pages are served by a proxy on the loopback, in a process of its own. `--fill 0` leaves the full
 * archive out.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { copyOfFilledArchive } from './kit/filled-archive.ts'
import { machineLine } from './kit/machine.ts'
import { measureIntake } from './kit/measure-intake.ts'
import { measurePublishing } from './kit/measure-publishing.ts'
import { startReplay } from './replay/start-replay.ts'
import { dataFile, type Figures, report, say } from './report.ts'

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '3000' },
    fill: { type: 'string', default: '100000' },
    readers: { type: 'string' },
    json: { type: 'string' },
    check: { type: 'boolean' },
  },
})

const pages = dataFile('pages')
if (pages === null) {
  say('The measuring data is not there (../shared/data or WIREDESK_DATA): nothing was measured.')
} else {
  const fill = Number(values.fill)
  report({
    ...(await intakeFigures(pages, 'empty', 0)),
    ...(fill === 0 ? {} : await intakeFigures(pages, `after-${fill / 1000}k`, fill)),
    ...(await publishingFigures(fill)),
  })
}

async function intakeFigures(folder: string, name: string, articles: number): Promise<Figures> {
  const home = mkdtempSync(path.join(tmpdir(), 'wiredesk-speed-'))
  const replay = await startReplay({ folder, pages: Number(values.pages) })
  try {
    const file = await archiveIn(home, articles)
    say(`${values.pages} pages into an archive of ${articles} articles; ${machineLine()}`)
    const config = values.readers === undefined ? {} : { readers: Number(values.readers) }
    return await measureIntake(name, { file, replay: replay.ready, config })
  } finally {
    await replay.close()
    rmSync(home, { recursive: true, force: true })
  }
}

async function publishingFigures(articles: number): Promise<Figures> {
  const home = mkdtempSync(path.join(tmpdir(), 'wiredesk-speed-'))
  try {
    say(`reports published among ${articles} articles; ${machineLine()}`)
    return await measurePublishing(await archiveIn(home, articles))
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

async function archiveIn(home: string, articles: number): Promise<string> {
  return articles === 0 ? path.join(home, 'archive.db') : await copyOfFilledArchive(articles, home)
}
