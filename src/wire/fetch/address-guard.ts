import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import { Problem } from '../../model/problem.ts'

/**
 * Decides what may be connected to. Loopback, private, link-local, shared (CGNAT), multicast, reserved and cloud
 * metadata addresses are forbidden, however they are written or embedded, unless the operator allows them.
 */
export interface AddressGuard {
  /** What can be told before anything is looked up: IP literals in any notation, and names under .localhost. */
  checkUrl(url: URL): void
  /** Whether a connection to `ip` may serve requests for `hostname` and `port`. */
  mayConnect(ip: string, hostname: string, port: number): boolean
}

/**
 * `allowed` holds hosts (`intranet.example`), suffixes (`*.intranet.example`, which leaves out the bare name),
 * IP addresses and CIDR blocks. An entry that ends in `:port` allows that port alone. A name that is allowed is
 * allowed wherever it leads. An entry that is none of these is a Problem `wire/allow-list`.
 */
export function createAddressGuard(allowed: readonly string[]): AddressGuard {
  const rules = allowed.map(parseRule)
  const isAllowed = (hostname: string, ip: IpAddress | null, port: number): boolean =>
    rules.some((rule) => (rule.port === null || rule.port === port) && rule.covers(hostname, ip))
  const mayConnect = (ip: string, hostname: string, port: number): boolean => {
    const parsed = parseIp(ip)
    return parsed !== null && (isPublic(parsed) || isAllowed(bareHost(hostname), parsed, port))
  }
  return {
    mayConnect,
    checkUrl(url) {
      const host = bareHost(url.hostname)
      const port = portOf(url)
      const isRefused =
        isIP(host) === 0 ? isLocalhost(host) && !isAllowed(host, null, port) : !mayConnect(host, host, port)
      if (isRefused) throw forbidden(host, host)
    },
  }
}

/** Parses an address to fetch. Anything but http(s) without credentials is a Problem `wire/bad-address`. */
export function parseAddress(address: string, base?: URL): URL {
  let url: URL
  try {
    url = new URL(address, base)
  } catch (cause) {
    throw new Problem('wire/bad-address', `“${clip(address)}” is not an address.`, { cause })
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new Problem(
      'wire/bad-address',
      `“${clip(address)}” is not an address that begins with http or https.`,
    )
  if (url.username !== '' || url.password !== '')
    throw new Problem(
      'wire/bad-address',
      `The address of ${url.host} carries a user name or password: remove it.`,
    )
  url.hash = ''
  return url
}

export function forbidden(host: string, ip: string): Problem {
  const where = host === ip ? host : `${host} (${ip})`
  return new Problem(
    'wire/forbidden-address',
    `${where} is inside this network or reserved, and is not on the operator's list of allowed addresses.`,
  )
}

/** Names that mean this machine wherever they are asked for (RFC 6761 §6.3). */
export function isLocalhost(hostname: string): boolean {
  const host = bareHost(hostname)
  return host === 'localhost' || host.endsWith('.localhost')
}

export function portOf(url: URL): number {
  if (url.port !== '') return Number(url.port)
  return url.protocol === 'https:' ? 443 : 80
}

/** Without the brackets of IPv6 and the dots of the root. */
export function bareHost(hostname: string): string {
  return hostname
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.+$/, '')
}

type IpAddress = ipaddr.IPv4 | ipaddr.IPv6

interface Rule {
  readonly port: number | null
  covers(hostname: string, ip: IpAddress | null): boolean
}

function parseRule(entry: string): Rule {
  const trimmed = entry.trim()
  if (ipaddr.isValidCIDR(trimmed)) {
    const [base, bits] = ipaddr.parseCIDR(trimmed)
    return { port: null, covers: (_, ip) => ip !== null && ip.kind() === base.kind() && ip.match(base, bits) }
  }
  const url = ruleUrl(trimmed)
  const host = url === null ? '' : bareHost(url.hostname)
  if (url === null || host === '')
    throw new Problem('wire/allow-list', `“${entry}” is not a host, *.suffix, IP address or CIDR block.`)
  const port = /:\d+$/.test(trimmed) && isIP(trimmed) === 0 ? portOf(url) : null
  const literal = parseIp(host)
  if (literal !== null) return { port, covers: (_, ip) => ip?.toString() === literal.toString() }
  if (host.startsWith('*.')) return { port, covers: (hostname) => hostname.endsWith(host.slice(1)) }
  return { port, covers: (hostname) => hostname === host }
}

function ruleUrl(entry: string): URL | null {
  if (/[\s/@?#]/.test(entry)) return null
  const host = isIP(entry) === 6 ? `[${entry}]` : entry
  return URL.canParse(`http://${host}`) ? new URL(`http://${host}`) : null
}

/** IPv4 that is written as IPv6 (mapped, or through NAT64's well-known prefix) is judged as the IPv4 it reaches. */
function parseIp(text: string): IpAddress | null {
  if (isIP(text) === 0) return null
  if (isIP(text) === 4) return ipaddr.parse(text)
  // ipaddr.js takes ::1.2.3.4 for ::ffff:1.2.3.4, which is another address; in plain groups it cannot.
  const [unscoped = ''] = text.split('%', 1)
  const ip = ipaddr.IPv6.parse(new URL(`http://[${unscoped}]`).hostname.slice(1, -1))
  if (ip.isIPv4MappedAddress()) return ip.toIPv4Address()
  return ip.match(nat64, 96) ? new ipaddr.IPv4(ip.toByteArray().slice(12)) : ip
}

/** RFC 6052 §2.1. Its local-use sibling 64:ff9b:1::/48 leads into the operator's network and stays forbidden. */
const nat64 = ipaddr.IPv6.parse('64:ff9b::')
/** RFC 4291 §2.4: all global unicast that is handed out lies in 2000::/3; IPv4-compatible and the rest do not. */
const globalUnicast = ipaddr.IPv6.parse('2000::')
/** Azure's platform service answers on this address, public as it looks. */
const azureWireServer = '168.63.129.16'

function isPublic(ip: IpAddress): boolean {
  if (ip.range() !== 'unicast') return false
  return ip instanceof ipaddr.IPv6 ? ip.match(globalUnicast, 3) : ip.toString() !== azureWireServer
}

function clip(address: string): string {
  return address.length > 200 ? `${address.slice(0, 200)}…` : address
}
