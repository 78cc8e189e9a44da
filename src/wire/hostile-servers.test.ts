import assert from 'node:assert/strict'
import type net from 'node:net'
import { after, describe, it } from 'node:test'
import zlib from 'node:zlib'
import { openRawSite, openSite, type TestSite, testFetcher } from '../../test/support/test-site.ts'

const sites: TestSite[] = []
after(() => Promise.all(sites.map((site) => site.close())))

const limits = {
  connectSeconds: 2,
  headersSeconds: 1.5,
  idleSeconds: 1.5,
  totalSeconds: 2,
  maxBytes: 200_000,
  maxHeaderBytes: 16_384,
  maxUnfoldRatio: 100,
}

async function outcome(address: string): Promise<string> {
  const fetcher = testFetcher({ limits })
  try {
    const answer = await fetcher.fetch({ address, purpose: 'source' })
    return answer.kind
  } catch (problem) {
    return String((problem as { code?: unknown }).code)
  } finally {
    await fetcher.close()
  }
}

/** Writes `piece` again and again, as fast as it is taken or each `everyMs`, until nobody listens. */
function endless(socket: net.Socket, piece: string | Uint8Array, everyMs = 0): void {
  const next = (): void => {
    if (socket.destroyed) return
    if (everyMs > 0) {
      socket.write(piece)
      setTimeout(next, everyMs).unref()
    } else if (socket.write(piece)) setImmediate(next)
    else socket.once('drain', next)
  }
  next()
}

const head = (...headers: readonly string[]): string => `HTTP/1.1 200 OK\r\n${headers.join('\r\n')}\r\n\r\n`
const encoded = (coding: string, body: Uint8Array): Uint8Array =>
  Buffer.concat([Buffer.from(head(`Content-Encoding: ${coding}`, `Content-Length: ${body.length}`)), body])
/** 19 blocks of 128 KiB of one letter (RFC 8878 §3.1.1.2). */
const zstdBomb = Buffer.concat([
  Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, 0x38]),
  ...Array.from({ length: 19 }, (_, block) => Buffer.from([block === 18 ? 3 : 2, 0, 0x10, 0x61])),
])

const gzipped = zlib.gzipSync(Buffer.alloc(5_000_000))
const gzipBomb = encoded('gzip', gzipped)
const gzipTwiceBomb = encoded('gzip, gzip', zlib.gzipSync(gzipped))
const brotliBomb = encoded('br', zlib.brotliCompressSync(Buffer.alloc(1_000_000)))

