import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createSignInLimit } from './sign-in-limit.ts'

const minute = 60_000

describe('the limit on signing in', () => {
  it('makes a name from one address wait after five failures, until a quarter of an hour is over', () => {
    const limit = createSignInLimit()
    const attempt = { name: 'Aigerim', from: '192.0.2.1' }
    for (let failure = 0; failure < 5; failure += 1) {
      assert.equal(limit.waitSeconds(attempt, 0), 0)
      limit.failed(attempt, 0)
    }
    assert.equal(limit.waitSeconds({ name: ' aigerim', from: '192.0.2.1' }, 0), 900)
    assert.equal(limit.waitSeconds(attempt, 15 * minute), 0)
  })

  it('leaves the owner of a name alone while a stranger guesses elsewhere', () => {
    const limit = createSignInLimit()
    for (let failure = 0; failure < 20; failure += 1) limit.failed({ name: 'aigerim', from: '192.0.2.66' }, 0)
    assert.equal(limit.waitSeconds({ name: 'aigerim', from: '192.0.2.1' }, 0), 0)
  })

  it('makes an address wait that tries many names', () => {
    const limit = createSignInLimit()
    for (let index = 0; index < 20; index += 1) limit.failed({ name: `name${index}`, from: '192.0.2.66' }, 0)
    assert.ok(limit.waitSeconds({ name: 'another', from: '192.0.2.66' }, 0) > 0)
  })

  it('lets a whole newsroom sign in from one address', () => {
    const limit = createSignInLimit()
    for (let index = 0; index < 60; index += 1) {
      const attempt = { name: `editor${index}`, from: '192.0.2.1' }
      assert.equal(limit.waitSeconds(attempt, 0), 0)
      limit.failed(attempt, 0)
      limit.succeeded(attempt)
    }
  })

  it('forgets the failures of a name that then signs in', () => {
    const limit = createSignInLimit()
    const attempt = { name: 'aigerim', from: '192.0.2.1' }
    for (let failure = 0; failure < 4; failure += 1) limit.failed(attempt, 0)
    limit.succeeded(attempt)
    limit.failed(attempt, 0)
    assert.equal(limit.waitSeconds(attempt, 0), 0)
  })
})
