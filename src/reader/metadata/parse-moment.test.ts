import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseMoment } from './parse-moment.ts'

describe('parseMoment', () => {
  const cases: readonly (readonly [text: string, language: string, iso: string, zone: string | null])[] = [
    ['2026-11-23T14:05:00+02:00', 'und', '2026-11-23T12:05:00.000Z', '+02:00'],
    ['2026-11-23T14:05:00.123Z', 'und', '2026-11-23T14:05:00.123Z', 'Z'],
    ['2026-11-23 14:05', 'und', '2026-11-23T14:05:00.000Z', null],
    ['2026-11-23T14:05:00+0530', 'und', '2026-11-23T08:35:00.000Z', '+05:30'],
    ['20261123T140500Z', 'und', '2026-11-23T14:05:00.000Z', 'Z'],
    ['2026-11-23', 'und', '2026-11-23T00:00:00.000Z', null],
    ['1795442700', 'und', '2026-11-23T14:05:00.000Z', 'Z'],
    ['Mon, 23 Nov 2026 14:05:00 +0200', 'en', '2026-11-23T12:05:00.000Z', '+02:00'],
    ['November 23, 2026 at 2:05 pm', 'en', '2026-11-23T14:05:00.000Z', null],
    ['23rd November 2026', 'en', '2026-11-23T00:00:00.000Z', null],
    ['11/23/2026', 'en', '2026-11-23T00:00:00.000Z', null],
    ['23/11/2026 14:05', 'en', '2026-11-23T14:05:00.000Z', null],
    ['03/11/2026', 'fr', '2026-11-03T00:00:00.000Z', null],
    ['23.11.2026, 14:05', 'de', '2026-11-23T14:05:00.000Z', null],
    ['23 ноября 2026, 14:05', 'ru', '2026-11-23T14:05:00.000Z', null],
    ['14:05, 23 листопада 2026', 'uk', '2026-11-23T14:05:00.000Z', null],
    ['23 қараша 2026', 'kk', '2026-11-23T00:00:00.000Z', null],
    ['23 de noviembre de 2026', 'es', '2026-11-23T00:00:00.000Z', null],
    ['23. listopadu 2026', 'cs', '2026-11-23T00:00:00.000Z', null],
    ['2026年11月23日 14:05', 'ja', '2026-11-23T14:05:00.000Z', null],
  ]
  for (const [text, language, iso, zone] of cases) {
    it(`reads ${text}`, () => {
      const moment = parseMoment(text, language)
      assert.ok(moment !== null)
      assert.equal(new Date(moment.at).toISOString(), iso)
      assert.equal(moment.zone, zone)
    })
  }

  for (const text of ['', 'yesterday', '2026', '31.02.2026', '2026-13-01', '1026-01-01', 'November'])
    it(`finds no day in “${text}”`, () => assert.equal(parseMoment(text), null))
})
