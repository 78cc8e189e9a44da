import { setTimeout as sleep } from 'node:timers/promises'
import type { Chance, Clock } from '../../kit/clock.ts'
import { Problem } from '../../model/problem.ts'
import type { EpochMs } from '../../model/time.ts'
import { backOffSeconds, longestPauseSeconds, type Trouble } from './back-off.ts'
import { HostBackingOff } from './host-backing-off.ts'
import { allowAll, parseRobots, type RobotsRules } from './robots-rules.ts'

/** What politeness remembers of a host over a restart. `host` is host:port as in a URL. */
export interface HostRecordLike {
  readonly host: string
  /** '' when the host has none; null when it could not be read. */
  readonly robotsText: string | null
  readonly robotsFetchedAt: EpochMs | null
  /** Not before this time is anything asked of it. */
  readonly backOffUntil: EpochMs | null
  readonly consecutiveFailures: number
}

/** Gives hosts' turns: one request at a time each, with a gap between, and none while a host is to be left alone. */
export interface HostTurns {
  /** Waits for the host's turn. A Problem `wire/host-backing-off`, at once, while it is to be left alone. */
  take(host: string): Promise<Turn>
  robots(host: string): KeptRobots | null
  keepRobots(host: string, text: string): Promise<RobotsRules>
  /** When the host may be asked again, or null when nothing holds it back. */
  retryAt(host: string): EpochMs | null
  busyHosts(): readonly string[]
  close(): void
}

/** Ends with exactly one of the two. */
export interface Turn {
  /** The host answered well; `gapSeconds` passes before its next turn. */
  succeed(gapSeconds: number): Promise<void>
  /** It failed or asked for a pause: it is left alone for a while that grows with each failure in a row. */
  fail(trouble: Trouble, retryAfterSeconds: number | null, gapSeconds: number): Promise<void>
  /** Nothing is known of how it fares. */
  release(gapSeconds: number): void
}

export interface KeptRobots {
  readonly rules: RobotsRules
  readonly fetchedAt: EpochMs
}

export type Wait = (ms: number, signal: AbortSignal) => Promise<unknown>

export function createHostTurns(options: {
  readonly clock: Clock
  readonly chance: Chance
  readonly product: string
  readonly maxWaitSeconds: number
  readonly records: readonly HostRecordLike[]
  readonly save: (record: HostRecordLike) => Promise<void>
  readonly wait?: Wait
}): HostTurns {
  const { clock, chance, product, save } = options
  const wait: Wait = options.wait ?? ((ms, signal) => sleep(ms, undefined, { signal }))
  const hosts = new Map<string, Host>(
    options.records.map((record) => [record.host, restored(record, product)]),
  )
  const ending = new AbortController()

  const hostOf = (name: string): Host => {
    const known = hosts.get(name)
    // Last used, last in the map: the first are the ones to forget.
    if (known !== undefined) hosts.delete(name)
    else if (hosts.size >= mostHosts) forgetIdle(hosts, clock())
    const host = known ?? newHost(name)
    hosts.set(name, host)
    return host
  }

  const refuseWhileBackingOff = (host: Host): void => {
    if (ending.signal.aborted) throw new Problem('wire/closed', 'The fetcher was closed.')
    const until = leftAloneUntil(host, clock())
    if (until !== null)
      throw new HostBackingOff(
        'wire/host-backing-off',
        `${host.name} is left alone for a while, as it asked for a pause or did not work.`,
        until,
      )
  }

  const end = (host: Host, gapSeconds: number): void => {
    host.gapMs = gapSeconds * 1000
    host.freeAt = clock() + host.gapMs
  }

  return {
    async take(name) {
      const host = hostOf(name)
      refuseWhileBackingOff(host)
      if (host.waiting * host.gapMs > options.maxWaitSeconds * 1000)
        throw new HostBackingOff(
          'wire/host-busy',
          `${host.waiting} requests wait for ${name} already.`,
          clock() + host.waiting * host.gapMs,
        )
      const before = host.last
      const { promise, resolve: passOn } = withResolvers()
      host.last = promise
      host.waiting += 1
      try {
        await before
        refuseWhileBackingOff(host)
        const gap = gapLeft(host, clock())
        if (gap > 0) await wait(gap, ending.signal).catch(() => {})
        refuseWhileBackingOff(host)
      } catch (problem) {
        host.waiting -= 1
        passOn()
        throw problem
      }
      const done = (gapSeconds: number): void => {
        end(host, gapSeconds)
        host.waiting -= 1
        passOn()
      }
      return {
        release: done,
        async succeed(gapSeconds) {
          const isNews = host.failures > 0
          host.failures = 0
          host.backOffUntil = null
          done(gapSeconds)
          if (isNews) await save(recordOf(host))
        },
        async fail(trouble, retryAfterSeconds, gapSeconds) {
          host.failures += 1
          const pause = backOffSeconds(trouble, host.failures, retryAfterSeconds, chance)
          host.backOffUntil = Math.ceil(clock() + pause * 1000)
          done(gapSeconds)
          await save(recordOf(host))
        },
      }
    },
    robots: (name) => hosts.get(name)?.robots ?? null,
    async keepRobots(name, text) {
      const host = hostOf(name)
      host.robotsText = text
      host.robots = { rules: text === '' ? allowAll : parseRobots(text, product), fetchedAt: clock() }
      await save(recordOf(host))
      return host.robots.rules
    },
    retryAt: (name) => {
      const host = hosts.get(name)
      return host === undefined ? null : leftAloneUntil(host, clock())
    },
    busyHosts: () => {
      const now = clock()
      return [...hosts.values()].filter((host) => isBusy(host, now)).map((host) => host.name)
    },
    close: () => ending.abort(),
  }
}

