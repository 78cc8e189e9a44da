import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { lacksZone, parseDate } from './parse-date.ts'

const dates: readonly (readonly [stated: string, utc: string])[] = [
  ['Tue, 24 Nov 2026 18:30:00 +0300', '2026-11-24T15:30:00.000Z'],
  ['Tue, 24 Nov 2026 18:30:00 GMT', '2026-11-24T18:30:00.000Z'],
  ['24 Nov 2026 18:30 EST', '2026-11-24T23:30:00.000Z'],
  ['Tue, 24 Nov 26 18:30:00 GMT+3', '2026-11-24T15:30:00.000Z'],
  ['Tuesday, 24-Nov-26 18:30:00 UTC', '2026-11-24T18:30:00.000Z'],
  ['Tue, 24 Nov 2026 18:30:00 MSK', '2026-11-24T15:30:00.000Z'],
  ['Tue, 24 Nov 2026 18:30:00', '2026-11-24T18:30:00.000Z'],
  ['2026-11-24T18:30:00Z', '2026-11-24T18:30:00.000Z'],
  ['2026-11-24T18:30:00.123+03:00', '2026-11-24T15:30:00.123Z'],
  ['2026-11-24T18:30+0530', '2026-11-24T13:00:00.000Z'],
  ['2026-11-24T18:30+03', '2026-11-24T15:30:00.000Z'],
  ['2026-11-24 18:30:00 -08:00', '2026-11-25T02:30:00.000Z'],
  ['20261124T183000Z', '2026-11-24T18:30:00.000Z'],
  ['2026-11-24', '2026-11-24T00:00:00.000Z'],
  ['2026-11', '2026-11-01T00:00:00.000Z'],
  ['24.11.2026 18:30', '2026-11-24T18:30:00.000Z'],
  ['24.11.2026, 18:30 MSK', '2026-11-24T15:30:00.000Z'],
  ['11/24/2026 6:30 PM', '2026-11-24T18:30:00.000Z'],
  ['24/11/2026', '2026-11-24T00:00:00.000Z'],
  ['November 24, 2026 12:05 am', '2026-11-24T00:05:00.000Z'],
  ['24 ноября 2026, 18:30', '2026-11-24T18:30:00.000Z'],
  ['Вт, 24 ноя 2026 18:30:00 +0300', '2026-11-24T15:30:00.000Z'],
  ['24 листопада 2026 18:30', '2026-11-24T18:30:00.000Z'],
  ['24 қараша 2026', '2026-11-24T00:00:00.000Z'],
  ['9 мая 2026', '2026-05-09T00:00:00.000Z'],
  ['Tue Nov 24 18:30:00 MSK 2026', '2026-11-24T15:30:00.000Z'],
  ['1795545000', '2026-11-24T18:30:00.000Z'],
  ['1795545000123', '2026-11-24T18:30:00.123Z'],
]

for (const [stated, utc] of dates)
  test(`“${stated}” is ${utc}`, () => {
    const at = parseDate(stated)
    assert.equal(at === null ? null : new Date(at).toISOString(), utc)
  })

test('what is no date of our time is none', () => {
  for (const stated of [
    '',
    'yesterday',
    '0',
    '32.11.2026',
    '2026-13-01',
    'Thu, 01 Jan 1970 00:00:00 GMT',
    '24 Foo 2026',
  ])
    assert.equal(parseDate(stated), null, stated)
  assert.equal(parseDate(null), null)
})

test('every instant of our time survives ISO 8601 and RFC 822', () => {
  const instants = fc.integer({ min: Date.UTC(1990, 0, 1) / 1000, max: Date.UTC(2099, 0, 1) / 1000 })
  fc.assert(
    fc.property(instants, (seconds) => {
      assert.equal(parseDate(new Date(seconds * 1000).toISOString()), seconds * 1000)
      assert.equal(parseDate(new Date(seconds * 1000).toUTCString()), seconds * 1000)
    }),
  )
})

const zoneless: readonly (readonly [stated: string | null, lacks: boolean])[] = [
  ['2026-11-24T18:30:00', true],
  ['24 ноября 2026, 18:30', true],
  ['Tue, 24 Nov 2026 06:30 PM', true],
  ['2026-11-24T18:30:00Z', false],
  ['2026-11-24T18:30:00+05:00', false],
  ['Tue, 24 Nov 2026 18:30:00 GMT', false],
  ['Tue Nov 24 18:30:00 MSK 2026', false],
  ['2026-11-24', false],
  ['1795555811', false],
  ['soon, at 18:30', false],
  [null, false],
]

for (const [stated, lacks] of zoneless)
  test(`${stated} ${lacks ? 'lacks' : 'does not lack'} a zone`, () => assert.equal(lacksZone(stated), lacks))

test('nothing makes it throw', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'0123456789-:./ tzgmtn+,ноя') }),
      (text) => void parseDate(text),
    ),
  )
})
