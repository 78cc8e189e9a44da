import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { lines } from '../../kit/lines.ts'
import { Problem } from '../../model/problem.ts'
import { archiveName } from '../archive-name.ts'
import { type Command, exitCode } from '../command.ts'
import { noFile } from '../no-file.ts'
import { withArchive } from '../with-archive.ts'

export const restore: Command = {
  name: 'restore',
  summary: 'fill an empty archive from a backup',
  usage: 'FILE',
  help: `
Loads a file made by \`wiredesk backup\` into an archive that is empty: a new home folder, or a new database.
All of it is there afterwards, or nothing.

  wiredesk restore desk-2026-11-24.jsonl.gz --home ./restored
  wiredesk restore desk-2026-11-24.jsonl.gz --database postgres://user@host/wiredesk`,
  options: {},
  arguments: { min: 1, max: 1 },
  async run({ arguments: [file = ''], configuration, terminal }) {
    return await withArchive(
      configuration,
      async (archive) => {
        let read = 0
        async function* rows(): AsyncIterable<string> {
          const bytes = createReadStream(file)
          const text = bytes.pipe(createGunzip())
          bytes.on('error', (cause) => text.destroy(cause))
          try {
            for await (const line of lines(text.setEncoding('utf8'))) {
              read += 1
              if (read % 1000 === 0) terminal.progress('rows', read, null)
              yield line
            }
          } catch (cause) {
            if ((cause as NodeJS.ErrnoException).syscall !== undefined) throw noFile(file, cause)
            throw new Problem(
              'archive/bad-backup',
              `${file} cannot be read as a backup: ${(cause as Error).message}`,
              { cause },
            )
          }
        }
        const loaded = await archive.upkeep
          .load(rows())
          .catch((cause) => Promise.reject(named(cause, configuration.database)))
        terminal.progressEnds()
        terminal.say(`Restored ${loaded} rows from ${file}.`)
        return exitCode.ok
      },
      { mayMake: true },
    )
  },
}

/** Which archive is not empty is half of the answer: it was named by an option, a variable, a file or nobody. */
function named(cause: unknown, database: string): unknown {
  if (!(cause instanceof Problem && cause.code === 'archive/not-empty')) return cause
  return new Problem(
    'archive/not-empty',
    `The archive ${archiveName(database)} is not empty, and a backup can only be restored into an empty one.`,
    { cause },
  )
}