/** Idle hosts beyond this many are forgotten; what was saved of them stays saved. */
const mostHosts = 5000

interface Host {
  readonly name: string
  /** Resolves when the last turn that was given or promised has ended. */
  last: Promise<void>
  /** Turns given or promised. */
  waiting: number
  gapMs: number
  freeAt: EpochMs
  backOffUntil: EpochMs | null
  failures: number
  robots: KeptRobots | null
  robotsText: string | null
}

function newHost(name: string): Host {
  return {
    name,
    last: Promise.resolve(),
    waiting: 0,
    gapMs: 0,
    freeAt: 0,
    backOffUntil: null,
    failures: 0,
    robots: null,
    robotsText: null,
  }
}

function restored(record: HostRecordLike, product: string): Host {
  const { robotsText, robotsFetchedAt } = record
  return {
    ...newHost(record.host),
    backOffUntil: record.backOffUntil,
    failures: record.consecutiveFailures,
    robotsText,
    robots:
      robotsText === null || robotsFetchedAt === null
        ? null
        : { rules: parseRobots(robotsText, product), fetchedAt: robotsFetchedAt },
  }
}

function recordOf(host: Host): HostRecordLike {
  return {
    host: host.name,
    robotsText: host.robotsText,
    robotsFetchedAt: host.robots?.fetchedAt ?? null,
    backOffUntil: host.backOffUntil,
    consecutiveFailures: host.failures,
  }
}

function isBusy(host: Host, now: EpochMs): boolean {
  return host.waiting > 0 || gapLeft(host, now) > 0 || leftAloneUntil(host, now) !== null
}

/** Null when it may be asked. An end that is further off than any pause comes of a clock that was set back since. */
function leftAloneUntil({ backOffUntil }: Host, now: EpochMs): EpochMs | null {
  const isAhead =
    backOffUntil !== null && backOffUntil > now && backOffUntil <= now + longestPauseSeconds * 1000
  return isAhead ? backOffUntil : null
}

/** Never more than the gap itself: a clock that was set back would hold the host for as long. */
function gapLeft({ freeAt, gapMs }: Host, now: EpochMs): number {
  return Math.min(freeAt - now, gapMs)
}

function forgetIdle(hosts: Map<string, Host>, now: EpochMs): void {
  let left = mostHosts / 10
  for (const [name, host] of hosts) {
    if (left === 0) return
    if (isBusy(host, now) || host.failures > 0) continue
    hosts.delete(name)
    left -= 1
  }
}

function withResolvers(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve: () => void = () => {}
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve }
}
