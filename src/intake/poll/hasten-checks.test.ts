import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Entry } from '../../model/source.ts'
import { changedSince } from './hasten-checks.ts'

const entry = (publishedAt: number | null, modifiedAt: number | null): Entry => ({
  address: 'https://alfa.example/ferry',
  headline: 'Ferry stays in harbour',
  summary: null,
  html: null,
  whole: false,
  publishedAt,
  modifiedAt,
  authors: [],
  categories: [],
  images: [],
  language: null,
})

describe('an entry listed again', () => {
  const cases: readonly [string, Entry, number | null, number][] = [
    ['is looked at when it was changed since the last poll', entry(1, 8), 5, 1],
    ['is left alone when it was changed before', entry(1, 4), 5, 0],
    ['is left alone when it states no change', entry(1, null), 5, 0],
    ['is left alone when it states the time of its publication', entry(8, 8), 5, 0],
    ['is left alone when it states a change to come', entry(1, 50), 5, 0],
    ['is left alone at the first poll', entry(1, 8), null, 0],
  ]
  for (const [name, listed, lastSuccessAt, hastened] of cases) {
    it(name, () => assert.equal(changedSince([listed], lastSuccessAt, 10).length, hastened))
  }

  it('is looked at when it is one of many that were changed while nobody asked', () => {
    const listed = Array.from({ length: 40 }, (_, index) => entry(1, index < 10 ? 8 : 4))
    assert.equal(changedSince(listed, 5, 10).length, 10)
  })

  it('is left alone when everything claims to have been changed', () => {
    assert.deepEqual(
      changedSince(
        Array.from({ length: 30 }, () => entry(1, 8)),
        5,
        10,
      ),
      [],
    )
  })
})
