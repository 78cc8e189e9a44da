import type { Socket } from 'node:net'
import { SocksClient, SocksClientError } from 'socks'
import { type buildConnector, type Dispatcher, Pool } from 'undici'
import { Problem } from '../../model/problem.ts'
import { bareHost, portOf } from './address-guard.ts'
import { type ConnectLimits, plainConnector } from './connect.ts'
import { networkProblem } from './network-problem.ts'

/**
 * A way out through the operator's proxy. The proxy looks names up itself: the guard still checks what can be
 * told from an address alone, but what a name leads to is the proxy's to refuse. The proxy's own address is
 * the operator's choice and is not checked.
 */
export interface Proxy {
  /** Connects to an origin through the proxy. */
  connectorFor(origin: URL): buildConnector.connector
  /** For http addresses through an HTTP proxy: where whole addresses are asked for, and with which headers. */
  readonly forward: Forward | null
  close(): Promise<void>
}

export interface Forward {
  readonly dispatcher: Dispatcher
  readonly headers: Readonly<Record<string, string>>
  /** Throws where the answer is the proxy's own refusal. */
  check(status: number, target: string): void
}

/** `address` is http, https, socks5 or socks5h, with a user name and password if need be; else a Problem `wire/proxy`. */
export function createProxy(address: string, limits: ConnectLimits): Proxy {
  const url = URL.canParse(address) ? new URL(address) : null
  switch (url?.protocol) {
    case 'http:':
    case 'https:':
      return httpProxy(url, limits)
    case 'socks5:':
    case 'socks5h:':
    case 'socks:':
      return socksProxy(url, limits)
    default:
      throw new Problem(
        'wire/proxy',
        'The proxy must be an address that begins with http, https or socks5, such as socks5://127.0.0.1:1080.',
      )
  }
}

function httpProxy(proxy: URL, limits: ConnectLimits): Proxy {
  const pool = new Pool(proxy.origin, {
    connect: proxyConnector(proxy, limits),
    connections: 128,
    pipelining: 1,
  })
  const headers: Readonly<Record<string, string>> =
    proxy.username === '' ? {} : { 'proxy-authorization': basic(proxy) }
  const secure = plainConnector(limits)
  const tunnel = async (target: string): Promise<Socket> => {
    const { statusCode, socket } = await pool.connect({ path: target, headers: { host: target, ...headers } })
    // Typed as any Duplex, but what a CONNECT leaves is the connection itself.
    if (statusCode === 200) return socket as Socket
    socket.destroy()
    throw refusal(statusCode, proxy, target)
  }
  return {
    forward: {
      dispatcher: pool,
      headers,
      check: (status, target) => {
        if (status === 407) throw refusal(status, proxy, target)
      },
    },
    connectorFor: (origin) => (options, callback) => {
      tunnel(`${origin.hostname}:${portOf(origin)}`).then(
        (socket) => secure({ ...options, httpSocket: socket }, callback),
        (cause: Error) => callback(proxyProblem(cause, proxy), null),
      )
    },
    close: () => pool.destroy(),
  }
}

function socksProxy(proxy: URL, limits: ConnectLimits): Proxy {
  const secure = plainConnector(limits)
  const credentials =
    proxy.username === ''
      ? {}
      : { userId: decodeURIComponent(proxy.username), password: decodeURIComponent(proxy.password) }
  return {
    forward: null,
    connectorFor: (origin) => (options, callback) => {
      SocksClient.createConnection({
        command: 'connect',
        destination: { host: bareHost(origin.hostname), port: portOf(origin) },
        proxy: { host: bareHost(proxy.hostname), port: Number(proxy.port || 1080), type: 5, ...credentials },
        timeout: limits.connectSeconds * 1000,
        set_tcp_nodelay: true,
      }).then(
        ({ socket }) => {
          if (origin.protocol === 'https:') secure({ ...options, httpSocket: socket }, callback)
          else callback(null, socket)
        },
        (cause: Error) => callback(proxyProblem(cause, proxy), null),
      )
    },
    close: async () => {},
  }
}

/** Failures of the way to the proxy are the proxy's, not the site's. */
function proxyConnector(proxy: URL, limits: ConnectLimits): buildConnector.connector {
  const connect = plainConnector(limits)
  return (options, callback) =>
    connect(options, (...[error, socket]) => {
      if (error === null) callback(null, socket)
      else callback(proxyProblem(error, proxy), null)
    })
}

function refusal(status: number, proxy: URL, target: string): Problem {
  const why =
    status === 407
      ? 'asks for a user name and password, or does not know those it was given'
      : `answered ${status} when asked for ${target}`
  return new Problem('wire/proxy', `The proxy ${proxy.host} ${why}.`)
}

function proxyProblem(cause: Error, proxy: URL): Problem {
  if (cause instanceof Problem) return cause
  const beneath =
    cause instanceof SocksClientError ? cause.message : networkProblem(cause, proxy.host).message
  return new Problem('wire/proxy', `The proxy ${proxy.host} does not let us through: ${beneath}`, { cause })
}

/** RFC 7617, in UTF-8. */
function basic(url: URL): string {
  const pair = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`
  return `Basic ${Buffer.from(pair).toString('base64')}`
}
