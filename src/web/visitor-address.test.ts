import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Hono } from 'hono'
import { visitorAddress } from './visitor-address.ts'
import type { WebEnv } from './web-env.ts'

const cases: readonly {
  readonly says: string
  readonly socket: string
  readonly forwarded?: string
  readonly behindProxy: boolean
  readonly address: string
}[] = [
  { says: 'the socket’s', socket: '192.0.2.1', behindProxy: false, address: '192.0.2.1' },
  {
    says: 'the socket’s, whatever a visitor claims',
    socket: '192.0.2.1',
    forwarded: '198.51.100.7',
    behindProxy: false,
    address: '192.0.2.1',
  },
  {
    says: 'what the proxy saw',
    socket: '127.0.0.1',
    forwarded: '203.0.113.5',
    behindProxy: true,
    address: '203.0.113.5',
  },
  {
    says: 'what the proxy saw, not what the visitor claimed to it',
    socket: '127.0.0.1',
    forwarded: '10.0.0.1, 203.0.113.5',
    behindProxy: true,
    address: '203.0.113.5',
  },
  {
    says: 'an IPv4 address, however written',
    socket: '::ffff:192.0.2.1',
    behindProxy: false,
    address: '192.0.2.1',
  },
  {
    says: 'the network of an IPv6 address',
    socket: '2001:db8:1:2:3:4:5:6',
    behindProxy: false,
    address: '2001:db8:1:2',
  },
]

describe('the address of a visitor', () => {
  for (const { says, socket, forwarded, behindProxy, address } of cases)
    it(`is ${says}`, async () => {
      const app = new Hono<WebEnv>().get('/', (c) => c.text(visitorAddress(c, behindProxy)))
      const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }
      const incoming = { socket: { remoteAddress: socket } } as NonNullable<WebEnv['Bindings']['incoming']>
      const answer = await app.request('/', { headers }, { incoming })
      assert.equal(await answer.text(), address)
    })
})
