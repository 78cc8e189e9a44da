import assert from 'node:assert/strict'
import { it } from 'node:test'
import { noon, onBothEngines } from '../../test/support/archives.ts'
import type { User } from './archive.ts'

const anna = { name: 'Anna', role: 'admin', passwordHash: '$argon2id$1', createdAt: noon } as const

onBothEngines('users', (ground) => {
  async function added(name: string): Promise<User> {
    const user = await ground.archive.users.add({ ...anna, name })
    assert.ok(user)
    return user
  }

  it('are found by name, whatever its case', async () => {
    const user = await added('Зоя')
    assert.deepEqual(await ground.archive.users.byName('зОЯ'), user)
    assert.equal(await ground.archive.users.byName('nobody'), null)
  })

  it('have names of their own', async () => {
    await added('Boris')
    assert.equal(await ground.archive.users.add({ ...anna, name: 'BORIS' }), null)
  })

  it('have sessions until these are closed or expire', async () => {
    const { users } = ground.archive
    const user = await added('Vera')
    await users.openSession({ tokenHash: 'a', userId: user.id, expiresAt: noon + 10 })
    assert.deepEqual(await users.session('a', noon), { user, expiresAt: noon + 10 })
    assert.equal(await users.session('a', noon + 10), null)
    await users.closeSession('a')
    assert.equal(await users.session('a', noon), null)
  })

  it('lose every session with a new password, and when they are removed', async () => {
    const { users } = ground.archive
    const user = await added('Gleb')
    await users.openSession({ tokenHash: 'b', userId: user.id, expiresAt: noon + 10 })
    await users.setPassword(user.id, '$argon2id$2')
    assert.equal((await users.byName('Gleb'))?.passwordHash, '$argon2id$2')
    assert.equal(await users.session('b', noon), null)
    await users.openSession({ tokenHash: 'c', userId: user.id, expiresAt: noon + 10 })
    assert.deepEqual([await users.remove(user.id), await users.remove(user.id)], [true, false])
    assert.equal(await users.session('c', noon), null)
  })
})

onBothEngines('settings, hosts and discoveries', (ground) => {
  it('keeps a setting of any shape', async () => {
    const { settings } = ground.archive
    assert.equal(await settings.get('zone'), null)
    for (const value of ['Europe/Kyiv', { days: 30, of: ['a', null] }, 0, false, null]) {
      await settings.set('zone', value)
      assert.deepEqual(await settings.get('zone'), value)
    }
  })

  it('remembers what politeness must know of a host', async () => {
    const { hosts } = ground.archive
    const record = {
      host: 'alfa.example:8080',
      robotsText: 'User-agent: *\nDisallow:',
      robotsFetchedAt: noon,
      backOffUntil: null,
      consecutiveFailures: 0,
    }
    await hosts.save(record)
    const later = { ...record, robotsText: null, backOffUntil: noon + 1, consecutiveFailures: 2 }
    await hosts.save(later)
    assert.deepEqual(await hosts.all(), [later])
  })

  it('turns a pasted address into a job and keeps its answer', async () => {
    const { discoveries, jobs } = ground.archive
    const id = await discoveries.ask('https://alfa.example/', noon)
    const waiting = { id, address: 'https://alfa.example/', askedAt: noon, answer: { kind: 'waiting' } }
    assert.deepEqual(await discoveries.get(id), waiting)
    const [job] = await jobs.claim({ kind: 'discover', now: noon, limit: 5, leaseMs: 1 })
    assert.deepEqual(job?.work, { kind: 'discover', discoveryId: id, address: 'https://alfa.example/' })
    const answer = { kind: 'failed', code: 'wire/no-source', message: 'Nothing to watch.' } as const
    await discoveries.answer(id, job?.id ?? 0, answer)
    await discoveries.answer(id, job?.id ?? 0, { kind: 'found', sources: [] })
    assert.deepEqual(await discoveries.get(id), { ...waiting, answer })
    assert.deepEqual(await jobs.claim({ kind: 'discover', now: noon + 9, limit: 5, leaseMs: 1 }), [])
    assert.equal(await discoveries.get(999_999), null)
  })
})
