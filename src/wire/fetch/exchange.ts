import { Agent, Client, type Dispatcher } from 'undici'
import { Problem } from '../../model/problem.ts'
import type { AddressGuard } from './address-guard.ts'
import { guardedConnector, type Resolve } from './connect.ts'
import { acceptEncoding, decompress } from './decompress.ts'
import { networkProblem } from './network-problem.ts'
import { createProxy } from './proxy.ts'

export interface ExchangeLimits {
  readonly connectSeconds: number
  /** From the request sent to the headers of its answer. */
  readonly headersSeconds: number
  /** Between two pieces of the body. */
  readonly idleSeconds: number
  readonly maxHeaderBytes: number
  /** How many times larger than what came a body may unfold to. */
  readonly maxUnfoldRatio: number
}

export interface Ask {
  readonly url: URL
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** Of the body as it comes and as it unfolds. */
  readonly maxBytes: number
  /** For everything together, connecting included. */
  readonly timeoutMs: number
}

export interface Answer {
  readonly status: number
  /** Names in lower case; repeated ones joined with ', '; free of control characters. */
  readonly headers: Readonly<Record<string, string>>
  /** Decoded; empty for a redirect; null when a refusal's body could not be had. */
  readonly bytes: Uint8Array | null
}

/** One request and its answer over guarded connections that are kept alive. It knows nothing of redirects and manners. */
export interface Exchange {
  ask(ask: Ask): Promise<Answer>
  close(): Promise<void>
}

export function createExchange(options: {
  readonly guard: AddressGuard
  readonly proxy: string | null
  readonly limits: ExchangeLimits
  readonly resolve: Resolve
}): Exchange {
  const { guard, limits, resolve } = options
  const proxy = options.proxy === null ? null : createProxy(options.proxy, limits)
  const agent = new Agent({
    // One connection an origin: hosts are asked one thing at a time.
    factory: (origin) => {
      const url = new URL(origin)
      return new Client(url, {
        connect: proxy?.connectorFor(url) ?? guardedConnector(url, guard, limits, resolve),
        maxHeaderSize: limits.maxHeaderBytes,
        pipelining: 1,
      })
    },
  })
  const dispatch = async (ask: Ask, signal: AbortSignal): Promise<Dispatcher.ResponseData> => {
    const path = ask.url.pathname + ask.url.search
    const common = {
      method: 'GET',
      signal,
      headersTimeout: limits.headersSeconds * 1000,
      bodyTimeout: limits.idleSeconds * 1000,
    } as const
    const headers = { 'accept-encoding': acceptEncoding, ...ask.headers }
    const forward = ask.url.protocol === 'http:' ? proxy?.forward : null
    if (forward == null) return await agent.request({ ...common, origin: ask.url.origin, path, headers })
    const response = await forward.dispatcher.request({
      ...common,
      path: ask.url.origin + path,
      headers: { host: ask.url.host, ...headers, ...forward.headers },
    })
    try {
      forward.check(response.statusCode, ask.url.host)
    } catch (problem) {
      abandon(response.body)
      throw problem
    }
    return response
  }
  return {
    async ask(ask) {
      const clock = new AbortController()
      const timer = setTimeout(() => clock.abort(outOfTime(ask)), ask.timeoutMs)
      try {
        return await read(await dispatchFresh(() => dispatch(ask, clock.signal)), ask, limits)
      } catch (cause) {
        throw networkProblem(clock.signal.aborted ? clock.signal.reason : cause, ask.url.host)
      } finally {
        clearTimeout(timer)
      }
    },
    async close() {
      await agent.destroy()
      await proxy?.close()
    },
  }
}

/** A kept connection may have been closed by the other side just as we asked: that alone is tried once more. */
async function dispatchFresh(
  dispatch: () => Promise<Dispatcher.ResponseData>,
): Promise<Dispatcher.ResponseData> {
  try {
    return await dispatch()
  } catch (cause) {
    if (!wasStale(cause)) throw cause
    return await dispatch()
  }
}

function wasStale(cause: unknown): boolean {
  if (!(cause instanceof Error) || !('code' in cause)) return false
  if (cause.code !== 'UND_ERR_SOCKET' || !('socket' in cause)) return false
  const bytesRead = (cause.socket as { readonly bytesRead?: number } | null)?.bytesRead ?? 0
  return bytesRead > 0
}

async function read(response: Dispatcher.ResponseData, ask: Ask, limits: ExchangeLimits): Promise<Answer> {
  const { statusCode: status, body } = response
  const headers = plainHeaders(response.headers)
  if (status >= 300 && status < 400) {
    await body.dump({ limit: 65_536 })
    return { status, headers, bytes: new Uint8Array() }
  }
  const address = ask.url.href
  const refused = status >= 400
  const maxBytes = refused ? Math.min(ask.maxBytes, mostOfRefusal) : ask.maxBytes
  try {
    const raw = await collect(body, headers['content-length'], maxBytes, address)
    const unfold = { maxBytes, maxRatio: limits.maxUnfoldRatio }
    return {
      status,
      headers,
      bytes: await decompress(raw, headers['content-encoding'] ?? '', unfold, address),
    }
  } catch (problem) {
    if (refused && problem instanceof Problem) return { status, headers, bytes: null }
    throw problem
  }
}

const mostOfRefusal = 1_048_576

async function collect(
  body: Dispatcher.ResponseData['body'],
  contentLength: string | undefined,
  maxBytes: number,
  address: string,
): Promise<Uint8Array> {
  const tooLarge = (): Problem =>
    new Problem('wire/too-large', `${address} sends more than ${maxBytes} bytes, which is more than we take.`)
  if (Number(contentLength ?? 0) > maxBytes) {
    abandon(body)
    throw tooLarge()
  }
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of body as AsyncIterable<Uint8Array>) {
    size += part.length
    if (size > maxBytes) throw tooLarge()
    parts.push(part)
  }
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts, size)
}

/** Whoever throws a body away still has to hear of its end. */
function abandon(body: Dispatcher.ResponseData['body']): void {
  body.on('error', () => {}).destroy()
}

function plainHeaders(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value = '']) => [
      name.toLowerCase(),
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not reach a database or a log.
      (Array.isArray(value) ? value.join(', ') : value).replace(/[\u0000-\u001f\u007f]/g, ' '),
    ]),
  )
}

function outOfTime({ url, timeoutMs }: Ask): Problem {
  return new Problem(
    'wire/timeout',
    `${url.host} did not finish its answer in ${Math.ceil(timeoutMs / 1000)} s.`,
  )
}
