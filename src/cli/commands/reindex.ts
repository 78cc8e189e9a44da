import type { Archive } from '../../archive/archive.ts'
import { countryZone } from '../../kit/country-zone.ts'
import { indexArticle } from '../../language/index-article.ts'
import { markArticle } from '../../language/mark-article.ts'
import { stemsVersion } from '../../language/stems-version.ts'
import { type Command, exitCode, jsonOption } from '../command.ts'
import { noteStems, noteStemsOfEmpty, readStems } from '../stems-state.ts'
import { withArchive } from '../with-archive.ts'

export const reindex: Command = {
  name: 'reindex',
  summary: 'index and mark the articles anew where a newer Wiredesk understands them better',
  usage: '',
  help: `
A newer Wiredesk may know more forms of words, and finds names, statements and credits that an earlier one did not. What it
takes in has them at once; what is in the archive already has them after this. \`wiredesk doctor\` says when it is needed. The desk may run and be searched meanwhile;
what is broken off goes on where it stopped.

  wiredesk reindex
  wiredesk reindex --force     also when nothing has changed`,
  options: {
    force: { type: 'boolean', help: 'index everything, whatever it was indexed by' },
    ...jsonOption,
  },
  arguments: { min: 0, max: 0 },
  async run({ configuration, terminal, flag }) {
    return await withArchive(configuration, async (archive) => {
      await noteStemsOfEmpty(archive)
      const from = await whereToBegin(archive, flag('force'))
      const count = from === null ? 0 : await reindexFrom(archive, from, terminal.progress)
      terminal.progressEnds()
      if (flag('json')) terminal.print(JSON.stringify({ articles: count, stemsVersion }))
      else
        terminal.say(
          from === null ? 'The index is up to date: nothing to do.' : `Indexed ${count} articles anew.`,
        )
      return exitCode.ok
    })
  },
}

/** The article after which to begin, or null when everything is indexed as it should be. */
async function whereToBegin(archive: Archive, isForced: boolean): Promise<number | null> {
  const { version, under } = await readStems(archive)
  if (under?.version === stemsVersion) return under.done
  return isForced || version !== stemsVersion ? 0 : null
}

async function reindexFrom(
  archive: Archive,
  from: number,
  progress: (label: string, done: number, total: number | null) => void,
): Promise<number> {
  const { version } = await readStems(archive)
  const total = from === 0 ? await archive.articles.count() : null
  let count = 0
  for (let after: number | null = from; after !== null; ) {
    await noteStems(archive, { version, under: { version: stemsVersion, done: after } })
    const piece: { readonly articles: number; readonly next: number | null } = await archive.upkeep.reindex(
      after,
      (article, { key, zone }) => ({
        indexText: indexArticle(article),
        marks: markArticle(article, zone ?? countryZone(key)),
      }),
    )
    count += piece.articles
    after = piece.next
    progress('articles', count, total)
  }
  await noteStems(archive, { version: stemsVersion, under: null })
  return count
}
