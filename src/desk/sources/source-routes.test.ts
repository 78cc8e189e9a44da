import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { sampleEntry } from '../../../test/support/archive-samples.ts'
import { type DeskServer, serveDesk } from '../../../test/support/desk-server.ts'
import { sampleNow, sampleOutlets } from '../../../test/support/sample-news.ts'
import { createVisitor, type Visitor } from '../../../test/support/visitor.ts'
import type { FoundSource } from '../../model/source.ts'

const found: FoundSource = {
  kind: 'feed',
  address: 'https://vesti-stepi.example/rss',
  title: 'Вести степи',
  outlet: sampleOutlets.vesti,
  entries: [
    sampleEntry('https://vesti-stepi.example/1', {
      headline: 'Перевозчики предупредили о перебоях <b>',
      publishedAt: sampleNow,
    }),
  ],
}

describe('the sources', () => {
  let desk: DeskServer
  let visitor: Visitor
  before(async () => {
    desk = await serveDesk()
    visitor = createVisitor(desk.address)
    await visitor.signIn()
  })
  after(() => desk.close())

  /** Does what intake does with a discovery. */
  async function answer(
    answered:
      | { kind: 'found'; sources: readonly FoundSource[] }
      | { kind: 'failed'; code: 'wire/dns'; message: string },
  ) {
    const [job] = await desk.archive.jobs.claim({
      kind: 'discover',
      now: desk.clock.now,
      limit: 1,
      leaseMs: 1000,
    })
    if (job?.work.kind !== 'discover') return assert.fail('there is no discovery to answer')
    await desk.archive.discoveries.answer(job.work.discoveryId, job.id, answered)
    return job.work
  }

  describe('are added by any address', () => {
    const pasted: readonly (readonly [typed: string, address: string])[] = [
      [' vesti-stepi.example ', 'https://vesti-stepi.example'],
      ['http://vesti-stepi.example/news?a=b', 'http://vesti-stepi.example/news?a=b'],
      ['@kok@mastodon.example', 'https://mastodon.example/@kok'],
    ]
    for (const [typed, address] of pasted)
      it(`such as “${typed}”`, async () => {
        const { status, location } = await visitor.post(
          '/discoveries',
          { address: typed },
          { from: '/sources' },
        )
        assert.equal(status, 303)
        assert.match(location, /^\/discoveries\/\d+$/)
        assert.equal(
          (await answer({ kind: 'failed', code: 'wire/dns', message: 'Unknown.' })).address,
          address,
        )
      })

    for (const typed of ['', 'no address', 'javascript:alert(1)', 'file:///etc/passwd', 'word'])
      it(`but not “${typed}”`, async () => {
        const { status, text } = await visitor.post('/discoveries', { address: typed }, { from: '/sources' })
        assert.equal(status, 400)
        assert.match(text, /not an address that can be watched/)
        assert.match(text, /aria-invalid="true"/)
      })
  })

  it('are shown with what will come before they are added', async () => {
    const { location } = await visitor.post(
      '/discoveries',
      { address: 'vesti-stepi.example' },
      { from: '/sources' },
    )
    const waiting = await visitor.get(location)
    assert.match(waiting.text, /<noscript><meta http-equiv="refresh" content="2"\/><\/noscript>/)
    await answer({ kind: 'found', sources: [found] })
    const preview = await visitor.get(location)
    assert.doesNotMatch(preview.text, /http-equiv="refresh"/)
    assert.match(preview.text, /Перевозчики предупредили о перебоях &lt;b&gt;/)

    const fields = { discovery: location.split('/').at(-1) ?? '', 'choice[]': '0' }
    const added = await visitor.post('/sources', fields, { from: location })
    assert.equal(added.location, '/sources?done=added&count=1')
    assert.match((await visitor.get(added.location)).text, /1 source is now watched/)
    assert.equal(
      (await visitor.post('/sources', fields, { from: location })).location,
      '/sources?done=known&count=0',
    )
  })

  it('have the clocks of their outlet set, and say what is no zone', async () => {
    const [listed] = await desk.archive.sources.list()
    assert.ok(listed !== undefined)
    const { source, outlet } = listed
    const at = `/sources/${source.id}`
    const { title, address, kind } = source
    const bad = await visitor.post(at, { title, address, kind, zone: 'Asia/Tumarly' }, { from: at })
    assert.equal(bad.status, 400)
    assert.match(bad.text, /This is not a time zone/)
    const good = await visitor.post(at, { title, address, kind, zone: 'Asia/Almaty' }, { from: at })
    assert.equal(good.location, `${at}?done=saved`)
    assert.equal((await desk.archive.outlets.get(outlet.id))?.zone, 'Asia/Almaty')
    await visitor.post(at, { title, address, kind, zone: '' }, { from: at })
    assert.equal((await desk.archive.outlets.get(outlet.id))?.zone, null)
  })

  it('are not added out of thin air', async () => {
    assert.equal((await visitor.post('/sources', { discovery: '999999', 'choice[]': '0' })).status, 400)
  })

  it('say in words why an address gave none', async () => {
    const { location } = await visitor.post('/discoveries', { address: 'gone.example' }, { from: '/sources' })
    await answer({ kind: 'failed', code: 'wire/dns', message: 'gone.example is not known' })
    const { text } = await visitor.get(location)
    assert.match(text, /the site may have moved/)
    assert.match(text, /wire\/dns/)
  })

  describe('once there', () => {
    let id: number
    beforeEach(async () => {
      const { source } = await desk.archive.sources.add(
        {
          ...found,
          address: 'https://kept.example/feed',
          nextPollAt: sampleNow + 60_000,
          intervalSeconds: 300,
        },
        sampleNow,
      )
      id = source.id
    })

    it('are renamed', async () => {
      const fields = { title: 'Renamed', address: 'https://kept.example/feed', kind: 'feed' }
      await visitor.post(`/sources/${id}`, fields, { from: `/sources/${id}` })
      assert.equal((await desk.archive.sources.get(id))?.source.title, 'Renamed')
    })

    it('keep an address that can be watched', async () => {
      const fields = { title: 'x', address: 'javascript:alert(1)', kind: 'feed' }
      assert.equal((await visitor.post(`/sources/${id}`, fields, { from: `/sources/${id}` })).status, 400)
      assert.equal((await desk.archive.sources.get(id))?.source.address, 'https://kept.example/feed')
    })

    it('keep their own address where another source has the one that is wanted', async () => {
      const address = 'https://vesti-stepi.example/taken'
      await desk.archive.sources.add(
        { ...found, address, nextPollAt: desk.clock.now, intervalSeconds: 300 },
        desk.clock.now,
      )
      const fields = { title: 'x', address, kind: 'feed' }
      const { status, text } = await visitor.post(`/sources/${id}`, fields, { from: `/sources/${id}` })
      assert.equal(status, 400)
      assert.match(text, /Another source watches this address already/)
    })

    it('are paused, resumed and asked at once', async () => {
      await visitor.post(`/sources/${id}/state`, { state: 'paused' }, { from: `/sources/${id}` })
      assert.match((await visitor.get(`/sources/${id}`)).text, /Paused/)
      await visitor.post(`/sources/${id}/state`, { state: 'active' }, { from: `/sources/${id}` })
      await visitor.post(`/sources/${id}/polls`, {}, { from: `/sources/${id}` })
      const source = (await desk.archive.sources.get(id))?.source
      assert.equal(source?.state, 'active')
      assert.ok((source?.health.nextPollAt ?? Infinity) <= desk.clock.now)
    })

    it('are deleted after one was asked again', async () => {
      assert.match(
        (await visitor.get(`/sources/${id}/removal`)).text,
        /Delete “Вести степи”\?|Delete “Renamed”\?/,
      )
      assert.ok((await desk.archive.sources.get(id)) !== null)
      const { location } = await visitor.post(
        `/sources/${id}/removal`,
        {},
        { from: `/sources/${id}/removal` },
      )
      assert.equal(location, '/sources?done=removed')
      assert.equal(await desk.archive.sources.get(id), null)
    })
  })

  it('come from an OPML file, and go into one', async () => {
    const text =
      '<opml><outline xmlUrl="https://imported.example/rss"/><outline xmlUrl="javascript:x"/></opml>'
    const { location } = await visitor.post(
      '/sources/imports',
      {},
      { from: '/sources', file: { name: 'a.opml', text } },
    )
    assert.equal(location, '/sources?done=imported&count=1')
    const written = await visitor.get('/sources.opml')
    assert.match(written.text, /xmlUrl="https:\/\/imported\.example\/rss"/)
    assert.match(written.headers.get('content-disposition') ?? '', /attachment/)
  })

  it('say by the field what is wrong with a file', async () => {
    const file = { name: 'a.txt', text: 'hello' }
    const { status, text } = await visitor.post('/sources/imports', {}, { from: '/sources', file })
    assert.equal(status, 400)
    assert.match(text, /id="file-problem">This file is no OPML/)
  })
})
