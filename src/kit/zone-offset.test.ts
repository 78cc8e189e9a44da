import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { countryZone } from './country-zone.ts'
import { isZone, whenClocksShow } from './zone-offset.ts'

describe('clocks of a zone', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['2026-11-24T18:30', 'Asia/Almaty', '2026-11-24T13:30'],
    ['2026-07-01T12:00', 'Europe/Kyiv', '2026-07-01T09:00'],
    ['2026-12-01T12:00', 'Europe/Kyiv', '2026-12-01T10:00'],
    ['2026-03-29T03:30', 'Europe/Kyiv', '2026-03-29T01:30'],
    ['2026-11-24T18:30', 'UTC', '2026-11-24T18:30'],
  ]
  for (const [clock, zone, moment] of cases)
    it(`show ${clock} in ${zone} at ${moment} UTC`, () => {
      assert.equal(whenClocksShow(Date.parse(`${clock}Z`), zone), Date.parse(`${moment}Z`))
    })

  it('are known of a country that keeps one clock, by the domain of an outlet', () => {
    assert.equal(countryZone('vesti-stepi.kz'), 'Asia/Almaty')
    assert.equal(countryZone('courier.example.co.uk'), 'Europe/London')
    for (const unsure of ['news.example', 'gazeta.ru', 't.me/tumarly.kz'])
      assert.equal(countryZone(unsure), null)
  })

  it('are of no zone that does not exist', () => {
    assert.equal(isZone('Asia/Almaty'), true)
    assert.equal(isZone('Asia/Tumarly'), false)
  })
})
