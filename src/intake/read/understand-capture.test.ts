import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { bareEntry } from '../../model/bare-entry.ts'
import type { Entry } from '../../model/source.ts'
import { understandCapture } from './understand-capture.ts'

const noon = Date.UTC(2026, 10, 24, 12)
const hour = 3_600_000
const address = 'https://vesti-stepi.kz/1'
const text = '<p>The ferry to Saltby stays in harbour until the storm is over, its captain says.</p>'

describe('the times of an outlet whose clocks are five hours ahead', () => {
  const post: Entry = { ...bareEntry(address), headline: 'The ferry stays', html: text, whole: true }
  const page = `<html><head><meta property="article:published_time" content="2026-11-24T12:00"></head>
    <body><article><h1>The ferry stays</h1>${text}</article></body></html>`
  const cases: readonly (readonly [string, Entry, number])[] = [
    ['stay as its source states them with their zone', { ...post, publishedAt: noon }, noon],
    [
      'are told by its clocks where its source states no zone',
      { ...post, publishedAt: noon, zoneUnknown: true },
      noon - 5 * hour,
    ],
    ['are told by its clocks where its page states no zone', bareEntry(address), noon - 5 * hour],
  ]
  for (const [what, entry, expected] of cases)
    it(what, () => {
      const understanding = understandCapture({
        bytes: new TextEncoder().encode(page),
        status: 200,
        contentType: 'text/html; charset=utf-8',
        address,
        finalAddress: address,
        fetchedAt: noon + 24 * hour,
        entry,
        outletName: null,
        outletZone: 'Asia/Almaty',
        rules: null,
        memory: null,
        isCheck: false,
      })
      assert.ok(understanding.kind === 'article')
      assert.equal(understanding.article.publishedAt?.at, expected)
    })
})
