import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type DeskServer, serveDesk } from '../../test/support/desk-server.ts'
import { createVisitor, type Visitor } from '../../test/support/visitor.ts'
import { hashPassword } from '../web/auth/password.ts'

describe('the desk', () => {
  let desk: DeskServer
  let visitor: Visitor
  before(async () => {
    desk = await serveDesk()
    visitor = createVisitor(desk.address)
    await visitor.signIn()
  })
  after(() => desk.close())

  it('allows nothing inline and nothing from elsewhere, on pages and on problems', async () => {
    for (const path of ['/latest', '/nowhere', '/session', '/assets/desk.css']) {
      const { headers } = await visitor.get(path)
      const policy = headers.get('content-security-policy') ?? ''
      assert.match(policy, /default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';/, path)
      assert.doesNotMatch(policy, /unsafe/)
      assert.equal(headers.get('x-content-type-options'), 'nosniff')
    }
  })

  it('has no script and no style within its pages', async () => {
    for (const path of ['/latest', '/search', '/sources', '/help', '/preferences']) {
      const { text } = await visitor.get(path)
      assert.doesNotMatch(text, /<script(?! type="module" src=)|<style|\son\w+=|\sstyle=/, path)
    }
  })

  it('shows a page that is not there as such, with the code to look up', async () => {
    const page = await visitor.get('/nowhere')
    assert.equal(page.status, 404)
    assert.match(page.text, /web\/not-found/)
  })

  it('sends a visitor to sign in, and then to where they wanted to go', async () => {
    const stranger = createVisitor(desk.address)
    const { status, location } = await stranger.get('/search?q=bridge')
    assert.deepEqual([status, location], [302, '/session?back=%2Fsearch%3Fq%3Dbridge'])
    assert.match((await stranger.get(location)).text, /name="back" value="\/search\?q=bridge"/)
  })

  it('tells a script that is not signed in 401, and shows it no page', async () => {
    const { status } = await createVisitor(desk.address).get('/latest/lines?ids=1', {
      'sec-fetch-dest': 'empty',
    })
    assert.equal(status, 401)
  })

  const foreign: readonly (readonly [how: string, headers: Record<string, string>, token?: string])[] = [
    ['from another site', { origin: 'https://elsewhere.example' }],
    ['from a page without an origin', { origin: 'null' }],
    ['that the browser calls cross-site', { origin: '', 'sec-fetch-site': 'cross-site' }],
    ['without its token', {}, ''],
    ['with the token of another session', {}, 'A'.repeat(86)],
  ]
  for (const [how, headers, token] of foreign)
    it(`refuses a form sent ${how}`, async () => {
      const { status, text } = await visitor.post(
        '/set-aside/resumptions',
        {},
        { headers, ...(token === undefined ? {} : { token }) },
      )
      assert.equal(status, 403)
      assert.match(text, /web\/foreign-form/)
    })

  it('refuses a body that is larger than a form has reason to be', async () => {
    const { status, text } = await visitor.post('/preferences', { back: 'x'.repeat(5 * 1024 * 1024) })
    assert.equal(status, 413)
    assert.match(text, /web\/too-large/)
  })

  it('lets a reader see the sources and change none', async () => {
    const passwordHash = await hashPassword('only reading')
    await desk.archive.users.add({ name: 'reader', role: 'reader', passwordHash, createdAt: 0 })
    const reader = createVisitor(desk.address)
    await reader.post('/session', { name: 'reader', password: 'only reading' }, { from: '/session' })
    assert.doesNotMatch((await reader.get('/sources')).text, /action="\/discoveries"/)
    assert.equal((await reader.post('/discoveries', { address: 'vesti.example' })).status, 403)
  })

  it('serves what browsers load once and for ever, under the hash of its bytes', async () => {
    const { text } = await visitor.get('/latest')
    const style = /href="(\/assets\/desk\.css\?v=\w+)"/.exec(text)?.[1] ?? ''
    const first = await visitor.get(style, { 'accept-encoding': 'gzip' })
    assert.match(first.headers.get('cache-control') ?? '', /immutable/)
    const again = await visitor.get(style, { 'if-none-match': first.headers.get('etag') ?? '' })
    assert.equal(again.status, 304)
    assert.match((await visitor.get('/assets/desk.css')).headers.get('cache-control') ?? '', /no-cache/)
  })

  it('answers whether it is well', async () => {
    const { status, text } = await createVisitor(desk.address).get('/healthz')
    assert.deepEqual([status, JSON.parse(text)], [200, { status: 'ok', version: '0.0.0-test' }])
  })

  it('keeps the language and the colours that one prefers', async () => {
    const { location } = await visitor.post('/preferences', {
      language: 'kk',
      theme: 'dark',
      back: '/sources',
    })
    assert.equal(location, '/sources')
    const { text } = await visitor.get('/sources')
    assert.match(text, /<html lang="kk" data-theme="dark" data-shortcuts="off">/)
    assert.match(text, /Дереккөздер/)
  })

  it('leads nowhere else after keeping them', async () => {
    const fields = { language: 'en', theme: 'auto', shortcuts: 'on', back: '//elsewhere.example/' }
    assert.equal((await visitor.post('/preferences', fields)).location, '/')
  })
})
