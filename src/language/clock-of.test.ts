import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Moment } from '../model/time.ts'
import { clockOf } from './clock-of.ts'

const at = Date.UTC(2023, 1, 28, 22, 15)
const cases: readonly (readonly [what: string, moment: Moment, zone: string | null, clock: string])[] = [
  [
    'by the zone that the page states',
    { at, zone: '+06:00', precision: 'minute' },
    'Europe/Kyiv',
    '2023-03-01T04:15+06:00',
  ],
  [
    'by the outlet’s where the page writes UTC',
    { at, zone: 'Z', precision: 'second' },
    'Asia/Almaty',
    '2023-03-01T04:15+06:00',
  ],
  [
    'by UTC where nothing else is known',
    { at, zone: null, precision: 'minute' },
    null,
    '2023-02-28T22:15+00:00',
  ],
  [
    'by the zone that stood in',
    { at, zone: null, precision: 'minute', assumedZone: 'Europe/Kyiv' },
    null,
    '2023-03-01T00:15+02:00',
  ],
  [
    'as the day that was stated',
    { at: Date.UTC(2023, 2, 1), zone: null, precision: 'day' },
    'America/New_York',
    '2023-03-01T00:00+00:00',
  ],
]

describe('the clock of an article', () => {
  for (const [what, moment, zone, clock] of cases)
    it(`is told ${what}`, () => assert.equal(clockOf(moment, zone), clock))
})
