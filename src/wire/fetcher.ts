import type { Chance, Clock } from '../kit/clock.ts'
import { sha256 } from '../kit/hash.ts'
import { Problem } from '../model/problem.ts'
import type { EpochMs } from '../model/time.ts'
import { createAddressGuard, parseAddress } from './fetch/address-guard.ts'
import { troubleOf } from './fetch/back-off.ts'
import { type Resolve, resolveByMachine } from './fetch/connect.ts'
import { type Answer, createExchange, type ExchangeLimits } from './fetch/exchange.ts'
import { createHostTurns, type HostRecordLike, type Turn, type Wait } from './fetch/host-turns.ts'
import { parseRetryAfter } from './fetch/retry-after.ts'
import { createRobotsKeeper } from './fetch/robots-keeper.ts'
import type { FetchAnswer, Fetcher, FetchRequest } from './fetch-types.ts'

export { HostBackingOff } from './fetch/host-backing-off.ts'
export type { HostRecordLike } from './fetch/host-turns.ts'
export type { FetchAnswer, Fetcher, FetchRequest } from './fetch-types.ts'

export interface FetcherOptions {
  readonly clock: Clock
  readonly chance: Chance
  /** 'Product/version (…)'; the product is the name that robots.txt is read for. */
  readonly userAgent: string
  /** What the address guard lets through beyond the public internet: see fetch/address-guard.ts for the notation. */
  readonly allowAddresses: readonly string[]
  /** http, https or socks5, with credentials if need be: see fetch/proxy.ts for what changes. */
  readonly proxy: string | null
  /** Between the end of one request to a host and the next; 1 unless told. robots.txt may ask for more. */
  readonly hostGapSeconds?: number
  readonly limits?: Partial<FetchLimits>
  /** What is kept of hosts over a restart, so that a restart hammers nobody. A failing `save` fails the fetch. */
  readonly hosts?: {
    readonly records: readonly HostRecordLike[]
    save(record: HostRecordLike): Promise<void>
  }
  /** How names are resolved, guarded whatever it answers; by the machine unless told. */
  readonly resolve?: Resolve
  /** How gaps are waited out; by a timer unless told. */
  readonly wait?: Wait
}

export interface FetchLimits extends ExchangeLimits {
  /** For everything on the network, over all redirects; waiting for turns is not counted. */
  readonly totalSeconds: number
  readonly maxBytes: number
  readonly maxRedirects: number
  /** A crawl-delay beyond this is taken for this. */
  readonly maxCrawlDelaySeconds: number
  /** Who would wait longer than this for a host's turn is told to come back later. */
  readonly maxWaitSeconds: number
}

const defaultLimits: FetchLimits = {
  connectSeconds: 10,
  headersSeconds: 20,
  idleSeconds: 15,
  totalSeconds: 60,
  maxBytes: 10 * 1024 * 1024,
  maxHeaderBytes: 64 * 1024,
  maxUnfoldRatio: 300,
  maxRedirects: 10,
  maxCrawlDelaySeconds: 60,
  maxWaitSeconds: 300,
}

/**
 * A fetcher that keeps the address guard, robots.txt and each host's gap and back-off at every hop. A host that
 * is to be left alone is answered for at once with HostBackingOff, whose `retryAt` says until when; so is a
 * host whose robots.txt cannot be had (RFC 9309 §2.3.1.4).
 */
