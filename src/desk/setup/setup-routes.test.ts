import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type DeskServer, serveDesk } from '../../../test/support/desk-server.ts'
import { createVisitor } from '../../../test/support/visitor.ts'

const setupCode = 'abcd-efgh-jkmn-pqrs'
const first = { code: setupCode, name: 'Aigerim', password: 'long enough' }

describe('the first run', () => {
  let desk: DeskServer
  before(async () => {
    desk = await serveDesk({ users: 'none', setupCode })
  })
  after(() => desk.close())

  it('leads every page to the making of the first account', async () => {
    const visitor = createVisitor(desk.address)
    for (const path of ['/', '/session', '/latest'])
      assert.equal((await visitor.get(path)).location, '/setup', path)
    assert.match((await visitor.get(`/setup?code=${setupCode}`)).text, new RegExp(`value="${setupCode}"`))
  })

  const refused: readonly (readonly [what: string, fields: Record<string, string>, words: RegExp])[] = [
    ['another code', { ...first, code: 'guess' }, /not the code that the server printed/],
    ['no name', { ...first, name: ' ' }, /Give the account a name/],
    ['a short password', { ...first, password: 'short' }, /At least 8 characters/],
  ]
  for (const [what, fields, words] of refused)
    it(`refuses ${what}`, async () => {
      const { status, text } = await createVisitor(desk.address).post('/setup', fields, { from: '/setup' })
      assert.equal(status, 400)
      assert.match(text, words)
    })

  it('makes an admin, signs them in, and is over', async () => {
    const visitor = createVisitor(desk.address)
    const { location } = await visitor.post(
      '/setup',
      { ...first, code: ` ${setupCode.toUpperCase()} ` },
      { from: '/setup' },
    )
    assert.equal(location, '/sources')
    assert.equal((await visitor.get('/sources')).status, 200)
    const users = await desk.archive.users.list()
    assert.deepEqual(
      users.map(({ name, role }) => [name, role]),
      [['Aigerim', 'admin']],
    )

    const late = createVisitor(desk.address)
    assert.equal((await late.get('/setup')).location, '/')
    await late.post('/setup', { ...first, name: 'Second' }, { from: '/session' })
    assert.equal((await desk.archive.users.list()).length, 1)
  })
})
