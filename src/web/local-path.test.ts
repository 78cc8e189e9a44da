import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { localPath } from './local-path.ts'

const cases: readonly (readonly [given: unknown, path: string])[] = [
  ['/latest?language=ru', '/latest?language=ru'],
  ['/a/../b', '/b'],
  ['//elsewhere.example/', '/home'],
  ['/\\elsewhere.example', '/home'],
  ['/.//elsewhere.example', '/home'],
  ['/%2e//elsewhere.example', '/home'],
  ['/latest/../..//elsewhere.example', '/home'],
  ['https://elsewhere.example/', '/home'],
  ['javascript:alert(1)', '/home'],
  ['/\t/elsewhere.example', '/home'],
  ['latest', '/home'],
  [undefined, '/home'],
]

describe('a path to go back to', () => {
  for (const [given, path] of cases)
    it(`for ${JSON.stringify(given)} is ${path}`, () => {
      assert.equal(localPath(given, '/home'), path)
    })
})
