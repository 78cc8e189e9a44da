import { createWriteStream } from 'node:fs'
import { rename } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { Problem } from '../../model/problem.ts'
import { type Command, exitCode } from '../command.ts'
import { withArchive } from '../with-archive.ts'

export const backup: Command = {
  name: 'backup',
  summary: 'write the whole archive to one file, while the desk runs',
  usage: 'FILE',
  help: `
Writes everything (sources, articles with revisions, captures, users) from one moment to FILE, as gzipped JSON lines.
The desk may run meanwhile. The file can be restored into SQLite or PostgreSQL: that is also how to move between them.
FILE appears only when it is whole.

  wiredesk backup desk-2026-11-24.jsonl.gz`,
  options: {},
  arguments: { min: 1, max: 1 },
  async run({ arguments: [file = ''], configuration, terminal }) {
    return await withArchive(configuration, async (archive) => {
      const unfinished = `${file}.unfinished`
      let rows = 0
      async function* lines(): AsyncIterable<string> {
        for await (const line of archive.upkeep.dump()) {
          rows += 1
          if (rows % 1000 === 0) terminal.progress('rows', rows, null)
          yield `${line}\n`
        }
      }
      try {
        await pipeline(
          Readable.from(lines()),
          createGzip({ level: 6 }),
          createWriteStream(unfinished, { mode: 0o600 }),
        )
        await rename(unfinished, file)
      } catch (cause) {
        if (cause instanceof Problem) throw cause
        throw new Problem('cli/cannot-write', `${file} cannot be written: ${(cause as Error).message}`, {
          cause,
        })
      }
      terminal.progressEnds()
      terminal.say(`Backed up ${rows} rows to ${file}.`)
      return exitCode.ok
    })
  },
}
