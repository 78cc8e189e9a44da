import type { Archive, Job, JobWork } from '../archive/archive.ts'
import type { Chance, Clock } from '../kit/clock.ts'
import type { Logger } from '../kit/log.ts'
import type { Source } from '../model/source.ts'
import type { Fetcher } from '../wire/fetch-types.ts'
import { createFetcher, type FetcherOptions } from '../wire/fetcher.ts'
import { createCounters } from './counters.ts'
import { answerDiscovery } from './discover/answer-discovery.ts'
import { answerExplanation } from './explain/answer-explanation.ts'
import { fetchPage } from './fetch/fetch-page.ts'
import { defaultConfig, type IntakeConfig } from './intake-config.ts'
import { pollOne } from './poll/poll-one.ts'
import { createOutletMemories } from './read/outlet-memories.ts'
import { readCapture } from './read/read-capture.ts'
import { createReaderPool, type ReaderPool } from './read/reader-pool.ts'
import type { Rooms } from './rooms.ts'
import { startWorkLoop, type WorkLoop } from './work-loop.ts'

export type IntakeRole = 'collect' | 'read'

export interface IntakeOptions {
  readonly archive: Archive
  readonly clock: Clock
  readonly chance: Chance
  readonly logger: Logger
  /** collect: poll, fetch and discover; read: make articles of what was fetched. */
  readonly roles: readonly IntakeRole[]
  /** A fetcher, which the caller closes, or how to make one, which then remembers its hosts in the archive. */
  readonly fetcher: Fetcher | Omit<FetcherOptions, 'hosts'>
  /** Threads that the caller closes; else intake has its own. */
  readonly pool?: ReaderPool
  readonly config?: Partial<IntakeConfig>
}

export interface Intake {
  /** Claims nothing more, lets work in hand end within its grace and gives back what has not. */
  stop(): Promise<void>
  /** Counts since the start and what is in hand now, under plain names. */
  status(): Readonly<Record<string, number>>
  /** Resolves when all that is due is done. With one role only, when there is nothing that it could do. */
  idle(): Promise<void>
}

/**
 * Sets the order of work going: due sources are polled, what they list is fetched, what was fetched is read and filed.
 * Each step is a claim with a lease that ends in one transaction, so that a process may be killed at any moment:
 * it renews no lease any more, and its work is claimed again when they lapse.
 */
