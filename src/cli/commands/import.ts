import { readFile } from 'node:fs/promises'
import { outletKey } from '../../kit/address.ts'
import { Problem } from '../../model/problem.ts'
import { parseOpml } from '../../wire/opml.ts'
import { type Command, exitCode, jsonOption } from '../command.ts'
import { withArchive } from '../with-archive.ts'

export const importCommand: Command = {
  name: 'import',
  summary: 'add the sources of an OPML file',
  usage: 'FILE',
  help: `
Adds every feed that an OPML file lists, as any feed reader exports it. Those already watched stay as they are.

  wiredesk import subscriptions.opml`,
  options: jsonOption,
  arguments: { min: 1, max: 1 },
  async run({ arguments: [file = ''], configuration, terminal, flag }) {
    const listed = parseOpml(await fileText(file))
    const added = await withArchive(configuration, async (archive) => {
      let count = 0
      for (const [index, { address, title }] of listed.entries()) {
        terminal.progress('sources', index, listed.length)
        const key = outletKey(address)
        const outcome = await archive.sources.add(
          {
            kind: 'feed',
            address,
            title,
            outlet: { key, name: title || key, language: null, country: null },
            nextPollAt: Date.now(),
            intervalSeconds: configuration.minPollSeconds,
          },
          Date.now(),
        )
        if (outcome.added) count += 1
      }
      return count
    })
    terminal.progressEnds()
    terminal.print(
      flag('json')
        ? JSON.stringify({ listed: listed.length, added })
        : `${added} sources added, ${listed.length - added} were watched already.`,
    )
    return exitCode.ok
  },
}

async function fileText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    throw new Problem('cli/no-file', `${file} cannot be read: ${(cause as Error).message}`, { cause })
  }
}
