import { setTimeout as wait } from 'node:timers/promises'
import { seededChance } from '../../demo/chance.ts'
import type { Archive } from '../../src/archive/archive.ts'
import { openArchive } from '../../src/archive/open-archive.ts'
import { outletKey } from '../../src/kit/address.ts'
import type { WiredeskProcess, WiredeskProgram } from '../../test/support/wiredesk-process.ts'
import { type Ledger, readLedger } from './archive-ledger.ts'
import { brokenAtRest, brokenSince } from './broken-promises.ts'
import { type GrowingWorld, openGrowingWorld } from './growing-world.ts'

export interface KillOptions {
  readonly program: WiredeskProgram
  /** A file path or postgres://… of nothing yet. */
  readonly database: string
  readonly kills: number
  /** Sets what the world publishes and when the process is killed. */
  readonly seed: number
  /** How long after its first request a process is killed: any time between these. */
  readonly lifeMs: readonly [number, number]
  readonly tell?: (kill: KillLine) => void
}

/** What was found after one kill. */
export interface KillLine {
  readonly kill: number
  readonly published: number
  readonly articles: number
  readonly revisions: number
  /** Pages fetched but not filed, or listed but not fetched, when it was killed. */
  readonly inHand: number
  readonly broken: readonly string[]
}

export interface KillOutcome {
  readonly kills: number
  readonly published: number
  readonly articles: number
  readonly revisions: number
  /** Reports that are not there, or not as they read now. */
  readonly lost: number
  /** Articles too many. */
  readonly twice: number
  /** Sentences of the archive's own check. */
  readonly checkFailures: number
  readonly killsWithWorkInHand: number
  /** Killed before they had asked for anything. */
  readonly idleLives: number
  /** How often a page was asked for again: killed before it was kept, or said to have been edited. */
  readonly fetchedAgain: number
  /** Promises that did not hold, in sentences; empty when all is well. */
  readonly broken: readonly string[]
}

const growEveryMs = 150
/** Published while the process is away, so that it comes back to work. */
const grownMeanwhile = 5
/** A process that asks for nothing in this time has nothing to do, or hangs: it is killed all the same. */
const firstRequestWithinMs = 5000
const quietWithinMs = 60_000

/**
 * Lets `wiredesk start` follow a world that grows, kills it (SIGKILL) so many times, and looks at the archive after
 * each kill; then lets it come to rest and compares the archive with all that the world has published.
 */
export async function killDesk(options: KillOptions): Promise<KillOutcome> {
  const { database, kills, tell } = options
  const world = await openGrowingWorld(options.seed)
  try {
    await withArchive(database, (archive) => watch(archive, world))
    const chance = seededChance(options.seed, 'kills')
    const [shortest, longest] = options.lifeMs
    const broken: string[] = []
    let checkFailures = 0
    let killsWithWorkInHand = 0
    let idleLives = 0
    let before: Ledger | null = null
    for (let kill = 1; kill <= kills; kill += 1) {
      const askedBefore = world.askedPages().length
      const { errors, wasIdle } = await live(options, world, shortest + chance() * (longest - shortest))
      if (wasIdle) idleLives += 1
      const asked = world.askedPages().slice(askedBefore)
      const { ledger, faults } = await withArchive(database, lookAt)
      const found = [...errors, ...faults, ...brokenSince(before, ledger, { asked, reports: world.reports })]
      const inHand = ledger.open.read.size + ledger.open.fetch.size
      checkFailures += faults.length
      if (inHand > 0) killsWithWorkInHand += 1
      broken.push(...found.map((sentence) => `After kill ${kill}: ${sentence}`))
      tell?.({ kill, published: world.reports.size, ...sizeOf(ledger), inHand, broken: found })
      before = ledger
    }
    const { ledger, faults, unrest } = await comeToRest(options)
    const { lost, twice, sentences } = brokenAtRest(ledger, world.reports)
    const atRest = [...unrest, ...faults, ...sentences]
    return {
      kills,
      published: world.reports.size,
      ...sizeOf(ledger),
      lost,
      twice,
      checkFailures: checkFailures + faults.length,
      killsWithWorkInHand,
      idleLives,
      fetchedAgain: world.askedPages().length - new Set(world.askedPages()).size,
      broken: [...broken, ...atRest.map((sentence) => `At rest: ${sentence}`)],
    }
  } finally {
    await world.close()
  }
}

