import { Problem } from '../../model/problem.ts'
import type { FoundSource } from '../../model/source.ts'
import { discoverSources } from '../../wire/discover-sources.ts'
import { addSources } from '../add-sources.ts'
import { type Command, exitCode, jsonOption } from '../command.ts'
import { whenToAskAgain } from '../when-to-ask-again.ts'
import { withArchive } from '../with-archive.ts'
import { withFetcher } from '../with-fetcher.ts'

export const add: Command = {
  name: 'add',
  summary: 'watch an outlet: paste its home page, feed, channel or account',
  usage: 'ADDRESS...',
  help: `
Finds what can be watched at an address (a feed, a news sitemap, a Telegram channel, a Mastodon account, else the
page itself) and adds the best of it. A desk that runs begins to watch it within seconds.

  wiredesk add example.com
  wiredesk add t.me/channel @account@mastodon.example
  wiredesk add example.com --preview`,
  options: {
    ...jsonOption,
    preview: { type: 'boolean', help: 'show all that was found and add nothing' },
    all: { type: 'boolean', help: 'add everything that was found, not only the best' },
  },
  arguments: { min: 1, max: 100 },
  async run({ arguments: addresses, configuration, terminal, flag }) {
    const found: (readonly FoundSource[])[] = []
    const failed: string[] = []
    await withFetcher(configuration, async (fetcher) => {
      for (const [index, address] of addresses.entries()) {
        terminal.progress(`looking at ${address}`, index, addresses.length)
        try {
          found.push(await discoverSources(address, fetcher))
        } catch (cause) {
          const problem = whenToAskAgain(cause, configuration.zone)
          if (!(problem instanceof Problem)) throw problem
          failed.push(`${terminal.style.bad('Problem')} ${address}: ${problem.message}  [${problem.code}]`)
        }
      }
      terminal.progressEnds()
    })
    for (const line of failed) terminal.say(line)
    const code = failed.length === 0 ? exitCode.ok : exitCode.problem
    const chosen = found.flatMap((list) => (flag('preview') || flag('all') ? list : list.slice(0, 1)))
    if (flag('preview')) {
      for (const source of chosen) terminal.print(flag('json') ? JSON.stringify(source) : previewText(source))
      return code
    }
    if (chosen.length === 0) return code
    const outcomes = await withArchive(configuration, (archive) => addSources(archive, configuration, chosen))
    for (const { source, added } of outcomes) {
      const { id, kind, title, address } = source
      const state = added ? 'added' : 'already watched'
      terminal.print(
        flag('json')
          ? JSON.stringify({ ...source, added })
          : `${state}  ${id}  ${kind}  ${title}  ${address}`,
      )
    }
    return code
  },
}

function previewText({ kind, address, title, entries }: FoundSource): string {
  return [
    `${kind}  ${title}  ${address}`,
    ...entries.map((entry) => `    ${entry.headline ?? entry.address}`),
  ].join('\n')
}
