import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { hashPassword, passwordFits } from './password.ts'

describe('a password', () => {
  it('is kept as an argon2id hash with a salt of its own', async () => {
    const [one, other] = await Promise.all([hashPassword('a sentence'), hashPassword('a sentence')])
    assert.match(one, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    assert.notEqual(one, other)
  })

  it('fits its hash however its letters were composed, and nobody’s', async () => {
    const hash = await hashPassword('й'.normalize('NFD'))
    assert.ok(await passwordFits('й'.normalize('NFC'), hash))
    assert.ok(!(await passwordFits('и', hash)))
    assert.ok(!(await passwordFits('й', null)))
  })
})