function sizeOf({ articles }: Ledger): { readonly articles: number; readonly revisions: number } {
  const revisions = [...articles.values()].reduce((sum, { headlines }) => sum + headlines.length, 0)
  return { articles: articles.size, revisions }
}

async function withArchive<Result>(
  database: string,
  use: (archive: Archive) => Promise<Result>,
): Promise<Result> {
  const archive = await openArchive(database, { clock: Date.now })
  try {
    return await use(archive)
  } finally {
    await archive.close()
  }
}

async function watch(archive: Archive, world: GrowingWorld): Promise<void> {
  for (const address of world.feeds) {
    const name = new URL(address).hostname
    await archive.sources.add(
      {
        kind: 'feed',
        address,
        title: name,
        outlet: { key: outletKey(address), name, language: null, country: null },
        nextPollAt: Date.now(),
        intervalSeconds: 1,
      },
      Date.now(),
    )
  }
}

/** One life of the process, from its start to its end by kill -9. */
async function live(
  options: KillOptions,
  world: GrowingWorld,
  lifeMs: number,
): Promise<{ readonly errors: readonly string[]; readonly wasIdle: boolean }> {
  for (let grown = 0; grown < grownMeanwhile; grown += 1) world.grow()
  const asked = world.requests()
  const desk = await startDesk(options)
  const startedAt = performance.now()
  while (world.requests() === asked && performance.now() - startedAt < firstRequestWithinMs) await wait(2)
  const growing = setInterval(world.grow, growEveryMs)
  await wait(lifeMs)
  clearInterval(growing)
  await desk.kill()
  const errors = desk.said().match(/^\{"level":[56]0.*/gm) ?? []
  return { errors, wasIdle: world.requests() === asked }
}

async function startDesk({ program, database }: KillOptions): Promise<WiredeskProcess> {
  return await program.start(['start'], {
    WIREDESK_DATABASE: database,
    WIREDESK_HOST_GAP_SECONDS: '0',
    WIREDESK_MIN_POLL_SECONDS: '1',
    WIREDESK_LEASE_SECONDS: '0.5',
    // Only what a feed says was changed is looked at again, so that every fetch can be explained.
    WIREDESK_CHECK_MINUTES: '',
    WIREDESK_READERS: '1',
    WIREDESK_LOG: 'info',
  })
}

interface Look {
  readonly ledger: Ledger
  /** What the archive's own check says. */
  readonly faults: readonly string[]
}

async function lookAt(archive: Archive): Promise<Look> {
  const faults = await archive.upkeep.check()
  const ledger = await readLedger(archive)
  // An editor asks for every source, so that the next life begins with work.
  for (const { source } of await archive.sources.list()) await archive.sources.pollSoon(source.id, Date.now())
  return { ledger, faults }
}

/** A last life, ended as a service manager ends it once nothing is left to do. */
async function comeToRest(options: KillOptions): Promise<Look & { readonly unrest: readonly string[] }> {
  const desk = await startDesk(options)
  const unrest = await withArchive(options.database, whyNotAtRest)
  const code = await desk.end()
  if (code !== 0) unrest.push(`It ended with ${code}: ${desk.said()}`)
  return { ...(await withArchive(options.database, lookAt)), unrest }
}

async function whyNotAtRest(archive: Archive): Promise<string[]> {
  const since = Date.now()
  for (;;) {
    const sources = await archive.sources.list()
    const isPolled = sources.every(({ source }) => (source.health.lastPollAt ?? 0) > since)
    const { waiting, leased, setAside } = await archive.jobs.counts(Date.now())
    if (isPolled && waiting + leased + setAside === 0) return []
    if (Date.now() - since > quietWithinMs)
      return [`It has not come to rest: ${JSON.stringify({ isPolled, waiting, leased, setAside })}.`]
    await wait(50)
  }
}
