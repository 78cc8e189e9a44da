import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Moment } from '../../model/time.ts'
import { publishedTime } from './published-time.ts'

const seenAt = Date.UTC(2026, 10, 24, 18, 30)
const hour = 3_600_000
const stated = (at: number, zone: string | null, precision: Moment['precision'] = 'minute'): Moment => ({
  at,
  zone,
  precision,
})
const listed = (at: number): Moment => ({ at, zone: null, precision: 'second' })

describe('the published time of an article', () => {
  const cases: readonly {
    name: string
    stated: Moment | null
    listedAt: number | null
    published: Moment | null
  }[] = [
    {
      name: 'is what the page states',
      stated: stated(seenAt - hour, '+03:00'),
      listedAt: seenAt - 2 * hour,
      published: stated(seenAt - hour, '+03:00'),
    },
    {
      name: 'is what the source says when the page states none',
      stated: null,
      listedAt: seenAt - hour,
      published: listed(seenAt - hour),
    },
    { name: 'is unknown when neither says it', stated: null, listedAt: null, published: null },
    {
      name: 'is unknown when the source says next year',
      stated: null,
      listedAt: seenAt + 9000 * hour,
      published: null,
    },
    { name: 'is unknown when the source says 1970', stated: null, listedAt: 0, published: null },
    {
      name: 'takes its zone from the source when the page states none',
      stated: stated(seenAt - hour, null),
      listedAt: seenAt - 6 * hour + 20_000,
      published: listed(seenAt - 6 * hour + 20_000),
    },
    {
      name: 'stays what the page states when the source differs by no zone',
      stated: stated(seenAt - hour, null),
      listedAt: seenAt - 2 * hour - 7 * 60_000,
      published: stated(seenAt - hour, null),
    },
    {
      name: 'takes its hour from the source when the page states a day',
      stated: stated(Date.UTC(2026, 10, 24), null, 'day'),
      listedAt: seenAt - hour,
      published: listed(seenAt - hour),
    },
    {
      name: 'stays the day of the page when the source names another',
      stated: stated(Date.UTC(2026, 10, 20), null, 'day'),
      listedAt: seenAt - hour,
      published: stated(Date.UTC(2026, 10, 20), null, 'day'),
    },
    {
      name: 'is when it was seen, if it lies a zone ahead',
      stated: stated(seenAt + 5 * hour, null),
      listedAt: null,
      published: stated(seenAt, null),
    },
    {
      name: 'is what the source says, if the page states next week',
      stated: stated(seenAt + 170 * hour, 'Z'),
      listedAt: seenAt - hour,
      published: listed(seenAt - hour),
    },
    {
      name: 'is unknown, if it lies in the next week and the source says nothing',
      stated: stated(seenAt + 170 * hour, 'Z'),
      listedAt: null,
      published: null,
    },
  ]
  for (const { name, stated, listedAt, published } of cases) {
    it(name, () => assert.deepEqual(publishedTime(stated, listedAt, seenAt), published))
  }
})
