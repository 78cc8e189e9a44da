import assert from 'node:assert/strict'
import { once } from 'node:events'
import http from 'node:http'
import net, { type AddressInfo } from 'node:net'
import { after, before, describe, it } from 'node:test'
import { openSite, type TestSite, testFetcher } from '../../../test/support/test-site.ts'

interface TestProxy {
  readonly server: net.Server
  /** 'METHOD target' of what was asked of it. */
  readonly asked: string[]
}

const expected = `Basic ${Buffer.from('ann:s3cret').toString('base64')}`

/** Wants ann:s3cret; sends every request, whatever its host, to `port`. */
function httpProxy(port: number): TestProxy {
  const asked: string[] = []
  const server = http.createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    if (request.headers['proxy-authorization'] !== expected) {
      response.writeHead(407).end()
      return
    }
    const { pathname } = new URL(request.url ?? '')
    http
      .get(
        { port, host: '127.0.0.1', path: pathname, agent: false, headers: { host: request.headers.host } },
        (answer) => {
          response.writeHead(answer.statusCode ?? 500, answer.headers)
          answer.pipe(response)
        },
      )
      .on('error', () => response.destroy())
  })
  server.on('connect', (request: http.IncomingMessage, socket: net.Socket) => {
    asked.push(`CONNECT ${request.url}`)
    if (request.headers['proxy-authorization'] !== expected) {
      socket.end('HTTP/1.1 407 Who are you\r\n\r\n')
      return
    }
    const onward = net.connect(port, '127.0.0.1')
    socket.write('HTTP/1.1 200 OK\r\n\r\n')
    socket.on('error', () => onward.destroy()).pipe(onward)
    onward.on('error', () => socket.destroy()).pipe(socket)
  })
  return { server, asked }
}

/** RFC 1928 with RFC 1929, for names alone; wants ann:s3cret; connects everything to `port`. */
function socksProxy(port: number): TestProxy {
  const asked: string[] = []
  const server = net.createServer((socket) => {
    socket.on('error', () => {})
    const steps: ((data: Buffer) => void)[] = [
      (data) => socket.write(Buffer.from([5, data.subarray(2).includes(2) ? 2 : 0xff])),
      (data) => {
        const nameLength = data[1] ?? 0
        const name = data.subarray(2, 2 + nameLength).toString()
        const isWelcome = `${name}:${data.subarray(3 + nameLength)}` === 'ann:s3cret'
        socket.write(Buffer.from([1, isWelcome ? 0 : 1]))
      },
      (data) => {
        const length = data[4] ?? 0
        asked.push(`CONNECT ${data.subarray(5, 5 + length)}:${data.readUInt16BE(5 + length)}`)
        const onward = net.connect(port, '127.0.0.1', () => {
          socket.write(Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]))
          socket.pipe(onward).pipe(socket)
        })
        onward.on('error', () => socket.destroy())
        socket.on('close', () => onward.destroy())
      },
    ]
    socket.on('data', (data) => steps.shift()?.(data))
  })
  return { server, asked }
}

describe('through a proxy', () => {
  let site: TestSite
  let web: TestProxy
  let socks: TestProxy
  const portOf = ({ server }: TestProxy): number => (server.address() as AddressInfo).port

  before(async () => {
    site = await openSite((request, response) => response.end(`${request.headers.host}${request.url}`))
    web = httpProxy(site.port)
    socks = socksProxy(site.port)
    for (const { server } of [web, socks]) {
      server.listen(0, '127.0.0.1')
      await once(server, 'listening')
    }
  })
  after(async () => {
    await site.close()
    for (const { server } of [web, socks]) {
      if (server instanceof http.Server) server.closeAllConnections()
      server.close()
    }
  })

  async function outcome(proxy: string, address: string): Promise<string> {
    const fetcher = testFetcher({ proxy, allowAddresses: [] })
    try {
      const answer = await fetcher.fetch({ address, purpose: 'source' })
      return answer.kind === 'fetched' ? Buffer.from(answer.capture.bytes).toString() : answer.kind
    } catch (problem) {
      return String((problem as { code?: unknown }).code ?? problem)
    } finally {
      await fetcher.close()
    }
  }

  it('an HTTP proxy is asked for whole addresses, and looks the name up itself', async () => {
    assert.equal(
      await outcome(`http://ann:s3cret@127.0.0.1:${portOf(web)}`, 'http://alfa.example/a?b'),
      'alfa.example/a',
    )
    assert.equal(web.asked.at(-1), 'GET http://alfa.example/a?b')
  })

  it('an HTTP proxy is asked for a tunnel to what is secure', async () => {
    // The site at its end speaks no TLS: that this is what fails shows that the tunnel stood.
    assert.equal(
      await outcome(`http://ann:s3cret@127.0.0.1:${portOf(web)}`, 'https://alfa.example/a'),
      'wire/tls',
    )
    assert.equal(web.asked.at(-1), 'CONNECT alfa.example:443')
  })

  it('a SOCKS proxy is asked to connect to the name', async () => {
    const address = `socks5://ann:s3cret@127.0.0.1:${portOf(socks)}`
    assert.equal(await outcome(address, 'http://alfa.example/a'), 'alfa.example/a')
    assert.equal(socks.asked.at(-1), 'CONNECT alfa.example:80')
    assert.equal(await outcome(address, 'https://beta.example/a'), 'wire/tls')
    assert.equal(socks.asked.at(-1), 'CONNECT beta.example:443')
  })

  it('addresses that are forbidden by themselves stay forbidden', async () => {
    const [before_, proxies] = [
      web.asked.length,
      [`http://ann:s3cret@127.0.0.1:${portOf(web)}`, `socks5://ann:s3cret@127.0.0.1:${portOf(socks)}`],
    ]
    for (const proxy of proxies)
      for (const address of ['http://127.0.0.1/', 'http://[::ffff:10.0.0.1]/', 'http://desk.localhost/'])
        assert.equal(await outcome(proxy, address), 'wire/forbidden-address')
    assert.equal(web.asked.length, before_)
  })

  const troubles: readonly [name: string, proxy: () => string, address: string][] = [
    ['does not know us', () => `http://ann:wrong@127.0.0.1:${portOf(web)}`, 'http://alfa.example/'],
    ['does not know us, for a tunnel', () => `http://127.0.0.1:${portOf(web)}`, 'https://alfa.example/'],
    [
      'does not know us, over SOCKS',
      () => `socks5://ann:wrong@127.0.0.1:${portOf(socks)}`,
      'http://alfa.example/',
    ],
    ['is not there', () => 'http://127.0.0.1:1', 'http://alfa.example/'],
    ['is not there, for a tunnel', () => 'http://127.0.0.1:1', 'https://alfa.example/'],
    ['is not there, over SOCKS', () => 'socks5://127.0.0.1:1', 'http://alfa.example/'],
  ]
  for (const [name, proxy, address] of troubles)
    it(`a proxy that ${name} ends as wire/proxy`, async () => {
      assert.equal(await outcome(proxy(), address), 'wire/proxy')
    })

  it('takes nothing else for a proxy', () => {
    for (const proxy of ['ftp://127.0.0.1', '127.0.0.1:8080', ''])
      assert.throws(() => testFetcher({ proxy }), { code: 'wire/proxy' })
  })
})
