import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Moment } from '../../model/time.ts'
import { inOutletZone } from './in-outlet-zone.ts'

const noon = Date.UTC(2026, 10, 24, 12)
const hour = 3_600_000

describe('a time of an outlet whose clocks are known', () => {
  const cases: readonly (readonly [string, Moment | null, string | null, Moment | null])[] = [
    [
      'is told by them where it states no zone',
      { at: noon, zone: null, precision: 'minute' },
      'Asia/Almaty',
      { at: noon - 5 * hour, zone: null, precision: 'minute', assumedZone: 'Asia/Almaty' },
    ],
    [
      'stays where it states its zone',
      { at: noon, zone: '+03:00', precision: 'minute' },
      'Asia/Almaty',
      { at: noon, zone: '+03:00', precision: 'minute' },
    ],
    [
      'stays where it is a bare day',
      { at: noon, zone: null, precision: 'day' },
      'Asia/Almaty',
      { at: noon, zone: null, precision: 'day' },
    ],
    [
      'is taken as UTC where nothing is known of them',
      { at: noon, zone: null, precision: 'minute' },
      null,
      { at: noon, zone: null, precision: 'minute' },
    ],
    ['is none where there is none', null, 'Asia/Almaty', null],
  ]
  for (const [what, moment, zone, expected] of cases)
    it(what, () => assert.deepEqual(inOutletZone(moment, zone), expected))
})
