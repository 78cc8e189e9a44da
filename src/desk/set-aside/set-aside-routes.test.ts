import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type DeskServer, serveDesk } from '../../../test/support/desk-server.ts'
import { createVisitor, type Visitor } from '../../../test/support/visitor.ts'

describe('what was set aside', () => {
  let desk: DeskServer
  let visitor: Visitor
  before(async () => {
    desk = await serveDesk()
    visitor = createVisitor(desk.address)
    await visitor.signIn()
    await desk.archive.discoveries.ask('https://vesti-stepi.example', desk.clock.now)
    const [job] = await desk.archive.jobs.claim({
      kind: 'discover',
      now: desk.clock.now,
      limit: 1,
      leaseMs: 1,
    })
    const problem = { code: 'intake/page-hangs', message: 'It took 30 s <b>.' } as const
    await desk.archive.jobs.setAside(job?.id ?? 0, problem, desk.clock.now)
  })
  after(() => desk.close())

  it('is shown with its reason, in words and by its code', async () => {
    const { text } = await visitor.get('/set-aside')
    for (const part of [
      /https:\/\/vesti-stepi\.example/,
      /The page could not be read in time\./,
      /It took 30 s &lt;b&gt;\./,
      /intake\/page-hangs/,
      /Set aside: 1\./,
    ])
      assert.match(text, part)
    assert.match((await visitor.get('/sources')).text, /Set aside: 1 job that could not be done/)
  })

  it('tries again when it is asked to', async () => {
    const code = 'intake/page-hangs'
    const { location } = await visitor.post('/set-aside/resumptions', { code }, { from: '/set-aside' })
    assert.equal(location, '/set-aside?done=resumed&count=1')
    assert.match((await visitor.get(location)).text, /1 job tries again\..*Nothing is set aside/)
    assert.equal((await desk.archive.jobs.counts(desk.clock.now)).setAside, 0)
  })

  it('is dismissed one by one, and nothing is when nothing is chosen', async () => {
    await desk.archive.discoveries.ask('https://stavren-news.example', desk.clock.now)
    const jobs = await desk.archive.jobs.claim({
      kind: 'discover',
      now: desk.clock.now,
      limit: 9,
      leaseMs: 1,
    })
    for (const { id } of jobs)
      await desk.archive.jobs.setAside(id, { code: 'wire/dns', message: 'x' }, desk.clock.now)
    const none = await visitor.post('/set-aside/dismissals', {}, { from: '/set-aside' })
    assert.equal(none.location, '/set-aside?done=dismissed&count=0')
    const one = await visitor.post(
      '/set-aside/dismissals',
      { 'job[]': String(jobs[0]?.id) },
      { from: '/set-aside' },
    )
    assert.equal(one.location, '/set-aside?done=dismissed&count=1')
    assert.equal((await desk.archive.jobs.counts(desk.clock.now)).setAside, jobs.length - 1)
  })
})
