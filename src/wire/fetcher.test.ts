import assert from 'node:assert/strict'
import type http from 'node:http'
import { after, describe, it } from 'node:test'
import { openSite, type TestSite, testFetcher } from '../../test/support/test-site.ts'
import { type FetchAnswer, type FetcherOptions, HostBackingOff, type HostRecordLike } from './fetcher.ts'

const source = (address: string) => ({ address, purpose: 'source' }) as const

const sites: TestSite[] = []
async function site(handle: http.RequestListener, seesRobots = false): Promise<TestSite> {
  const opened = await openSite(handle, seesRobots)
  sites.push(opened)
  return opened
}
after(() => Promise.all(sites.map((each) => each.close())))

async function fetchOnce(address: string, options: Partial<FetcherOptions> = {}): Promise<FetchAnswer> {
  const fetcher = testFetcher(options)
  try {
    return await fetcher.fetch(source(address))
  } finally {
    await fetcher.close()
  }
}

function text(answer: FetchAnswer): string {
  return answer.kind === 'unchanged' ? '' : Buffer.from(answer.capture?.bytes ?? []).toString()
}

describe('the fetcher', () => {
  it('brings what a page answers', async () => {
    const { at } = await site((request, response) => {
      response.setHeader('Content-Type', 'text/html; charset=windows-1251')
      response.setHeader('Set-Cookie', ['a=1', 'b=2'])
      response.end(`from ${request.headers['user-agent']}`)
    })
    const answer = await fetchOnce(at('/news?id=1#top'), { clock: () => 1234 })
    assert.equal(answer.kind, 'fetched')
    assert.equal(answer.movedTo, null)
    const { headers, sha256, bytes, ...facts } = answer.capture
    assert.deepEqual(facts, {
      address: at('/news?id=1#top'),
      finalAddress: at('/news?id=1'),
      fetchedAt: 1234,
      status: 200,
    })
    assert.equal(headers['content-type'], 'text/html; charset=windows-1251')
    assert.equal(headers['set-cookie'], 'a=1, b=2')
    assert.equal(Buffer.from(bytes).toString(), 'from Wiredesk/0.0.0 (test)')
    assert.match(sha256, /^[0-9a-f]{64}$/)
  })

  it('asks again on conditions, with the validators as they came', async () => {
    const { at } = await site((request, response) => {
      const { 'if-none-match': etag, 'if-modified-since': since } = request.headers
      response.writeHead(etag === 'W/"7"' && since === 'Tue, 24 Nov 2026 10:00:00 GMT' ? 304 : 200).end('x')
    })
    const fetcher = testFetcher()
    const known = { etag: 'W/"7"', lastModified: 'Tue, 24 Nov 2026 10:00:00 GMT' }
    assert.deepEqual(await fetcher.fetch({ ...source(at('/')), ...known }), {
      kind: 'unchanged',
      movedTo: null,
    })
    assert.equal(
      (await fetcher.fetch({ ...source(at('/')), etag: 'bad\r\nX: y', lastModified: null })).kind,
      'fetched',
    )
    await fetcher.close()
  })

  it('says what was refused, and what the refusal says', async () => {
    const { at } = await site((_, response) =>
      response.writeHead(429, { 'Retry-After': '77' }).end('slow down'),
    )
    const answer = await fetchOnce(at('/'))
    assert.equal(answer.kind, 'refused')
    assert.equal(answer.status, 429)
    assert.equal(answer.retryAfterSeconds, 77)
    assert.equal(text(answer), 'slow down')
  })

  it('keeps a connection for the next request', async () => {
    const sockets = new Set<unknown>()
    const { at } = await site((request, response) => {
      sockets.add(request.socket)
      response.end()
    })
    const fetcher = testFetcher()
    for (const path of ['/1', '/2', '/3']) await fetcher.fetch(source(at(path)))
    assert.equal(sockets.size, 1)
    await fetcher.close()
  })

  it('ends what is waiting when it is closed', async () => {
    const { at } = await site(() => {})
    const fetcher = testFetcher()
    const waiting = [1, 2, 3].map((page) => fetcher.fetch(source(at(`/${page}`))))
    const outcomes = Promise.allSettled(waiting)
    await fetcher.close()
    for (const outcome of await outcomes) {
      assert.equal(outcome.status, 'rejected')
      assert.equal(outcome.reason.code, 'wire/closed')
    }
  })
})

