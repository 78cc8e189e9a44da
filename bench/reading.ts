/**
 * How well and how fast articles are read, beside other readers and a bare pass of the parser, each in a process of its own:
 * `npm run bench:reading -- [--no-peers] [--set NAME] [--json FILE] [--check]`. Needs ../shared/data or WIREDESK_DATA.
 */
import { parseArgs } from 'node:util'
import { loadPages, sets } from './reading/load-pages.ts'
import { measureApart } from './reading/measure-apart.ts'
import { installPeers } from './reading/peers.ts'
import { bareName, ourName, peerNames } from './reading/readers.ts'
import { figuresOf, speedOf, tableOf } from './reading/show.ts'
import { type Figures, report, say } from './report.ts'

const { values } = parseArgs({
  options: {
    json: { type: 'string' },
    check: { type: 'boolean' },
    'no-peers': { type: 'boolean' },
    set: { type: 'string' },
  },
})
const asked = sets.filter((name) => values.set === undefined || values.set === name)
const there = asked.filter((name) => loadPages(name) !== null)
if (there.length === 0) {
  say('The measuring data is not there (../shared/data or WIREDESK_DATA): nothing was measured.')
} else {
  if (!values['no-peers']) installPeers()
  const figures: Record<string, number> = {}
  for (const reader of [ourName, bareName, ...(values['no-peers'] ? [] : peerNames)])
    Object.assign(figures, await figuresFrom(reader))
  report(figures)
}

async function figuresFrom(reader: string): Promise<Figures> {
  const told = await measureApart(reader, there)
  if (told === null) {
    say(`${reader} did not come through: it is left out.\n`)
    return {}
  }
  const results = new Map(told.sets)
  if (reader === bareName) return speedOf(reader, results, told.peakMb)
  say(tableOf(reader, results))
  return { ...figuresOf(reader, results), ...speedOf(reader, results, told.peakMb) }
}
