import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type DeskServer, editor, serveDesk } from '../../../test/support/desk-server.ts'
import { createVisitor } from '../../../test/support/visitor.ts'

describe('a session', () => {
  let desk: DeskServer
  before(async () => {
    desk = await serveDesk({ demoLogin: editor })
  })
  after(() => desk.close())

  it('opens with name and password, in a cookie that no script can read', async () => {
    const visitor = createVisitor(desk.address)
    const { status, location, headers } = await visitor.signIn()
    assert.deepEqual([status, location], [303, '/latest'])
    assert.match(headers.get('set-cookie') ?? '', /^wiredesk=[\w-]{43}; .*HttpOnly; SameSite=Lax/)
    assert.equal((await visitor.get('/latest')).status, 200)
  })

  it('is kept as a hash, so that the archive opens no door', async () => {
    const visitor = createVisitor(desk.address)
    await visitor.signIn()
    const token = visitor.cookies.get('wiredesk') ?? ''
    assert.equal(await desk.archive.users.session(token, desk.clock.now), null)
  })

  it('ends when it is ended, in this browser and in the archive', async () => {
    const visitor = createVisitor(desk.address)
    await visitor.signIn()
    const stolen = new Map(visitor.cookies)
    await visitor.post('/session/end', {}, { from: '/help' })
    assert.equal((await visitor.get('/latest')).status, 302)
    const thief = createVisitor(desk.address)
    const cookie = [...stolen].map(([name, value]) => `${name}=${value}`).join('; ')
    assert.equal(
      (await fetch(`${desk.address}/latest`, { headers: { cookie }, redirect: 'manual' })).status,
      302,
    )
    assert.equal((await thief.get('/latest')).status, 302)
  })

  it('ends by itself after two weeks', async () => {
    const visitor = createVisitor(desk.address)
    await visitor.signIn()
    const then = desk.clock.now
    desk.clock.now += 15 * 86_400_000
    assert.equal((await visitor.get('/latest')).status, 302)
    desk.clock.now = then
  })

  it('does not open with a wrong password, or for nobody, in the same words', async () => {
    const tries = [
      { name: editor.name, password: 'wrong' },
      { name: 'nobody', password: 'wrong' },
    ]
    for (const fields of tries) {
      const { status, text } = await createVisitor(desk.address).post('/session', fields, {
        from: '/session',
      })
      assert.equal(status, 400)
      assert.match(text, /No account has this name and password/)
    }
  })

  it('cannot be guessed at for long', async () => {
    const visitor = createVisitor(desk.address)
    const fields = { name: 'guessed', password: 'guess' }
    for (let guess = 0; guess < 5; guess += 1)
      assert.equal((await visitor.post('/session', fields, { from: '/session' })).status, 400)
    const { status, headers } = await visitor.post('/session', fields, { from: '/session' })
    assert.deepEqual([status, headers.get('retry-after')], [429, '900'])
  })

  it('of the demo is shown on the page that opens it', async () => {
    const { text } = await createVisitor(desk.address).get('/session')
    assert.match(text, /This is the demo/)
    assert.ok(text.includes(editor.password))
  })

  it('travels over HTTPS alone where the desk is reached over it', async () => {
    const secure = await serveDesk({ secureCookies: true })
    const { headers } = await createVisitor(secure.address).get('/session')
    assert.match(headers.get('set-cookie') ?? '', /^__Host-wiredesk-visitor=.*Path=\/; HttpOnly; Secure/)
    assert.match(headers.get('strict-transport-security') ?? '', /max-age=31536000/)
    await secure.close()
  })
})
