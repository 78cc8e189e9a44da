import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { badlyReadPage } from '../../../test/support/badly-read-page.ts'
import { type DeskServer, editor, serveDesk } from '../../../test/support/desk-server.ts'
import { openReadingRoom, type ReadingRoom } from '../../../test/support/reading-room.ts'
import { createVisitor, type Visitor } from '../../../test/support/visitor.ts'
import { bodyText } from '../../model/block-text.ts'
import { noRules } from '../../model/outlet-rules.ts'
import { hashPassword } from '../../web/auth/password.ts'

describe('the rules of an outlet', () => {
  let desk: DeskServer
  let room: ReadingRoom
  let visitor: Visitor
  let wall: number
  let outlet: number
  before(async () => {
    desk = await serveDesk()
    room = openReadingRoom(desk.archive, () => desk.clock.now)
    visitor = createVisitor(desk.address)
    await visitor.signIn()
    wall = await room.take(
      'https://harbour-herald.example/news/wall',
      page('Sea wall at Lorn to be surveyed'),
    )
    outlet = (await desk.archive.articles.get(wall))?.line.outlet.id ?? 0
  })
  after(async () => {
    await room.close()
    await desk.close()
  })

  /** The preview that a form asks for, once it is there. */
  async function preview(fields: Readonly<Record<string, string>>): Promise<string> {
    const from = `/outlets/${outlet}/rules`
    const { status, location, text } = await visitor.post(
      `${from}/previews`,
      { article: String(wall), ...fields },
      { from },
    )
    if (status !== 303) return text
    await room.answered(Number(/preview=(\d+)$/.exec(location)?.[1]))
    return (await visitor.get(location)).text
  }

  it('are shown with what they would change on a page, before they are saved', async () => {
    const text = await preview({ drop: '.c-slot-7\r\n.nowhere', keep: 'aside.c-note', title: '', date: '' })
    for (const part of [
      /Comes in: 1\. Goes: 1\./,
      /class="goes"><span class="unseen" lang="en">goes: <\/span><p>Thinking of a new kitchen/,
      /class="comes"><span class="unseen" lang="en">comes in: <\/span><p>Correction/,
      /<code>\.c-slot-7<\/code> <small>names 1 element here/,
      /<li class="idle"><code>\.nowhere<\/code> <small>names 0 elements here/,
      /<textarea[^>]*name="drop"[^>]*>\.c-slot-7\n\.nowhere<\/textarea>/,
    ])
      assert.match(text, part)
    assert.equal(await desk.archive.rules.get(outlet), null)
  })

  it('say of a selector that cannot be used what is wrong, at its field, and are not saved', async () => {
    const from = `/outlets/${outlet}/rules`
    for (const path of [from, `${from}/previews`]) {
      const { status, text } = await visitor.post(path, { drop: '.ok\np[', title: ':nosuch' }, { from })
      assert.equal(status, 400)
      assert.match(text, /id="drop-problem">The selector “p\[” cannot be used: /)
      assert.match(text, /id="title-problem">The selector “:nosuch” cannot be used: /)
      assert.match(text, /aria-invalid="true"/)
    }
    assert.equal(await desk.archive.rules.get(outlet), null)
  })

  it('say it in the language of the desk', async () => {
    const from = `/outlets/${outlet}/rules`
    const fields = { drop: 'p[', keep: '[href', title: ':nosuch', author: 'p::before', date: 'a > > b' }
    const { text } = await visitor.post(from, fields, { from, headers: { 'accept-language': 'ru' } })
    const said = [...text.matchAll(/-problem">Селектор «[^»]+» не годится: ([^<]+)</g)].map(([, why]) => why)
    assert.equal(said.length, 5, text)
    for (const why of said) assert.match(why ?? '', /^(?=.*[а-я]{3})(?!.*(matched|terminate|found|known))/)
  })

  it('are saved with who and when, shown on the outlet’s page, and read by from the next page on', async () => {
    const from = `/outlets/${outlet}/rules`
    const { location } = await visitor.post(from, { drop: ' .c-slot-7 \n', keep: '' }, { from })
    assert.equal(location, `/outlets/${outlet}?done=rules-saved&count=1`)
    assert.deepEqual(await desk.archive.rules.get(outlet), {
      number: 1,
      rules: { ...noRules, drop: ['.c-slot-7'] },
      savedAt: desk.clock.now,
      savedBy: editor.name,
    })
    const { text } = await visitor.get(location)
    assert.match(text, /<code>\.c-slot-7<\/code>/)
    assert.match(text, /Saved 24 November 2026.*by aigerim/)
    const next = await room.take('https://harbour-herald.example/news/gate', page('Gate at Lorn to be moved'))
    const filed = await desk.archive.articles.get(next)
    assert.doesNotMatch(bodyText(filed?.article ?? { blocks: [] }), /new kitchen/)
  })

  it('have the articles of the last days read again, and claim no edit of the outlet', async () => {
    await room.settled()
    const { text } = await visitor.get(`/articles/${wall}`)
    assert.doesNotMatch(text, /Thinking of a new kitchen/)
    assert.match(text, /Unchanged since it was first seen/)
    assert.doesNotMatch((await visitor.get('/latest')).text, /class="tag changed"/)
  })

  it('offer what was in force before, and a selector that a link brings', async () => {
    const from = `/outlets/${outlet}/rules`
    await visitor.post(from, { drop: '.other' }, { from })
    assert.match((await visitor.get(`${from}?number=1`)).text, />\.c-slot-7<\/textarea>/)
    assert.match((await visitor.get(`${from}?drop=.more`)).text, />\.other\n\.more<\/textarea>/)
  })

  it('are for those who look after the sources', async () => {
    const passwordHash = await hashPassword('a sentence is a good password')
    await desk.archive.users.add({ name: 'reader', role: 'reader', passwordHash, createdAt: 0 })
    const other = createVisitor(desk.address)
    await other.post(
      '/session',
      { name: 'reader', password: 'a sentence is a good password', back: '/' },
      { from: '/session' },
    )
    assert.equal((await other.get(`/outlets/${outlet}/rules`)).status, 403)
    assert.equal((await other.post(`/outlets/${outlet}/rules`, { drop: 'p' })).status, 403)
    assert.equal((await other.post(`/outlets/${outlet}/rules/previews`, { drop: 'p' })).status, 403)
    const { status, text } = await other.get(`/outlets/${outlet}`)
    assert.equal(status, 200)
    assert.doesNotMatch(text, /Edit the rules/)
  })

  it('are not there for an outlet that is not', async () => {
    assert.equal((await visitor.get('/outlets/9999')).status, 404)
    assert.equal((await visitor.get('/outlets/9999/rules')).status, 404)
  })
})

function page(headline: string): string {
  return badlyReadPage({ headline, town: 'Lorn' })
}
