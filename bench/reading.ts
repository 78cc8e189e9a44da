/**
 * How well and how fast articles are read, beside other readers and a bare pass of the parser:
 * `npm run bench:reading -- [--no-peers] [--set NAME] [--json FILE]`. Needs ../shared/data or WIREDESK_DATA.
 */
import { parseArgs } from 'node:util'
import { bareParser } from './reading/bare-parser.ts'
import { type GoldPage, loadPages, type SetName, sets } from './reading/load-pages.ts'
import { type Measured, measure } from './reading/measure.ts'
import { readWithOurs } from './reading/our-reader.ts'
import { installPeers, loadPeers, type Peer } from './reading/peers.ts'
import { figuresOf, tableOf } from './reading/show.ts'
import { report, say } from './report.ts'

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    check: { type: 'boolean' },
    'no-peers': { type: 'boolean' },
    set: { type: 'string' },
  },
})
const pages = new Map<SetName, readonly GoldPage[]>()
for (const name of sets) {
  const loaded = values.set === undefined || values.set === name ? loadPages(name) : null
  if (loaded !== null) pages.set(name, loaded)
}
if (pages.size === 0) {
  say('The measuring data is not there (../shared/data or WIREDESK_DATA): nothing was measured.')
} else {
  const ours = await figures({ name: 'wiredesk', read: readWithOurs })
  const peakMemory = process.resourceUsage().maxRSS / 1024
  const others = [{ name: 'htmlparser2, bare', read: bareParser }, ...(await peers())]
  const theirs: Record<string, number> = {}
  for (const other of others) Object.assign(theirs, await figures(other))
  report({ ...ours, 'reading.wiredesk.peak-mb': Math.round(peakMemory), ...theirs })
}

async function figures(reader: Peer): Promise<Readonly<Record<string, number>>> {
  const results = new Map<SetName, Measured>()
  // The first pages of a reader pay for its start.
  for (const all of pages.values()) await measure(all.slice(0, 5), reader.read)
  for (const [name, all] of pages) results.set(name, (await measure(all, reader.read)).measured)
  say(tableOf(reader.name, results))
  return figuresOf(reader.name, results)
}

async function peers(): Promise<readonly Peer[]> {
  if (values['no-peers']) return []
  installPeers()
  return loadPeers()
}
