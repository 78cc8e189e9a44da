import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type DemoWorld, startDemoWorld } from '../../demo/world.ts'
import type { Archive } from '../../src/archive/archive.ts'
import { openArchive } from '../../src/archive/open-archive.ts'
import type { Chance, Clock } from '../../src/kit/clock.ts'
import type { FoundSource } from '../../src/model/source.ts'
import { discoverSources } from '../../src/wire/discover-sources.ts'
import { createFetcher } from '../../src/wire/fetcher.ts'
import { demoFetcher, quickClock } from './quick-clock.ts'

export interface KillRun {
  readonly kills: number
  /** Archives filled from empty to the end, one after another, until there were enough kills. */
  readonly rounds: readonly KillRound[]
}

export interface KillRound {
  readonly kills: number
  readonly published: number
  readonly filed: number
  /** What the archive's own check said after any kill or at the end; empty when all was well every time. */
  readonly faults: readonly string[]
  readonly missing: readonly string[]
  readonly filedTwice: readonly string[]
}

const child = path.join(import.meta.dirname, 'demo-intake-child.ts')
const tsx = fileURLToPath(import.meta.resolve('tsx'))
const longestRoundMs = 300_000
const idleMs = 8000

/**
 * Lets a process take in all that the demo world has published, and kills it (SIGKILL) at moments that chance gives,
 * until that many kills were made; the archive is checked after each. A round that has all begins another, from an
 * empty archive.
 */
export async function runKills(options: {
  readonly kills: number
  readonly chance: Chance
  /** The longest that a process lives, in ms after it says that it is at work. */
  readonly longestLifeMs: number
  readonly tell?: (kills: number, filed: number) => void
}): Promise<KillRun> {
  const time = quickClock()
  const folder = await mkdtemp(path.join(tmpdir(), 'wiredesk-kill-'))
  const world = await startDemoWorld({ clock: time.clock, speed: 12, seed: 1, slowMilliseconds: [5, 20] })
  time.skip(6 * 60_000)
  const rounds: KillRound[] = []
  const made = (): number => rounds.reduce((sum, round) => sum + round.kills, 0)
  try {
    while (made() < options.kills) {
      const file = path.join(folder, `archive-${rounds.length + 1}.db`)
      rounds.push(await runRound({ ...options, file, world, time, left: options.kills - made() }))
    }
  } finally {
    await world.close()
    await rm(folder, { recursive: true, force: true })
  }
  return { kills: made(), rounds }
}

async function runRound(round: {
  readonly file: string
  readonly world: DemoWorld
  readonly time: { readonly clock: Clock; readonly origin: string }
  readonly left: number
  readonly chance: Chance
  readonly longestLifeMs: number
  readonly tell?: (kills: number, filed: number) => void
}): Promise<KillRound> {
  const { file, world, time, left, chance, longestLifeMs } = round
  const published = world.published().map(({ address }) => address)
  const faults: string[] = []
  let kills = 0
  let filed = 0
  await watchWorld(file, world, time.clock)
  const endBy = Date.now() + longestRoundMs
  while (filed < published.length) {
    if (Date.now() > endBy) {
      faults.push(`After ${longestRoundMs / 1000} s ${filed} of ${published.length} reports are filed.`)
      break
    }
    const isKilled = kills < left
    const process = await startChild(file, time.origin)
    const exited = once(process, 'exit')
    if (isKilled) await wait(Math.floor(chance() * longestLifeMs))
    else await untilAllAreFiled()
    process.kill('SIGKILL')
    await exited
    if (isKilled) kills += 1
    await inArchive(file, time.clock, async (archive) => {
      faults.push(...(await archive.upkeep.check()))
      filed = await archive.articles.count()
    })
    round.tell?.(kills, filed)
  }
  return await inArchive(file, time.clock, async (archive) => {
    const addresses: string[] = []
    for await (const { line } of archive.articles.each()) addresses.push(line.address)
    return {
      kills,
      published: published.length,
      filed: addresses.length,
      faults,
      missing: published.filter((address) => !addresses.includes(address)),
      filedTwice: addresses.filter((address, place) => addresses.indexOf(address) !== place),
    }
  })

  async function untilAllAreFiled(): Promise<void> {
    await inArchive(file, time.clock, async (archive) => {
      while (Date.now() < endBy && (await archive.articles.count()) < published.length) await wait(100)
    })
  }
}

async function watchWorld(file: string, world: DemoWorld, clock: Clock): Promise<void> {
  const fetcher = createFetcher(demoFetcher(clock))
  const found: FoundSource[] = []
  for (const { address } of world.sources)
    found.push(...(await discoverSources(address, fetcher)).slice(0, 1))
  await fetcher.close()
  await inArchive(file, clock, async (archive) => {
    for (const source of found)
      await archive.sources.add({ ...source, nextPollAt: clock(), intervalSeconds: 1 }, clock())
  })
}

async function inArchive<Result>(
  file: string,
  clock: Clock,
  use: (archive: Archive) => Promise<Result>,
): Promise<Result> {
  const archive = await openArchive(file, { clock })
  try {
    return await use(archive)
  } finally {
    await archive.close()
  }
}

/** Resolves when it has filed something, or after a while in which there was nothing to file. */
async function startChild(file: string, origin: string): Promise<ChildProcess> {
  const started = spawn(process.execPath, ['--import', tsx, child, file, origin], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (started.stdout === null) throw new Error('The process has no output.')
  const lines = createInterface(started.stdout)
  await Promise.race([once(lines, 'line'), once(started, 'exit'), wait(idleMs, undefined, { ref: false })])
  lines.close()
  return started
}
