import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type DeskServer, serveDesk } from '../../../test/support/desk-server.ts'
import { fileReport } from '../../../test/support/file-report.ts'
import { sampleNow, sampleReports } from '../../../test/support/sample-news.ts'
import { createVisitor, type Visitor } from '../../../test/support/visitor.ts'

describe('the search', () => {
  let desk: DeskServer
  let visitor: Visitor
  before(async () => {
    desk = await serveDesk({ news: 'sample' })
    visitor = createVisitor(desk.address)
    await visitor.signIn()
  })
  after(() => desk.close())

  const find = async (query: string): Promise<string> =>
    (await visitor.get(`/search?q=${encodeURIComponent(query)}`)).text

  const found: readonly (readonly [query: string, marked: RegExp])[] = [
    ['bridges', /<mark>bridge<\/mark> at Morrow to close/],
    ['эвакуацию', /объявлена <mark>эвакуация<\/mark>/],
    ['тролейбус', /першу лінію <mark>тролейбуса<\/mark>/],
    ['"swing bridge"', /<mark>swing bridge<\/mark>|<mark>swing<\/mark> <mark>bridge<\/mark>/],
    ['headline:strike', /Harbour pilots call off <mark>strike<\/mark>/],
    ['by:Penhallow', /Old railway bridge/],
    ['lang:kk өзен', /<mark>өзенінің<\/mark>/],
    ['outlet:holos-luhu.example бюджет', /Вербового ухвалила <mark>бюджет<\/mark>/],
  ]
  for (const [query, marked] of found)
    it(`finds ${query} in any form, and marks it`, async () => {
      assert.match(await find(query), marked)
    })

  it('says that it found nothing', async () => {
    assert.match(await find('bridge -railway -swing'), /Nothing was found/)
  })

  it('says by the field what is wrong with a query', async () => {
    const { status, text } = await visitor.get(`/search?q=${encodeURIComponent('after:someday')}`)
    assert.equal(status, 400)
    assert.match(text, /aria-invalid="true"/)
    assert.match(text, /id="q-problem">/)
    assert.match(text, /value="after:someday"/)
  })

  it('goes on from page to page, each article once', async () => {
    const { article, outlet } = sampleReports[4] ?? assert.fail()
    for (let index = 0; index < 35; index += 1)
      await fileReport(desk.archive, {
        article: { ...article, address: `https://${outlet.key}/h/${index}`, headline: `Lantern ${index}` },
        outlet,
        sourceId: null,
        now: sampleNow,
      })
    const hits: string[] = []
    let path: string | undefined = '/search?q=lantern'
    while (path !== undefined) {
      const { text }: { text: string } = await visitor.get(path)
      hits.push(...[...text.matchAll(/class="headline" href="([^"]+)"/g)].map((match) => match[1] ?? ''))
      path = /<a href="([^"]+)" rel="next"/.exec(text)?.[1]?.replaceAll('&amp;', '&')
    }
    assert.deepEqual([hits.length, new Set(hits).size], [35, 35])
  })

  it('explains on the page what can be asked', async () => {
    const { text } = await visitor.get('/search')
    assert.match(text, /<details class="how" open=""/)
    assert.match(text, /href="\/search\?q=after%3A2026-11-01/)
  })
})
