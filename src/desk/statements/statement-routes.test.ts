import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { fileSample, sampleArticle } from '../../../test/support/archive-samples.ts'
import { type DeskServer, serveDesk } from '../../../test/support/desk-server.ts'
import { fileMarkedNews, type MarkedNews } from '../../../test/support/marked-news.ts'
import { sampleNow } from '../../../test/support/sample-news.ts'
import { createVisitor, type Visitor } from '../../../test/support/visitor.ts'
import { noMarks } from '../../model/no-marks.ts'

describe('statements', () => {
  let desk: DeskServer
  let visitor: Visitor
  let news: MarkedNews
  let hale = 0
  before(async () => {
    desk = await serveDesk()
    visitor = createVisitor(desk.address)
    await visitor.signIn()
    news = await fileMarkedNews(desk.archive)
    hale = news.nameIds[0] ?? 0
    await fileSample(desk.archive, sampleNow, {
      article: sampleArticle({ headline: 'Halewood opens' }),
      marks: {
        ...noMarks('en'),
        names: [{ kind: 'person', name: 'Hale Formula', key: 'formula|hale', aliases: [], offices: [] }],
        statements: [
          {
            content: [{ start: 0, end: 14 }],
            cue: null,
            speaker: { start: 0, end: 4, name: 0 },
            manner: 'reported',
            act: 'says',
            addressee: null,
            occasion: null,
            credit: null,
          },
        ],
      },
    })
  })
  after(() => desk.close())

  it('are found by who said them, the first to carry one named and the others counted', async () => {
    const { text } = await visitor.get('/statements?speaker=marta')
    assert.match(text, new RegExp(`<h2 id="speaker"><a href="/names/${hale}">Marta Hale</a>`))
    assert.equal([...text.matchAll(/class="quote"/g)].length, 1)
    assert.match(text, /First: <a href="\/outlets\/\d+">The Harbour Herald.*and 1 article repeats it/s)
    assert.ok(text.includes(`href="/articles/${news.visit}#s0"`))
    assert.ok(text.includes(`href="/articles/${news.repeated}#s0"`))
  })

  it('of another who goes by that name are a link away', async () => {
    const { text } = await visitor.get('/statements?speaker=hale')
    const other = /<a href="([^"]+)"[^>]*>Hale Formula</.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? ''
    assert.match((await visitor.get(other)).text, /Halewood opens/)
  })

  it('are asked for on a page of their own, to which search and names lead', async () => {
    assert.match((await visitor.get('/statements')).text, /name="speaker"/)
    assert.match((await visitor.get('/statements?speaker=nobody')).text, /Nobody and nothing/)
    for (const path of ['/search', '/names'])
      assert.match((await visitor.get(path)).text, /<a href="\/statements">/)
  })

  it('go into a table that spreadsheet programs open', async () => {
    const { headers, text } = await visitor.get(`/names/${hale}/statements.csv`)
    assert.match(headers.get('content-type') ?? '', /^text\/csv; charset=utf-8/)
    assert.match(headers.get('content-disposition') ?? '', /^attachment; filename="statements-\d+\.csv"/)
    const lines = text.split('\r\n')
    assert.match(lines[0] ?? '', /^\ufeff?"time","speaker","speaker_id"/)
    assert.equal(lines.length, 4, 'a header, two statements, and the end of the last line')
    assert.match(lines[1] ?? '', /^"2026-11-24T12:30:00\.000Z","Marta Hale",\d+,"Marta Hale","direct","says"/)
    assert.match(lines[2] ?? '', /,"Morrow Wire","agency","The Harbour Herald",.*,1$/)
  })

  it('go into JSON, thoughts with them on request', async () => {
    const { text } = await visitor.get('/statements.json?speaker=marta&thoughts=shown')
    const { speaker, statements, next } = JSON.parse(text) as {
      speaker: { name: string }
      statements: { act: string; place: string; same: number }[]
      next: string | null
    }
    assert.equal(speaker.name, 'Marta Hale')
    assert.deepEqual(
      statements.map(({ act, same }) => [act, same]),
      [
        ['says', 1],
        ['says', 1],
        ['thinks', 2],
      ],
    )
    assert.equal(statements[0]?.place, `${desk.address}/articles/${news.repeated}#s0`)
    assert.equal(next, null)
    assert.equal((await visitor.get('/statements.csv?speaker=nobody')).status, 404)
  })
})
