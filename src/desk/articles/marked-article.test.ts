import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type DeskServer, serveDesk } from '../../../test/support/desk-server.ts'
import { fileMarkedNews, type MarkedNews } from '../../../test/support/marked-news.ts'
import { createVisitor, type Visitor } from '../../../test/support/visitor.ts'

describe('an article with marks', () => {
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
  })
  after(() => desk.close())

  it('has its names, times, statements and credits in the text, and the links of its page', async () => {
    const { text } = await visitor.get(`/articles/${news.visit}`)
    for (const part of [
      `<h1><a class="named" href="/names/${hale}">Marta Hale</a> promises`,
      `The <a class="named" href="/names/${hale}">minister of ferries</a> wrote`,
      '<span class="credited" id="c0">on Postbox</span> on <span class="when" title="2026-11-24">24 November</span>',
      '“<span class="stated" id="s0">We will not sail',
      '<span class="credited" id="c1">the <a href="https://morrow-wire.example/a/1" rel="noopener noreferrer nofollow" target="_blank">Morrow Wire</a> reports</span>. She hopes',
      `<li><span class="met" id="e0">`,
    ])
      assert.ok(text.includes(part), part)
  })

  it('lists who said what, each leading to its place, and only on request what was thought', async () => {
    const { text } = await visitor.get(`/articles/${news.visit}`)
    assert.match(text, new RegExp(`<p class="speaker"><a href="/names/${hale}">Marta Hale</a>`))
    assert.match(text, /<a href="#s0" lang="en">“We will not sail.*?<small>direct · via Morrow Wire<\/small>/)
    assert.doesNotMatch(text, /href="#s1"|id="s1"/)
    const { text: more } = await visitor.get(`/articles/${news.visit}?thoughts=shown`)
    assert.match(more, /<a href="#s1" lang="en">for calm weather<\/a> <small>reported · thought or wanted/)
    assert.match(more, /<span class="stated" id="s1">for calm weather<\/span>/)
  })

  it('is shown without marks on request, its list then leading to where they are', async () => {
    const { text } = await visitor.get(`/articles/${news.visit}?marks=hidden`)
    assert.doesNotMatch(text, /class="(?:stated|named|credited|when|met)"/)
    assert.ok(text.includes(`<a href="/articles/${news.visit}#s0"`))
    assert.ok(text.includes('>Morrow Wire</a> reports'), 'the links of the page stay')
  })

  it('says on whose word it is, with the articles that the archive has', async () => {
    const { text } = await visitor.get(`/articles/${news.repeated}`)
    const chain = /<ul class="chains">.*?<\/ul>/s.exec(text)?.[0].replace(/<span[^>]*>.*?<\/span>/g, '←')
    assert.ok(chain?.includes(`<a href="/articles/${news.visit}">Harbour Herald</a>`), chain)
    assert.match(chain ?? '', /Вести степи.*Harbour Herald.*Postbox/s)
    const { text: own } = await visitor.get(`/articles/${news.visit}`)
    assert.match(own, /Morrow Wire ?<span aria-hidden="true">←<\/span>.*?Marta Hale<\/a><\/li>/s)
  })

  it('lets an editor say that a name is somebody else, and go back on it', async () => {
    const [, , brandt = 0] = news.nameIds
    const form = `/articles/${news.visit}/names/0?q=ulrik`
    assert.match((await visitor.get(form)).text, /It is Ulrik Brandt/)
    const fields = { kind: 'move', article: String(news.visit), ordinal: '0', to: String(brandt) }
    const { location } = await visitor.post(`/names/${hale}/decisions`, fields, { from: form })
    assert.equal(location, `/articles/${news.visit}#named`)
    const { text } = await visitor.get(`/articles/${news.visit}`)
    assert.ok(text.includes(`<a class="named" href="/names/${brandt}">Marta Hale</a>`))
    const { decisions = [] } = (await desk.archive.names.get(hale)) ?? {}
    const undo = `/names/${hale}/decisions/${decisions[0]?.id}/reversals`
    assert.equal((await visitor.post(undo, {}, { from: `/names/${hale}` })).status, 303)
    assert.ok(
      (await visitor.get(`/articles/${news.visit}`)).text.includes(`href="/names/${hale}">Marta Hale`),
    )
  })

  it('names nobody at a place that it has not', async () => {
    for (const place of ['9', 'x']) {
      const { status } = await visitor.get(`/articles/${news.visit}/names/${place}`)
      assert.equal(status, 404)
    }
  })
})
