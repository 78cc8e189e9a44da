/**
 * What the dearest pages cost the reader, in processor time and memory for each megabyte: a list of pages made to be
 * dear, each in four encodings and a process of its own (of several readings the least), and mutations of the pages of ../shared/data, where it is there:
 * `npm run bench:hostile -- [--mb 4] [--only NAME] [--mutations 300] [--repeats 3] [--together] [--json FILE] [--check]`.
 * `--together` reads all in one process: faster, and only good for what throws.
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
    repeats: { type: 'string', default: '3' },
    together: { type: 'boolean' },
    json: { type: 'string' },
    check: { type: 'boolean' },
  },
})

/** What is promised of every page. */
const mostMs = 50
const mostMemory = 20

/** No reading takes half as long unless its time grows faster than the page; all together take as long as they take. */
const longestSeconds = values.together === true ? 600 : 120

const figures: Record<string, number> = {}
let exceptions = 0
let worstCpu = 0
let worstMemory = 0
const cheap = new Map<string, { cpu: boolean; memory: boolean }>()
say(`${'ms/MB'.padStart(8)} ${'memory'.padStart(8)}  encoding      page`)
const names = hostileInputs.map(({ name }) => name).filter((name) => name.includes(values.only))
for (const some of values.together === true ? [names] : names.map((name) => [name])) {
  const costs = run<readonly (Cost & { readonly name: string; readonly charset: HostileCharset })[]>(
    'read-hostile.ts',
    values.mb,
    values.repeats,
    ...some,
  )
  if (costs === null) note(values.together === true ? 'one of all' : some.join(), 'did not end')
  else for (const cost of costs) note(cost.name, cost.charset, cost)
}
const mutated =
  Number(values.mutations) === 0
    ? []
    : run<readonly Cost[]>('read-mutations.ts', values.mutations, values.repeats)
if (mutated === null) note('mutations of pages', 'did not end')
else if (mutated.length > 0) note('mutations of pages', 'as served', worstOf(mutated))
const kept = [...cheap.values()]
report({
  ...figures,
  'hostile.inputs': kept.length,
  'hostile.within.cpu': kept.filter(({ cpu }) => cpu).length,
  'hostile.within.memory': kept.filter(({ memory }) => memory).length,
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
  const before = cheap.get(name) ?? { cpu: true, memory: true }
  cheap.set(name, { cpu: before.cpu && cpu <= mostMs, memory: before.memory && memory <= mostMemory })
  const key = `hostile.${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`
  figures[`${key}.cpu-ms-per-mb`] = Math.max(figures[`${key}.cpu-ms-per-mb`] ?? 0, Math.round(cpu))
  figures[`${key}.memory-factor`] = Math.max(figures[`${key}.memory-factor`] ?? 0, Number(memory.toFixed(1)))
}
