import type { FoundSource } from '../../model/source.ts'
import { discoverSources } from '../../wire/discover-sources.ts'
import { addSources } from '../add-sources.ts'
import { type Command, exitCode, jsonOption } from '../command.ts'
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
    const found = await withFetcher(configuration, async (fetcher) => {
      const lists: FoundSource[][] = []
      for (const address of addresses) {
        terminal.progress(`looking at ${address}`, lists.length, addresses.length)
        lists.push([...(await discoverSources(address, fetcher))])
      }
      terminal.progressEnds()
      return lists
    })
    const chosen = found.flatMap((list) => (flag('preview') || flag('all') ? list : list.slice(0, 1)))
    if (flag('preview')) {
      for (const source of chosen) terminal.print(flag('json') ? JSON.stringify(source) : previewText(source))
      return exitCode.ok
    }
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
    return exitCode.ok
  },
}

function previewText({ kind, address, title, entries }: FoundSource): string {
  return [
    `${kind}  ${title}  ${address}`,
    ...entries.map((entry) => `    ${entry.headline ?? entry.address}`),
  ].join('\n')
}
