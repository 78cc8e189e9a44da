import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type DeskServer, serveDesk } from '../../../test/support/desk-server.ts'
import { fileReport } from '../../../test/support/file-report.ts'
import { sampleNow, sampleReports } from '../../../test/support/sample-news.ts'
import { createVisitor, type Visitor } from '../../../test/support/visitor.ts'

describe('the latest column', () => {
  let desk: DeskServer
  let visitor: Visitor
  before(async () => {
    desk = await serveDesk({ news: 'sample' })
    visitor = createVisitor(desk.address)
    await visitor.signIn()
  })
  after(() => desk.close())

  it('tells by the minute what came, latest first, day by day', async () => {
    const { text } = await visitor.get('/latest')
    const times = [...text.matchAll(/<time datetime="([^"]+)">(\d\d:\d\d)<\/time>/g)]
    assert.equal(times[0]?.[2], '18:26')
    const order = times.map((match) => Date.parse(match[1] ?? ''))
    assert.deepEqual(
      order,
      [...order].sort((one, other) => other - one),
    )
    assert.deepEqual(
      [...text.matchAll(/<h2 id="day-[^"]+">([^<]+)</g)].map((match) => match[1]),
      ['Tuesday 24 November', 'Monday 23 November'],
    )
  })

  it('says each headline in its own language to those who listen', async () => {
    const { text } = await visitor.get('/latest')
    assert.match(text, /lang="kk" data-line="true">Қарасай/)
    assert.match(text, /<span class="unseen">Kazakh<\/span>/)
  })

  it('marks what its outlet changed, and leads to the change', async () => {
    const { text } = await visitor.get('/latest')
    assert.match(text, /<a class="tag changed" href="\/articles\/\d+\/revisions\/2">changed<\/a>/)
  })

  it('is filtered by languages and by outlet', async () => {
    const languages = (text: string): readonly string[] =>
      [
        ...new Set(
          [...text.matchAll(/class="headline" href="[^"]+" lang="(\w+)"/g)].map((match) => match[1] ?? ''),
        ),
      ].sort()
    assert.deepEqual(languages((await visitor.get('/latest?language=kk&language=uk')).text), ['kk', 'uk'])
    const { outlet } = (await desk.archive.articles.latest({ limit: 1 })).items[0] ?? assert.fail()
    assert.deepEqual(languages((await visitor.get(`/latest?outlet=${outlet.id}`)).text), ['en'])
  })

  it('leaves out of a filter what is no language and no outlet', async () => {
    const { status, text } = await visitor.get('/latest?language=%3Cscript%3E&outlet=x')
    assert.equal(status, 200)
    assert.doesNotMatch(text, /<script>/)
  })

  it('gives the lines of some articles that the filter lets through', async () => {
    const { items } = await desk.archive.articles.latest({ limit: 2 })
    const ids = items.map(({ id }) => id)
    const all = await visitor.get(`/latest/lines?ids=${ids.join(',')},999999,x`)
    assert.equal(all.text.match(/<li /g)?.length, 2)
    const kazakh = await visitor.get(`/latest/lines?ids=${ids.join(',')}&language=kk`)
    assert.equal(kazakh.text.match(/<li /g)?.length, 1)
  })

  it('goes on to older pages, each line once', async () => {
    const { article, outlet } = sampleReports.at(-1) ?? assert.fail()
    for (let index = 0; index < 90; index += 1)
      await fileReport(desk.archive, {
        article: { ...article, address: `https://${outlet.key}/${index}`, headline: `Report ${index}` },
        outlet,
        sourceId: null,
        now: sampleNow,
      })
    const lines: string[] = []
    let path: string | undefined = '/latest'
    while (path !== undefined) {
      const { text }: { text: string } = await visitor.get(path)
      lines.push(...[...text.matchAll(/<li class="line" id="(a\d+)"/g)].map((match) => match[1] ?? ''))
      path = /<a href="([^"]+)" rel="next"/.exec(text)?.[1]?.replaceAll('&amp;', '&')
    }
    assert.equal(lines.length, sampleReports.length + 90)
    assert.equal(new Set(lines).size, lines.length)
  })

  it('does not break on a cursor that is none', async () => {
    assert.equal((await visitor.get('/latest?cursor=nonsense')).status, 200)
  })
})
