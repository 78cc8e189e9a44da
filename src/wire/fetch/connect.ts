import { type LookupAddress, lookup as lookUp } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { buildConnector } from 'undici'
import { type AddressGuard, forbidden, isLocalhost, portOf } from './address-guard.ts'

export interface ConnectLimits {
  readonly connectSeconds: number
}

/**
 * Connects to one origin and to nothing that the guard forbids: the name's answers are checked before a
 * connection is made, and the address that was really reached after, so that a name which changes its answer
 * in between gains nothing. Connections are kept per origin and never serve another name.
 */
export function guardedConnector(
  origin: URL,
  guard: AddressGuard,
  limits: ConnectLimits,
  resolve: Resolve,
): buildConnector.connector {
  const port = portOf(origin)
  const connect = plainConnector(limits, guardedLookup(guard, port, resolve))
  return (options, callback) =>
    connect(options, (...[error, socket]) => {
      if (error !== null) {
        callback(error, null)
        return
      }
      const reached = socket.remoteAddress ?? ''
      if (guard.mayConnect(reached, options.hostname, port)) {
        callback(null, socket)
        return
      }
      socket.destroy()
      callback(forbidden(options.hostname, reached), null)
    })
}

export function plainConnector(limits: ConnectLimits, lookup?: LookupFunction): buildConnector.connector {
  return buildConnector({
    timeout: limits.connectSeconds * 1000,
    autoSelectFamily: true,
    // Node's quarter of a second is less than a round trip between continents.
    autoSelectFamilyAttemptTimeout: 1000,
    ...(lookup === undefined ? {} : { lookup }),
  } as buildConnector.BuildOptions)
}

function guardedLookup(guard: AddressGuard, port: number, resolve: Resolve): LookupFunction {
  return (hostname, options, callback) => {
    const resolveName = isLocalhost(hostname) ? resolveLocalhost : resolve
    resolveName(hostname, (error, addresses) => {
      if (error !== null) {
        callback(error, [])
        return
      }
      const allowed = addresses.filter(({ address }) => guard.mayConnect(address, hostname, port))
      const [first] = allowed
      if (first === undefined) callback(forbidden(hostname, addresses[0]?.address ?? ''), [])
      else if (options.all === true) callback(null, allowed)
      else callback(null, first.address, first.family)
    })
  }
}

/** Gives every address of a name, in the order in which they are to be tried. */
export type Resolve = (
  hostname: string,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

/** As the machine resolves names. */
export const resolveByMachine: Resolve = (hostname, callback) =>
  lookUp(hostname, { all: true, order: 'verbatim' }, callback)

/** RFC 6761 §6.3: never asked of a name server. */
const resolveLocalhost: Resolve = (_hostname, callback) =>
  callback(null, [
    { address: '127.0.0.1', family: 4 },
    { address: '::1', family: 6 },
  ])
