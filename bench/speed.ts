/**
 * How fast pages become articles that can be searched for: `npm run bench:speed [-- --pages 3000 --fill 100000 --json FILE]`.
 * Needs ../shared/data/pages or WIREDESK_DATA. The pages are served by a proxy on the loopback, in a process of its own.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { machineLine } from './kit/machine.ts'
import { measureIntake } from './kit/measure-intake.ts'
import { startReplay } from './replay/start-replay.ts'
import { dataFile, type Figures, report, say } from './report.ts'

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '3000' },
    fill: { type: 'string', default: '100000' },
    json: { type: 'string' },
  },
})

const folder = dataFile('pages')
if (folder === null) {
  say('The measuring data is not there (../shared/data or WIREDESK_DATA): nothing was measured.')
} else {
  say(machineLine())
  report(await intakeFigures(folder, Number(values.pages)))
}

async function intakeFigures(folder: string, pages: number): Promise<Figures> {
  const replay = await startReplay({ folder, pages })
  const home = mkdtempSync(path.join(tmpdir(), 'wiredesk-speed-'))
  try {
    return await measureIntake('empty', path.join(home, 'archive.db'), replay.ready)
  } finally {
    await replay.close()
    rmSync(home, { recursive: true, force: true })
  }
}