describe('redirects', () => {
  const chains: readonly { name: string; statuses: readonly number[]; movedTo: string | null }[] = [
    { name: '301 moves the address', statuses: [301], movedTo: '/1' },
    { name: '308 moves the address', statuses: [308], movedTo: '/1' },
    { name: 'a chain of 301 and 308 moves it to its end', statuses: [301, 308, 301], movedTo: '/3' },
    { name: '302 does not move it', statuses: [302], movedTo: null },
    { name: '303 does not move it', statuses: [303], movedTo: null },
    { name: '307 does not move it', statuses: [307], movedTo: null },
    { name: 'a chain that breaks moves it to where it broke', statuses: [301, 302, 301], movedTo: '/1' },
    { name: 'a chain that begins broken moves nothing', statuses: [302, 301], movedTo: null },
  ]
  for (const { name, statuses, movedTo } of chains)
    it(name, async () => {
      const { at } = await site((request, response) => {
        const step = Number(request.url?.slice(1))
        const status = statuses[step]
        if (status === undefined) response.end('end')
        else response.writeHead(status, { location: `/${step + 1}` }).end('moved')
      })
      const answer = await fetchOnce(at('/0'))
      assert.equal(answer.kind, 'fetched')
      assert.equal(answer.capture.finalAddress, at(`/${statuses.length}`))
      assert.equal(answer.movedTo, movedTo === null ? null : at(movedTo))
    })

  it('moves an address whose new place answers 410', async () => {
    const { at } = await site((request, response) => {
      if (request.url === '/old') response.writeHead(301, { location: '/new' }).end()
      else response.writeHead(410).end()
    })
    const answer = await fetchOnce(at('/old'))
    assert.ok(answer.kind === 'refused' && answer.status === 410 && answer.movedTo === at('/new'))
  })

  it('reads a place written in raw UTF-8', async () => {
    const { at } = await site((request, response) => {
      if (request.url === '/')
        response.writeHead(302, { location: Buffer.from('/новости').toString('latin1') }).end()
      else response.end(decodeURIComponent(request.url ?? ''))
    })
    assert.equal(text(await fetchOnce(at('/'))), '/новости')
  })

  it('obeys robots.txt of each host on the way', async () => {
    const { at } = await site((request, response) => {
      if (request.url === '/robots.txt')
        response.end(request.headers.host?.startsWith('beta') ? 'User-agent: *\nDisallow: /' : '')
      else response.writeHead(302, { location: `http://beta.${request.headers.host?.split('.')[1]}/` }).end()
    }, true)
    await assert.rejects(fetchOnce(at('/')), { code: 'wire/robots' })
  })
})

