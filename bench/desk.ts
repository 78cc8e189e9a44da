/**
 * How soon the desk answers over a full archive: `npm run bench:desk [-- --articles 100000 --database FILE --json FILE]`.
 * The desk is a process of its own, asked over HTTP by a signed-in visitor.
 */
import { parseArgs } from 'node:util'
import { filledArchive } from './kit/filled-archive.ts'
import { machineLine } from './kit/machine.ts'
import { say } from './report.ts'

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '100000' },
    database: { type: 'string' },
    json: { type: 'string' },
  },
})

say(machineLine())
say(values.database ?? (await filledArchive(Number(values.articles))))
