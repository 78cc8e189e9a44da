import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { formToken, isFormToken } from './form-token.ts'

describe('a form token', () => {
  it('fits the secret that it was made for, and no other', () => {
    assert.ok(isFormToken(formToken('secret'), 'secret'))
    assert.ok(!isFormToken(formToken('secret'), 'another'))
  })

  it('looks different every time', () => {
    assert.notEqual(formToken('secret'), formToken('secret'))
  })

  for (const given of ['', 'x', 'A'.repeat(86), '%', '🦊'])
    it(`is not “${given.slice(0, 8)}”`, () => {
      assert.ok(!isFormToken(given, 'secret'))
    })
})