// Side by side, as several wait for a limit of time.
describe('a hostile server', { concurrency: true }, () => {
  const cases: readonly { does: string; outcome: string; answer: (socket: net.Socket) => void }[] = [
    {
      does: 'sends a body without end',
      outcome: 'wire/too-large',
      answer: (socket) => {
        socket.write(head('Connection: close'))
        endless(socket, Buffer.alloc(16_384, 'a'))
      },
    },
    {
      does: 'sends chunks without end',
      outcome: 'wire/too-large',
      answer: (socket) => {
        socket.write(head('Transfer-Encoding: chunked'))
        endless(socket, `1000\r\n${'a'.repeat(0x1000)}\r\n`)
      },
    },
    {
      does: 'promises more than we take',
      outcome: 'wire/too-large',
      answer: (socket) => socket.write(head('Content-Length: 100000000')),
    },
    {
      does: 'drips byte by byte',
      outcome: 'wire/timeout',
      answer: (socket) => {
        socket.write(head('Connection: close'))
        endless(socket, 'a', 20)
      },
    },
    {
      does: 'drips headers',
      outcome: 'wire/timeout',
      answer: (socket) => endless(socket, 'HTTP/1.1 200 OK\r\nX: ', 1000),
    },
    { does: 'says nothing', outcome: 'wire/timeout', answer: () => {} },
    {
      does: 'falls silent',
      outcome: 'wire/timeout',
      answer: (socket) => socket.write(`${head('Content-Length: 9')}a`),
    },
    {
      does: 'sends a zip bomb of gzip',
      outcome: 'wire/too-large',
      answer: (socket) => socket.write(gzipBomb),
    },
    {
      does: 'sends a zip bomb of br',
      outcome: 'wire/too-large',
      answer: (socket) => socket.write(brotliBomb),
    },
    {
      does: 'sends a zip bomb of zstd',
      outcome: 'wire/too-large',
      answer: (socket) => socket.write(encoded('zstd', zstdBomb)),
    },
    {
      does: 'sends a zip bomb within a zip bomb',
      outcome: 'wire/too-large',
      answer: (socket) => socket.write(gzipTwiceBomb),
    },
    {
      does: 'lies about its encoding',
      outcome: 'wire/decompression',
      answer: (socket) => socket.write(encoded('gzip', Buffer.from('plain'))),
    },
    {
      does: 'names an encoding nobody knows',
      outcome: 'wire/decompression',
      answer: (socket) => socket.write(encoded('snappy', Buffer.from('plain'))),
    },
    {
      does: 'sends less than it promised',
      outcome: 'wire/connection',
      answer: (socket) => socket.end(`${head('Content-Length: 100')}short`),
    },
    {
      does: 'sends more than it promised',
      outcome: 'fetched',
      answer: (socket) => socket.end(`${head('Content-Length: 5')}short and then some`),
    },
    {
      does: 'promises two lengths',
      outcome: 'wire/bad-answer',
      answer: (socket) => socket.end(`${head('Content-Length: 5', 'Content-Length: 7')}short`),
    },
    {
      does: 'resets the connection before it answers',
      outcome: 'wire/connection',
      answer: (socket) => socket.resetAndDestroy(),
    },
    {
      does: 'resets the connection within its answer',
      outcome: 'wire/connection',
      answer: (socket) =>
        socket.write(`${head('Content-Length: 100')}short`, () =>
          setImmediate(() => socket.resetAndDestroy()),
        ),
    },
    {
      does: 'sends headers without end',
      outcome: 'wire/too-large',
      answer: (socket) => {
        socket.write('HTTP/1.1 200 OK\r\n')
        endless(socket, `X-Header: ${'a'.repeat(1000)}\r\n`)
      },
    },
    {
      does: 'puts NUL into a header',
      outcome: 'wire/bad-answer',
      answer: (socket) => socket.end(`${head('X-Name: a\0b', 'Content-Length: 0')}`),
    },
    {
      does: 'puts NUL into the body',
      outcome: 'fetched',
      answer: (socket) => socket.end(`${head('Content-Length: 3')}a\0b`),
    },
    {
      does: 'does not speak HTTP',
      outcome: 'wire/bad-answer',
      answer: (socket) => socket.end('220 mail.example ESMTP\r\n'),
    },
    {
      does: 'redirects to itself',
      outcome: 'wire/redirects',
      answer: (socket) => socket.write('HTTP/1.1 302 F\r\nLocation: /\r\nContent-Length: 0\r\n\r\n'),
    },
    {
      does: 'redirects nowhere',
      outcome: 'wire/redirects',
      answer: (socket) => socket.write('HTTP/1.1 302 F\r\nContent-Length: 0\r\n\r\n'),
    },
    ...[
      'http://127.0.0.1/',
      'http://[::1]/',
      'http://2130706433/',
      'http://169.254.169.254/',
      '//0x7f.1/',
    ].map((place) => ({
      does: `redirects to ${place}`,
      outcome: 'wire/forbidden-address',
      answer: (socket: net.Socket) =>
        void socket.write(`HTTP/1.1 301 M\r\nLocation: ${place}\r\nContent-Length: 0\r\n\r\n`),
    })),
    ...[
      'file:///etc/passwd',
      'ftp://alfa.example/',
      'http://user:secret@alfa.example/',
      'javascript:alert(1)',
      'http://[',
    ].map((place) => ({
      does: `redirects to ${place}`,
      outcome: 'wire/bad-address',
      answer: (socket: net.Socket) =>
        void socket.write(`HTTP/1.1 301 M\r\nLocation: ${place}\r\nContent-Length: 0\r\n\r\n`),
    })),
  ]
  for (const { does, outcome: expected, answer } of cases)
    it(`that ${does} ends as ${expected}`, async () => {
      const site = await openRawSite(answer)
      sites.push(site)
      assert.equal(await outcome(site.at('/')), expected)
    })

  it('that redirects on and on ends as wire/redirects', async () => {
    const site = await openSite((request, response) => {
      response.writeHead(302, { location: `${request.url}a` }).end()
    })
    sites.push(site)
    assert.equal(await outcome(site.at('/')), 'wire/redirects')
    assert.equal(site.asked.length, 11)
  })

  it('that does not speak TLS ends as wire/tls', async () => {
    const site = await openSite((_, response) => response.end())
    sites.push(site)
    assert.equal(await outcome(site.at('/').replace('http:', 'https:')), 'wire/tls')
  })

  it('that is not there ends as wire/connection', async () => {
    const site = await openSite((_, response) => response.end())
    await site.close()
    assert.equal(await outcome(site.at('/')), 'wire/connection')
  })

  it('whose name leads nowhere ends as wire/dns', async () => {
    assert.equal(await outcome('http://nowhere.invalid/'), 'wire/dns')
  })
})