export function startIntake(options: IntakeOptions): Intake {
  const { archive, clock, chance, logger, roles } = options
  const config: IntakeConfig = { ...defaultConfig, ...options.config }
  const renewEveryMs = config.leaseMs / 3
  const counters = createCounters()
  const loops: Partial<Record<'poll' | 'fetch' | 'discover' | 'read' | 'explain', WorkLoop>> = {}
  let isStopping = false
  let pool: ReaderPool | null = null
  let fetcher: Fetcher | null = null
  const rooms: Rooms = {
    archive,
    clock,
    chance,
    logger,
    counters,
    memories: createOutletMemories(archive),
    config,
    wake: {
      poll: () => loops.poll?.wake(),
      fetch: () => loops.fetch?.wake(),
      read: () => loops.read?.wake(),
    },
    isStopping: () => isStopping,
  }
  if (roles.includes('read')) startReading()
  const collecting = roles.includes('collect') ? startCollecting() : Promise.resolve()
  // An editor's wish is taken up at once: a source added or to be polled soon, an address to look at.
  const unlisten = archive.changes.listen((changes) => {
    if (changes.some(({ kind }) => kind === 'discovery')) loops.discover?.wake()
    if (changes.some(({ kind }) => kind === 'explanation')) loops.explain?.wake()
    if (changes.some(({ kind }) => kind === 'source')) loops.poll?.wake()
  })

  return { stop, status, idle }

  function startReading(): void {
    const readers =
      options.pool ?? createReaderPool({ size: config.readers, limitMs: config.readLimitMs, logger })
    pool = readers
    loops.read = startJobLoop('read', config.readers * 8, (job, work) =>
      readCapture(rooms, readers, job, work),
    )
    loops.explain = startJobLoop('explain', 2, (job, work) => answerExplanation(rooms, readers, job, work))
  }

  async function startCollecting(): Promise<void> {
    const own = await openFetcher(options).catch((err: unknown) => {
      logger.fatal({ err }, 'intake: nothing can be fetched')
      return null
    })
    if (own === null || isStopping) return
    fetcher = own
    loops.poll = startWorkLoop<Source>({
      name: 'poll',
      atOnce: config.pollsAtOnce,
      logger,
      claim: (limit) => archive.sources.claimDue({ now: clock(), limit, leaseMs: config.leaseMs }),
      idOf: ({ id }) => id,
      renew: (ids) => archive.sources.renew(ids, clock() + config.leaseMs),
      renewEveryMs,
      work: (source) => pollOne(rooms, own, source),
    })
    loops.discover = startJobLoop('discover', 4, (job, work) => answerDiscovery(rooms, own, job, work))
    // The fetcher knows of a request once it waits for its turn; from the claim until then, these do.
    const asked = new Map<number, string>()
    loops.fetch = startJobLoop(
      'fetch',
      config.fetchesAtOnce,
      async (job, work) => {
        if (job.host !== null) asked.set(job.id, job.host)
        await fetchPage(rooms, own, job, work).finally(() => asked.delete(job.id))
      },
      () => ({ onePerHost: true, busyHosts: [...new Set([...own.busyHosts(), ...asked.values()])] }),
    )
  }

  function startJobLoop<Kind extends JobWork['kind']>(
    kind: Kind,
    atOnce: number,
    work: (job: Job, work: Extract<JobWork, { kind: Kind }>) => Promise<void>,
    narrow: () => { readonly onePerHost?: boolean; readonly busyHosts?: readonly string[] } = () => ({}),
  ): WorkLoop {
    return startWorkLoop<Job>({
      name: kind,
      atOnce,
      logger,
      claim: (limit) =>
        archive.jobs.claim({ kind, now: clock(), limit, leaseMs: config.leaseMs, ...narrow() }),
      idOf: ({ id }) => id,
      renew: (ids) => archive.jobs.renew(ids, clock() + config.leaseMs),
      renewEveryMs,
      work: (job) => work(job, job.work as Extract<JobWork, { kind: Kind }>),
    })
  }

  async function stop(): Promise<void> {
    if (isStopping) return
    unlisten()
    await collecting
    const ending = Promise.all(Object.values(loops).map((loop) => loop.stop()))
    const grace = setTimeout(giveBack, config.graceMs)
    await ending
    clearTimeout(grace)
    giveBack()
    if (options.pool === undefined) await pool?.close()
    if (isOptions(options.fetcher)) await fetcher?.close()
  }

  /** What is still under way fails now, and the steps put it back as it was. */
  function giveBack(): void {
    isStopping = true
    if (options.pool === undefined) void pool?.close()
    if (isOptions(options.fetcher)) void fetcher?.close()
  }

  function status(): Readonly<Record<string, number>> {
    const inHand = Object.entries(loops).map(([name, loop]) => [`in-hand.${name}`, loop.inHand()])
    return {
      ...counters.all(),
      ...Object.fromEntries(inHand),
      'readers.replaced': pool?.replaced() ?? 0,
    }
  }

  async function idle(): Promise<void> {
    await collecting
    for (;;) {
      const before = JSON.stringify(counters.all())
      await Promise.all(Object.values(loops).map((loop) => loop.rest()))
      const isQuiet = before === JSON.stringify(counters.all())
      if (isQuiet && (await nothingIsDue())) return
      // What is due may have to wait for its host.
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  async function nothingIsDue(): Promise<boolean> {
    if (isStopping || !(roles.includes('collect') && roles.includes('read'))) return true
    const { due, leased } = await archive.jobs.counts(clock())
    return due + leased === 0
  }
}

async function openFetcher({ archive, fetcher }: IntakeOptions): Promise<Fetcher> {
  if (!isOptions(fetcher)) return fetcher
  const records = await archive.hosts.all()
  return createFetcher({ ...fetcher, hosts: { records, save: (record) => archive.hosts.save(record) } })
}

function isOptions(fetcher: IntakeOptions['fetcher']): fetcher is Omit<FetcherOptions, 'hosts'> {
  return !('fetch' in fetcher)
}
