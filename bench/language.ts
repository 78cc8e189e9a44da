/**
 * How well and how fast texts are understood: `npm run bench:language -- [--only PART] [--json FILE] [--check]`. Parts
 * whose data is not there (../shared/data or WIREDESK_DATA) are left out; nothing was trained on the set that it is judged by.
 */
import { parseArgs } from 'node:util'
import { measureCredits } from './language/credits.ts'
import { measureEncounters } from './language/encounters.ts'
import { measureIdentification } from './language/identification.ts'
import { measureNames } from './language/names.ts'
import { measurePeople } from './language/people.ts'
import { measureSpeed } from './language/speed.ts'
import { measureStatements } from './language/statements.ts'
import { measureStemming } from './language/stemming.ts'
import { measureTime } from './language/time.ts'
import { measureTopic } from './language/topic.ts'
import { type Figures, report, say } from './report.ts'

const parts: Readonly<Record<string, () => Figures | Promise<Figures>>> = {
  credits: measureCredits,
  encounters: measureEncounters,
  identification: measureIdentification,
  names: measureNames,
  statements: measureStatements,
  people: measurePeople,
  stemming: measureStemming,
  time: measureTime,
  topic: measureTopic,
  speed: measureSpeed,
}

const { only } = parseArgs({ options: { only: { type: 'string' } }, strict: false }).values
const asked = Object.entries(parts).filter(([name]) => only === undefined || only === name)
if (asked.length === 0) {
  say(`There is no part ${String(only)}; there are ${Object.keys(parts).join(', ')}.`)
  process.exitCode = 1
} else {
  const figures: Record<string, number> = {}
  for (const [, measure] of asked) Object.assign(figures, await measure())
  report(figures)
}
