import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { importWarc } from '../../intake/import-warc.ts'
import { newOutlet } from '../../kit/new-outlet.ts'
import { Problem } from '../../model/problem.ts'
import { parseOpml } from '../../wire/opml.ts'
import { addSources } from '../add-sources.ts'
import { type Call, type Command, exitCode, jsonOption } from '../command.ts'
import { noFile } from '../no-file.ts'
import { withArchive } from '../with-archive.ts'

export const importCommand: Command = {
  name: 'import',
  summary: 'add the sources of an OPML file, or the pages of WARC files',
  usage: 'FILE...',
  help: `
OPML: adds every feed that it lists, as any feed reader exports it. Those already watched stay as they are.
WARC (.warc, .warc.gz): keeps every page of it; the desk that runs, or runs next, reads them into articles.

  wiredesk import subscriptions.opml
  wiredesk import crawl/*.warc.gz`,
  options: jsonOption,
  arguments: { min: 1, max: 10_000 },
  async run(call) {
    for (const file of call.arguments) {
      const counts = await nameMissingFile(file, () =>
        /\.warc(\.gz)?$/i.test(file) ? importWarcFile(file, call) : importOpml(file, call),
      )
      call.terminal.progressEnds()
      call.terminal.print(
        call.flag('json') ? JSON.stringify({ file, ...counts }) : `${file}: ${inWords(counts)}.`,
      )
    }
    return exitCode.ok
  },
}

type Counts = Readonly<Record<string, number>>

async function importOpml(file: string, { configuration }: Call): Promise<Counts> {
  const wanted = parseOpml(await readFile(file, 'utf8')).map(({ kind, address, title, outlet }) => ({
    kind,
    address,
    title,
    outlet: newOutlet(address, outlet ?? title),
  }))
  const outcomes = await withArchive(configuration, (archive) => addSources(archive, configuration, wanted), {
    mayMake: true,
  })
  const added = outcomes.filter((outcome) => outcome.added).length
  return { 'sources added': added, 'watched already': outcomes.length - added }
}

async function importWarcFile(file: string, { configuration, terminal }: Call): Promise<Counts> {
  return await withArchive(
    configuration,
    async (archive) => {
      const { kept, known, passedOver } = await importWarc(createReadStream(file), {
        archive,
        clock: Date.now,
        name: path.basename(file),
        onProgress: (pages) => terminal.progress(file, pages, null),
      })
      return { 'pages kept to be read': kept, 'known already': known, 'passed over': passedOver }
    },
    { mayMake: true },
  )
}

function inWords(counts: Counts): string {
  return Object.entries(counts)
    .map(([what, count]) => `${count} ${what}`)
    .join(', ')
}

async function nameMissingFile<Result>(file: string, use: () => Promise<Result>): Promise<Result> {
  try {
    return await use()
  } catch (cause) {
    if (cause instanceof Problem) throw new Problem(cause.code, `${file}: ${cause.message}`, { cause })
    if ((cause as NodeJS.ErrnoException).syscall === undefined) throw cause
    throw noFile(file, cause)
  }
}
