import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { after, before, describe, it } from 'node:test'
import { openSite, type TestSite, testFetcher } from '../../test/support/test-site.ts'
import type { FetcherOptions } from './fetcher.ts'

type Resolve = NonNullable<FetcherOptions['resolve']>

/** A name server of the tests: what it answers to the first question, the second, … and then always the last. */
function answering(...answers: readonly (readonly string[])[]): Resolve & { readonly asked: string[] } {
  const asked: string[] = []
  const resolve: Resolve = (hostname, callback) => {
    const answer = answers[Math.min(asked.length, answers.length - 1)] ?? []
    asked.push(hostname)
    callback(
      null,
      answer.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )
  }
  return Object.assign(resolve, { asked })
}

/** Each look at it is an hour later, so that no host is still backing off. */
function clockInBigSteps(): () => number {
  let now = 0
  return () => {
    now += 3_600_000
    return now
  }
}

describe('the address guard, when a name lies', () => {
  let site: TestSite
  let requests = 0
  before(async () => {
    site = await openSite((_request, response) => {
      requests += 1
      response.end('secret')
    })
  })
  after(() => site.close())

  const portOf = (): string => new URL(site.at('/')).port

  const forbidden: readonly (readonly [string, readonly (readonly string[])[]])[] = [
    ['answers with loopback', [['127.0.0.1']]],
    ['answers with IPv6 loopback', [['::1']]],
    ['answers with loopback dressed as IPv6', [['::ffff:127.0.0.1']]],
    ['answers with a metadata address', [['169.254.169.254']]],
    ['answers with nothing but private addresses', [['10.0.0.1', '192.168.1.1', 'fd00::1']]],
  ]
  for (const [what, answers] of forbidden) {
    it(`refuses a name that ${what}`, async () => {
      const fetcher = testFetcher({ allowAddresses: [], resolve: answering(...answers) })
      await assert.rejects(
        fetcher.fetch({ address: `http://news.example:${portOf()}/`, purpose: 'article' }),
        {
          code: 'wire/forbidden-address',
        },
      )
      await fetcher.close()
      assert.equal(requests, 0)
    })
  }

  it('checks the very answer that it connects by, so that a name which changes its mind gains nothing', async () => {
    // 127.0.0.2, where nothing listens, stands in for an address that is fine when the name is first asked for.
    const resolve = answering(['127.0.0.2'], ['127.0.0.1'], ['127.0.0.1', '127.0.0.2'])
    const fetcher = testFetcher({ allowAddresses: ['127.0.0.2/32'], resolve, clock: clockInBigSteps() })
    for (const code of ['wire/connection', 'wire/forbidden-address', 'wire/connection']) {
      const address = `http://rebind.example:${portOf()}/`
      await assert.rejects(fetcher.fetch({ address, purpose: 'article' }), { code })
    }
    await fetcher.close()
    assert.equal(requests, 0)
  })

  it('lets a name through where the operator allows it, and asks no name server for .localhost', async () => {
    const resolve = answering(['127.0.0.1'])
    const fetcher = testFetcher({ allowAddresses: ['intranet.example', '*.localhost'], resolve })
    for (const host of ['intranet.example', 'news.localhost']) {
      const answer = await fetcher.fetch({ address: `http://${host}:${portOf()}/`, purpose: 'article' })
      assert.equal(answer.kind, 'fetched')
    }
    await fetcher.close()
    assert.deepEqual([...new Set(resolve.asked)], ['intranet.example'])
  })
})

it('names a certificate that nobody vouches for', async () => {
  const pem = readFileSync(new URL('./testdata/self-signed.pem', import.meta.url))
  const server = createServer({ key: pem, cert: pem }, (_request, response) => response.end('x'))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const fetcher = testFetcher({ allowAddresses: ['self-signed.test'], resolve: answering(['127.0.0.1']) })
  const address = `https://self-signed.test:${(server.address() as AddressInfo).port}/`
  await assert.rejects(fetcher.fetch({ address, purpose: 'article' }), { code: 'wire/tls' })
  await fetcher.close()
  server.close()
})