export function createFetcher(options: FetcherOptions): Fetcher {
  const { clock, userAgent } = options
  const limits: FetchLimits = { ...defaultLimits, ...options.limits }
  const hostGapSeconds = options.hostGapSeconds ?? 1
  const guard = createAddressGuard(options.allowAddresses)
  const exchange = createExchange({
    guard,
    proxy: options.proxy,
    limits,
    resolve: options.resolve ?? resolveByMachine,
  })
  const turns = createHostTurns({
    clock,
    chance: options.chance,
    product: /^[A-Za-z_-]+/.exec(userAgent)?.[0] ?? '',
    maxWaitSeconds: limits.maxWaitSeconds,
    records: options.hosts?.records ?? [],
    save: options.hosts?.save.bind(options.hosts) ?? (async () => {}),
    ...(options.wait === undefined ? {} : { wait: options.wait }),
  })

  /** One request within its host's turn; how it went is the host's record. `gapSeconds` follows it. */
  const askHost = async (hop: Hop, gapSeconds: number): Promise<Answer> => {
    const turn = await turns.take(hop.url.host)
    const begun = performance.now()
    const answer = await exchange
      .ask({
        url: hop.url,
        headers: { 'user-agent': userAgent, ...hop.headers },
        maxBytes: hop.maxBytes,
        timeoutMs: Math.max(1, hop.budget.leftMs),
      })
      .catch(async (problem: unknown) => {
        await endFailedTurn(turn, problem, gapSeconds)
        throw problem
      })
    hop.budget.leftMs -= performance.now() - begun
    await endTurn(turn, answer, hop, gapSeconds)
    return answer
  }

  const endTurn = async (
    turn: Turn,
    { status, headers }: Answer,
    hop: Hop,
    gapSeconds: number,
  ): Promise<void> => {
    const trouble = troubleOf(status)
    if (trouble === null) await turn.succeed(gapSeconds)
    else if (trouble === 'failing' && hop.isSpare === true) turn.release(gapSeconds)
    else await turn.fail(trouble, parseRetryAfter(headers['retry-after'], clock()), gapSeconds)
  }

  const robots = createRobotsKeeper({
    clock,
    turns,
    async ask(url, isSpare) {
      guard.checkUrl(url)
      const headers = { accept: 'text/plain,*/*;q=0.5' }
      const budget = { leftMs: limits.totalSeconds * 1000 }
      return await askHost({ url, headers, maxBytes: limits.maxBytes, budget, isSpare }, 0)
    },
  })

  /** Guard, robots.txt, then the request. */
  const visit = async (hop: Hop): Promise<Answer> => {
    guard.checkUrl(hop.url)
    const rules = await robots.rulesFor(hop.url)
    if (!rules.allows(hop.url.pathname + hop.url.search))
      throw new Problem(
        'wire/robots',
        `The robots.txt of ${hop.url.host} asks us not to fetch ${hop.url.href}.`,
      )
    const crawlDelay = Math.min(rules.crawlDelaySeconds ?? 0, limits.maxCrawlDelaySeconds)
    return await askHost(hop, Math.max(hostGapSeconds, crawlDelay))
  }

  return {
    async fetch(request) {
      const budget = { leftMs: limits.totalSeconds * 1000 }
      const headers = requestHeaders(request)
      const maxBytes = request.maxBytes ?? limits.maxBytes
      const seen = new Set<string>()
      let url = parseAddress(request.address)
      let movedTo: string | null = null
      for (let isPermanent = true; ; ) {
        seen.add(url.href)
        const answer = await visit({ url, headers, maxBytes, budget })
        if (!redirects.has(answer.status)) return fetchAnswer(request, url, answer, movedTo, clock())
        url = redirectTarget(url, answer)
        if (seen.has(url.href))
          throw new Problem(
            'wire/redirects',
            `${request.address} redirects in a circle, through ${url.href}.`,
          )
        if (seen.size > limits.maxRedirects)
          throw new Problem(
            'wire/redirects',
            `${request.address} redirects more than ${limits.maxRedirects} times.`,
          )
        isPermanent &&= answer.status === 301 || answer.status === 308
        if (isPermanent) movedTo = url.href
      }
    },
    busyHosts: turns.busyHosts,
    async close() {
      turns.close()
      await exchange.close()
    },
  }
}

interface Hop {
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly maxBytes: number
  readonly budget: { leftMs: number }
  /** We can do without: its 5xx is not held against the host. */
  readonly isSpare?: boolean
}

/** Codes that say how the host fares; the others speak of one page, of us or of the operator's proxy. */
const hostProblems: ReadonlySet<string> = new Set([
  'wire/timeout',
  'wire/dns',
  'wire/connection',
  'wire/tls',
  'wire/bad-answer',
])

async function endFailedTurn(turn: Turn, problem: unknown, gapSeconds: number): Promise<void> {
  if (problem instanceof Problem && hostProblems.has(problem.code))
    await turn.fail('failing', null, gapSeconds)
  else turn.release(gapSeconds)
}

function requestHeaders({ etag, lastModified, accept }: FetchRequest): Readonly<Record<string, string>> {
  return {
    accept: accept ?? 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
    ...(isSendable(etag) ? { 'if-none-match': etag } : {}),
    ...(isSendable(lastModified) ? { 'if-modified-since': lastModified } : {}),
  }
}

/** A validator comes from a server and goes back as it came, but not with what no header may hold. */
function isSendable(value: string | null | undefined): value is string {
  return value != null && /^[\x20-\x7e\x80-\xff]{1,1000}$/.test(value)
}

/** RFC 9110 §15.4. The others of 3xx lead nowhere by themselves. */
const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

function redirectTarget(from: URL, { status, headers }: Answer): URL {
  const location = headers.location?.trim() ?? ''
  if (location === '')
    throw new Problem('wire/redirects', `${from.href} answers ${status} without saying where to go.`)
  return parseAddress(asUtf8(location), from)
}

/** Headers come as bytes: raw UTF-8 in Location is common, whatever the standard says. */
function asUtf8(header: string): string {
  const text = Buffer.from(header, 'latin1').toString('utf8')
  return text.includes('\uFFFD') ? header : text
}

function fetchAnswer(
  request: FetchRequest,
  url: URL,
  answer: Answer,
  movedTo: string | null,
  now: EpochMs,
): FetchAnswer {
  const { status, headers, bytes } = answer
  if (status === 304) return { kind: 'unchanged', movedTo }
  const capture =
    bytes === null
      ? null
      : {
          address: request.address,
          finalAddress: url.href,
          fetchedAt: now,
          status,
          headers,
          bytes,
          sha256: sha256(bytes),
        }
  if (status < 300 && capture !== null) return { kind: 'fetched', capture, movedTo }
  const retryAfterSeconds = parseRetryAfter(headers['retry-after'], now)
  return { kind: 'refused', status, retryAfterSeconds, movedTo, capture }
}
