import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type DeskServer, editor, serveDesk } from '../../../test/support/desk-server.ts'
import { fileMarkedNews, type MarkedNews } from '../../../test/support/marked-news.ts'
import { sampleNow } from '../../../test/support/sample-news.ts'
import { createVisitor, type Visitor } from '../../../test/support/visitor.ts'
import { hashPassword } from '../../web/auth/password.ts'

describe('names', () => {
  let desk: DeskServer
  let visitor: Visitor
  let news: MarkedNews
  let hale = 0
  let port = 0
  let brandt = 0
  before(async () => {
    desk = await serveDesk()
    visitor = createVisitor(desk.address)
    await visitor.signIn()
    news = await fileMarkedNews(desk.archive)
    ;[hale = 0, port = 0, brandt = 0] = news.nameIds
  })
  after(() => desk.close())

  const decide = (id: number, fields: Readonly<Record<string, string>>) =>
    visitor.post(`/names/${id}/decisions`, fields, { from: `/names/${id}` })

  it('are found by the beginning of any form, and the most named of the week stand by kind', async () => {
    const { text } = await visitor.get('/names')
    assert.match(text, /People of the week.*Marta Hale.*<small>2 articles.*Places of the week.*Port Selwyn/s)
    const { text: found } = await visitor.get('/names?q=hal')
    assert.match(found, new RegExp(`<a href="/names/${hale}" data-line="true">Marta Hale</a>`))
    assert.doesNotMatch(found, /Port Selwyn/)
    assert.match((await visitor.get('/names?q=nobody')).text, /Nobody and nothing of that name/)
  })

  it('have a page with forms, offices, statements, meetings, company and articles', async () => {
    const { text } = await visitor.get(`/names/${hale}`)
    for (const part of [
      /<h1>Marta Hale<\/h1>/,
      /minister of ferries <small>2/,
      /We will not sail the old ferry again, and 3 new ones/,
      /First: <a href="\/outlets\/\d+">The Harbour Herald<\/a>/,
      /and 1 article repeats it.*Вести степи/s,
      /<li class="plan">.*27 November 2026.*meeting.*planned.*Ulrik Brandt.*Port Selwyn/s,
      /href="\/articles\/\d+#e0"/,
      /Named with.*Port Selwyn/s,
      /New ferries promised/,
    ])
      assert.match(text, part)
    assert.doesNotMatch(text, /calm weather/)
    assert.match((await visitor.get(`/names/${hale}?thoughts=shown`)).text, /calm weather/)
  })

  it('are spelt as an editor says, until it is undone', async () => {
    assert.equal((await decide(hale, { kind: 'rename', name: 'Minister Hale' })).status, 303)
    const { text } = await visitor.get(`/names/${hale}?done=rename`)
    assert.match(text, /<h1>Minister Hale<\/h1>.*spelt so from now on/s)
    const undo = /action="(\/names\/\d+\/decisions\/\d+\/reversals)"/.exec(text)?.[1] ?? ''
    await visitor.post(undo, {}, { from: `/names/${hale}` })
    assert.match((await visitor.get(`/names/${hale}`)).text, /<h1>Marta Hale<\/h1>/)
    assert.equal((await visitor.post(undo, {}, { from: `/names/${hale}` })).status, 400)
  })

  it('are merged into one that is found by typing, and parted again', async () => {
    const { text } = await visitor.get(`/names/${brandt}?into=hale`)
    assert.match(text, /<details id="merge" open="">.*Merge into Marta Hale/s)
    assert.equal(
      (await decide(brandt, { kind: 'merge', into: String(hale) })).location,
      `/names/${hale}?done=merge`,
    )
    assert.equal((await visitor.get(`/names/${brandt}`)).location, `/names/${hale}`)
    assert.match((await visitor.get(`/names/${hale}`)).text, /Several under one name/)
    const split = await decide(hale, { kind: 'split', 'keys[]': 'brandt|ulrik' })
    assert.match(split.location, /^\/names\/\d+\?done=split$/)
    assert.match((await visitor.get(split.location)).text, /<h1>Ulrik Brandt<\/h1>/)
  })

  it('of two kinds are not merged, and no form is taken that was not shown', async () => {
    assert.equal((await decide(port, { kind: 'merge', into: String(hale) })).status, 400)
    assert.equal((await decide(hale, { kind: 'rename', name: ' ' })).status, 400)
    assert.equal((await decide(hale, { kind: 'split' })).status, 400)
  })

  it('are put right by editors only', async () => {
    const passwordHash = await hashPassword(editor.password)
    await desk.archive.users.add({ name: 'writer', role: 'writer', passwordHash, createdAt: sampleNow })
    const writer = createVisitor(desk.address)
    await writer.post(
      '/session',
      { name: 'writer', password: editor.password, back: '/latest' },
      { from: '/session' },
    )
    const { text } = await writer.get(`/names/${hale}`)
    assert.doesNotMatch(text, /decisions/)
    const rename = { kind: 'rename', name: 'X' }
    assert.equal(
      (await writer.post(`/names/${hale}/decisions`, rename, { from: '/preferences' })).status,
      403,
    )
    assert.equal((await writer.get(`/articles/${news.visit}/names/0`)).status, 403)
    assert.doesNotMatch((await writer.get(`/articles/${news.visit}`)).text, /\/names\/0"/)
  })

  for (const path of ['/names/999999', '/names/x', '/names/999999/statements.csv'])
    it(`are not at ${path}`, async () => {
      assert.equal((await visitor.get(path)).status, 404)
    })
})