describe('manners', () => {
  it('asks one thing at a time of a host, with a gap, and of several hosts at once', async () => {
    let [underWay, most, now] = [0, 0, 1_000_000]
    const perHost = new Map<string, number>()
    const { at } = await site((request, response) => {
      const host = request.headers.host ?? ''
      perHost.set(host, (perHost.get(host) ?? 0) + 1)
      assert.equal(perHost.get(host), 1)
      underWay += 1
      most = Math.max(most, underWay)
      setImmediate(() => {
        underWay -= 1
        perHost.set(host, 0)
        response.end()
      })
    })
    const waits: number[] = []
    const wait = async (ms: number): Promise<void> => {
      waits.push(ms)
      now += ms
    }
    const fetcher = testFetcher({ clock: () => now, wait, hostGapSeconds: 2 })
    const names = ['alfa', 'beta', 'gamma', 'delta']
    await Promise.all(
      [1, 2, 3].flatMap((page) => names.map((name) => fetcher.fetch(source(at(`/${page}`, name))))),
    )
    assert.ok(most > 1, `${most} at once`)
    assert.ok(waits.length > 0 && waits.every((ms) => ms > 0 && ms <= 2000))
    await fetcher.close()
  })

  it('waits no longer than a gap when the clock is set back, and holds no old pause against a host', async () => {
    let now = 1_000_000_000_000
    const { at } = await site((_request, response) => response.end())
    const waits: number[] = []
    const wait = async (ms: number): Promise<void> => {
      waits.push(ms)
    }
    const paused = { host: new URL(at('/', 'beta')).host, robotsText: '', robotsFetchedAt: now }
    const records = [{ ...paused, backOffUntil: now + 60_000, consecutiveFailures: 1 }]
    const hosts = { records, save: async () => {} }
    const fetcher = testFetcher({ clock: () => now, wait, hostGapSeconds: 2, hosts })
    await fetcher.fetch(source(at('/1')))
    await assert.rejects(fetcher.fetch(source(at('/1', 'beta'))), HostBackingOff)
    now -= 3 * 86_400_000
    await fetcher.fetch(source(at('/2')))
    await fetcher.fetch(source(at('/1', 'beta')))
    assert.ok(Math.max(...waits) <= 2000, String(waits))
    await fetcher.close()
  })

  it('keeps to a crawl-delay, but not to one beyond reason', async () => {
    let now = 1_000_000
    const { at } = await site((request, response) => {
      const delay = request.headers.host?.startsWith('alfa') ? 7 : 86_400
      response.end(request.url === '/robots.txt' ? `User-agent: *\nCrawl-delay: ${delay}` : '')
    }, true)
    const waits: number[] = []
    const wait = async (ms: number): Promise<void> => {
      waits.push(ms)
      now += ms
    }
    const fetcher = testFetcher({ clock: () => now, wait })
    for (const name of ['alfa', 'alfa', 'beta', 'beta']) await fetcher.fetch(source(at('/', name)))
    assert.deepEqual(waits, [7000, 60_000])
    await fetcher.close()
  })

  it('fetches nothing that robots.txt forbids, and asks for it once a day', async () => {
    let [robots, now] = [0, 1_000_000]
    const { at, asked } = await site((request, response) => {
      if (request.url === '/robots.txt') robots += 1
      response.end(request.url === '/robots.txt' ? 'User-agent: wiredesk\nDisallow: /private' : 'page')
    }, true)
    const fetcher = testFetcher({ clock: () => now })
    await Promise.all([1, 2, 3].map((page) => fetcher.fetch(source(at(`/${page}`)))))
    await assert.rejects(fetcher.fetch(source(at('/private/1'))), { code: 'wire/robots' })
    assert.equal(robots, 1)
    assert.equal(asked.length, 3)
    now += 24 * 3600 * 1000
    await fetcher.fetch(source(at('/4')))
    assert.equal(robots, 2)
    await fetcher.close()
  })

  it('takes robots.txt from where it was moved, from another host too', async () => {
    const { at, port } = await site((request, response) => {
      const host = request.headers.host ?? ''
      if (request.url === '/robots.txt' && host.startsWith('alfa'))
        response.writeHead(301, { location: `http://beta.localhost:${port}/robots.txt` }).end()
      else response.end(request.url === '/robots.txt' ? 'User-agent: *\nDisallow: /a' : 'page')
    }, true)
    await assert.rejects(fetchOnce(at('/a')), { code: 'wire/robots' })
    assert.equal(text(await fetchOnce(at('/b'))), 'page')
  })

  it('fetches nothing while robots.txt cannot be had, and goes on by the old one where there is one', async () => {
    const { at, port, asked } = await site((request, response) => {
      response.writeHead(request.url === '/robots.txt' ? 500 : 200).end('page')
    }, true)
    await assert.rejects(fetchOnce(at('/')), HostBackingOff)
    assert.deepEqual(asked, [])
    const record: HostRecordLike = {
      host: `alfa.localhost:${port}`,
      robotsText: 'User-agent: *\nDisallow: /b',
      robotsFetchedAt: 1,
      backOffUntil: null,
      consecutiveFailures: 0,
    }
    const fetcher = testFetcher({ clock: () => 1e9, hosts: { records: [record], save: async () => {} } })
    assert.equal(text(await fetcher.fetch(source(at('/a')))), 'page')
    await assert.rejects(fetcher.fetch(source(at('/b'))), { code: 'wire/robots' })
    assert.deepEqual(asked, ['alfa /a'])
    await fetcher.close()
  })

  for (const [status, retryAfter, seconds] of [
    [429, '120', 126],
    [503, undefined, 30],
    [403, undefined, 5],
    [500, undefined, 5],
  ] as const)
    it(`leaves a host alone that answers ${status}${retryAfter === undefined ? '' : ' with Retry-After'}, and remembers it over a restart`, async () => {
      let [now, isWell] = [1_000_000, false]
      const { at, port, asked } = await site((_, response) => {
        if (isWell) response.end('well')
        else response.writeHead(status, retryAfter === undefined ? {} : { 'retry-after': retryAfter }).end()
      })
      const saved: HostRecordLike[] = []
      const save = async (record: HostRecordLike): Promise<void> => void saved.push(record)
      const first = testFetcher({ clock: () => now, hosts: { records: [], save } })
      await first.fetch(source(at('/1')))
      const retryAt = 1_000_000 + seconds * 1000
      await assert.rejects(first.fetch(source(at('/2'))), { code: 'wire/host-backing-off', retryAt })
      assert.deepEqual(first.busyHosts(), [`alfa.localhost:${port}`])
      await first.close()

      const last = saved.at(-1)
      assert.ok(last !== undefined && last.backOffUntil === retryAt && last.consecutiveFailures === 1)
      const second = testFetcher({ clock: () => now, hosts: { records: [last], save } })
      await assert.rejects(second.fetch(source(at('/3'))), HostBackingOff)
      assert.equal(asked.length, 1)

      now = retryAt
      await second.fetch(source(at('/4')))
      assert.equal(saved.at(-1)?.consecutiveFailures, 2)
      now = saved.at(-1)?.backOffUntil ?? 0
      isWell = true
      assert.equal(text(await second.fetch(source(at('/5')))), 'well')
      assert.equal(saved.at(-1)?.consecutiveFailures, 0)
      assert.deepEqual(second.busyHosts(), [])
      await second.close()
    })

  it('lets go at once of all who wait for a host that asks for a pause', async () => {
    const { at, asked } = await site((_, response) => response.writeHead(503).end())
    const fetcher = testFetcher()
    const answers = await Promise.allSettled(
      [1, 2, 3, 4].map((page) => fetcher.fetch(source(at(`/${page}`)))),
    )
    assert.deepEqual(answers.map(({ status }) => status).sort(), [
      'fulfilled',
      'rejected',
      'rejected',
      'rejected',
    ])
    assert.equal(asked.length, 1)
    await fetcher.close()
  })

  it('does not let a missing page speak for its host', async () => {
    const { at } = await site((request, response) =>
      response.writeHead(request.url === '/1' ? 404 : 200).end(),
    )
    const fetcher = testFetcher()
    assert.equal((await fetcher.fetch(source(at('/1')))).kind, 'refused')
    assert.equal((await fetcher.fetch(source(at('/2')))).kind, 'fetched')
    await fetcher.close()
  })
})
