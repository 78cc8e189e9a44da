import { writeSync } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { bodyText } from '../../model/block-text.ts'
import { Problem } from '../../model/problem.ts'
import { writeOpml } from '../../wire/opml.ts'
import { type Call, type Command, exitCode, UsageError } from '../command.ts'
import { withArchive } from '../with-archive.ts'

export const exportCommand: Command = {
  name: 'export',
  summary: 'write the sources as OPML, or the articles as JSON lines',
  usage: 'opml|articles [FILE]',
  help: `
Writes to FILE, or to standard output.

  wiredesk export opml sources.opml
  wiredesk export articles --after 2026-11-01 --before 2026-12-01 november.jsonl`,
  options: {
    after: { type: 'string', value: 'DATE', help: 'articles from this day on (YYYY-MM-DD, UTC)' },
    before: { type: 'string', value: 'DATE', help: 'articles before this day' },
  },
  arguments: { min: 1, max: 2 },
  async run(call) {
    const [what, file] = call.arguments
    const write = what === undefined ? undefined : exports[what]
    if (write === undefined) throw new UsageError(`“${what}” cannot be exported; opml and articles can.`)
    const count =
      file === undefined
        ? await write(call, call.terminal.print)
        : await toFile(file, (print) => write(call, print))
    call.terminal.say(
      `Exported ${count} ${what === 'opml' ? 'sources' : 'articles'}${file === undefined ? '' : ` to ${file}`}.`,
    )
    return exitCode.ok
  },
}

type Print = (line: string) => void

const exports: Readonly<Record<string, (call: Call, print: Print) => Promise<number>>> = {
  opml: ({ configuration }, print) =>
    withArchive(configuration, async (archive) => {
      const list = await archive.sources.list()
      print(
        writeOpml(
          list.map(({ source, outlet }) => ({ ...source, outlet: outlet.name })),
          'Wiredesk',
        ),
      )
      return list.length
    }),

  articles: ({ configuration, terminal, text }, print) => {
    const period = { ...bound('after', text('after')), ...bound('before', text('before')) }
    return withArchive(configuration, async (archive) => {
      let count = 0
      for await (const { line, article, revisions } of archive.articles.each(period)) {
        print(JSON.stringify({ ...line, ...article, text: bodyText(article), revisions }))
        count += 1
        if (count % 100 === 0) terminal.progress('articles', count, null)
      }
      terminal.progressEnds()
      return count
    })
  },
}

function bound<Name extends 'after' | 'before'>(
  name: Name,
  day: string | undefined,
): { [Key in Name]?: number } {
  if (day === undefined) return {}
  const at = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(at)) throw new UsageError(`--${name} takes a day such as 2026-11-24, not “${day}”.`)
  return { [name]: at } as { [Key in Name]?: number }
}

/** The file appears under its name only when it is whole. */
async function toFile(file: string, write: (print: Print) => Promise<number>): Promise<number> {
  const unfinished = `${file}.unfinished`
  try {
    const handle = await open(unfinished, 'w')
    try {
      const count = await write((line) => void writeSync(handle.fd, `${line}\n`))
      await handle.sync()
      await rename(unfinished, file)
      return count
    } finally {
      await handle.close()
    }
  } catch (cause) {
    if (cause instanceof Problem) throw cause
    throw new Problem('cli/cannot-write', `${file} cannot be written: ${(cause as Error).message}`, { cause })
  }
}
