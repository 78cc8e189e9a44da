import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type DeskServer, serveDesk } from '../../../test/support/desk-server.ts'
import { fileMarkedNews } from '../../../test/support/marked-news.ts'
import { createVisitor, type Visitor } from '../../../test/support/visitor.ts'

describe('an outlet', () => {
  let desk: DeskServer
  let visitor: Visitor
  before(async () => {
    desk = await serveDesk({ news: 'sample' })
    visitor = createVisitor(desk.address)
    await visitor.signIn()
    await fileMarkedNews(desk.archive)
  })
  after(() => desk.close())

  const page = async (key: string): Promise<string> => {
    const outlet = (await desk.archive.outlets.list()).find((one) => one.key === key)
    return (await visitor.get(`/outlets/${outlet?.id}`)).text
  }

  it('says whom it credits and who credits it', async () => {
    const herald = await page('harbour-herald.example')
    assert.match(herald, /Whom it credits.*Morrow Wire <small>1 article.*Postbox/s)
    assert.match(herald, /Who credits it.*<a href="\/outlets\/\d+">Вести степи<\/a> <small>1 article/s)
    assert.match(
      await page('vesti-stepi.example'),
      /Whom it credits.*<a href="\/outlets\/\d+">Harbour Herald<\/a>/s,
    )
  })

  it('says how much it changed of what it published', async () => {
    assert.match(await page('harbour-herald.example'), /Edits of the last 30 days.*1 article \(1 time\)/s)
    assert.match(await page('holos-luhu.example'), /Changed later<\/dt><dd>0 articles/)
  })
})
