import type { Clock } from '../../kit/clock.ts'
import { Problem } from '../../model/problem.ts'
import type { EpochMs } from '../../model/time.ts'
import { parseAddress } from './address-guard.ts'
import type { Answer } from './exchange.ts'
import { HostBackingOff } from './host-backing-off.ts'
import type { HostTurns, KeptRobots } from './host-turns.ts'
import { allowAll, type RobotsRules, robotsLimit } from './robots-rules.ts'

export interface RobotsKeeper {
  /**
   * The rules of a URL's host, at most a day old. No robots.txt (4xx) allows everything; one that cannot be had
   * allows nothing for now: a Problem that says why, unless older rules are at hand, which then hold.
   */
  rulesFor(url: URL): Promise<RobotsRules>
}

export function createRobotsKeeper(options: {
  readonly clock: Clock
  readonly turns: HostTurns
  /** Asks for one robots.txt in its host's turn, without following redirects; `isSpare` when older rules are at hand. */
  readonly ask: (url: URL, isSpare: boolean) => Promise<Answer>
}): RobotsKeeper {
  const { clock, turns, ask } = options
  const prolonged = new WeakMap<KeptRobots, EpochMs>()
  const loading = new Map<string, Promise<RobotsRules>>()

  const load = async (url: URL): Promise<RobotsRules> => {
    const kept = turns.robots(url.host)
    try {
      return await turns.keepRobots(url.host, await fetchText(new URL('/robots.txt', url), kept !== null))
    } catch (problem) {
      if (kept === null || !(problem instanceof Problem)) throw problem
      prolonged.set(kept, clock() + prolongedMs)
      return kept.rules
    }
  }

  const fetchText = async (first: URL, isSpare: boolean): Promise<string> => {
    let url = first
    for (let hop = 0; hop <= mostRedirects; hop += 1) {
      const { status, headers, bytes } = await ask(url, isSpare)
      // 429 is a 4xx, but says "later", not "none".
      if (status >= 500 || status === 429) throw unreadable(first, status, turns.retryAt(url.host) ?? clock())
      if (status >= 400) return ''
      if (status < 300) return new TextDecoder().decode((bytes ?? new Uint8Array()).subarray(0, robotsLimit))
      const next = target(headers.location, url)
      if (next === null) return ''
      url = next
    }
    return ''
  }

  return {
    async rulesFor(url) {
      if (url.pathname === '/robots.txt') return allowAll
      const kept = turns.robots(url.host)
      if (kept !== null && (prolonged.get(kept) ?? kept.fetchedAt + freshMs) > clock()) return kept.rules
      const started = loading.get(url.host)
      if (started !== undefined) return await started
      const begun = load(url).finally(() => loading.delete(url.host))
      loading.set(url.host, begun)
      return await begun
    },
  }
}

/** RFC 9309 §2.3.1.2: at least five; then it counts as not there. */
const mostRedirects = 5

/** RFC 9309 §2.4. */
const freshMs = 24 * 3600 * 1000
const prolongedMs = 3600 * 1000

function target(location: string | undefined, from: URL): URL | null {
  try {
    return location === undefined || location === '' ? null : parseAddress(location, from)
  } catch (problem) {
    if (problem instanceof Problem) return null
    throw problem
  }
}

function unreadable(robots: URL, status: number, retryAt: number): HostBackingOff {
  return new HostBackingOff(
    'wire/robots-unreadable',
    `${robots.href} answers ${status}, so that it is not known what may be fetched from ${robots.host}.`,
    retryAt,
  )
}
