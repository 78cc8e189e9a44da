/**
 * What the dearest pages cost the reader, in processor time and memory for each megabyte: a list of pages made to be
 * dear, each in four encodings and a process of its own, and mutations of the pages of ../shared/data, where it is there:
 * `npm run bench:hostile -- [--mb 4] [--only NAME] [--mutations 300] [--json FILE] [--check]`.
 */
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { HostileCharset } from './hostile/encode-page.ts'
import { hostileInputs } from './hostile/hostile-inputs.ts'
import type { Cost } from './hostile/measure-read.ts'
import { report, say } from './report.ts'

const { values } = parseArgs({
  options: {
    mb: { type: 'string', default: '4' },
    only: { type: 'string', default: '' },
    mutations: { type: 'string', default: '300' },
    json: { type: 'string' },
    check: { type: 'boolean' },
  },
})

/** No reading takes half as long unless its time grows faster than the page. */
const longestSeconds = 120

const figures: Record<string, number> = {}
let exceptions = 0
let worstCpu = 0
let worstMemory = 0
say(`${'ms/MB'.padStart(8)} ${'memory'.padStart(8)}  encoding      page`)
for (const { name } of hostileInputs) {
  if (!name.includes(values.only)) continue
  const costs = run<readonly (Cost & { readonly charset: HostileCharset })[]>(
    'read-hostile.ts',
    name,
    values.mb,
  )
  if (costs === null) note(name, 'did not end')
  else for (const cost of costs) note(name, cost.charset, cost)
}
const mutated =
  Number(values.mutations) === 0 ? [] : run<readonly Cost[]>('read-mutations.ts', values.mutations)
if (mutated === null) note('mutations of pages', 'did not end')
else if (mutated.length > 0) note('mutations of pages', 'as served', worstOf(mutated))
report({
  ...figures,
  'hostile.exceptions': exceptions,
  'hostile.worst.cpu-ms-per-mb': Math.round(worstCpu),
  'hostile.worst.memory-factor': Number(worstMemory.toFixed(1)),
})

function run<Answer>(script: string, ...input: readonly string[]): Answer | null {
  const file = path.join(import.meta.dirname, 'hostile', script)
  const { stdout, status } = spawnSync(
    process.execPath,
    [...process.execArgv, '--expose-gc', '--max-old-space-size=3000', file, ...input],
    {
      encoding: 'utf8',
      timeout: longestSeconds * 1000,
      stdio: ['ignore', 'pipe', 'inherit'],
      maxBuffer: 1e8,
    },
  )
  return status === 0 ? (JSON.parse(stdout) as Answer) : null
}

function worstOf(costs: readonly Cost[]): Cost {
  return costs.reduce((a, b) => ({
    megabytes: Math.max(a.megabytes, b.megabytes),
    cpuMsPerMegabyte: Math.max(a.cpuMsPerMegabyte, b.cpuMsPerMegabyte),
    memoryFactor: Math.max(a.memoryFactor, b.memoryFactor),
    threw: a.threw || b.threw,
  }))
}

/** A page that did not end counts as an exception: nobody gets a reading of it. */
function note(name: string, what: string, cost?: Cost): void {
  if (cost === undefined || cost.threw) exceptions++
  const cpu = cost?.cpuMsPerMegabyte ?? longestSeconds * 1000
  const memory = cost?.memoryFactor ?? 0
  say(`${cpu.toFixed(0).padStart(8)} ${memory.toFixed(1).padStart(8)}  ${what.padEnd(12)}  ${name}`)
  worstCpu = Math.max(worstCpu, cpu)
  worstMemory = Math.max(worstMemory, memory)
  const key = `hostile.${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`
  figures[`${key}.cpu-ms-per-mb`] = Math.max(figures[`${key}.cpu-ms-per-mb`] ?? 0, Math.round(cpu))
  figures[`${key}.memory-factor`] = Math.max(figures[`${key}.memory-factor`] ?? 0, Number(memory.toFixed(1)))
}
