import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { bareEntry } from '../../model/bare-entry.ts'
import type { Entry } from '../../model/source.ts'
import { queueEntries } from './queue-entries.ts'

function entry(address: string, rest: Partial<Entry> = {}): Entry {
  return { ...bareEntry(address), ...rest }
}

describe('the entries of a source', () => {
  it('keep their order, so that ids follow time', () => {
    const queued = queueEntries([entry('https://alfa.example/1'), entry('https://alfa.example/2')], 7)
    assert.deepEqual(
      queued.map(({ address, host, dueAt }) => ({ address, host, dueAt })),
      [
        { address: 'https://alfa.example/1', host: 'alfa.example', dueAt: 7 },
        { address: 'https://alfa.example/2', host: 'alfa.example', dueAt: 7 },
      ],
    )
  })

  it('come before those that say they are older than a day, of which the newest is first', () => {
    const now = 10 * 86_400_000
    const daysAgo = [9, 3, 0.5, null, 2]
    const entries = daysAgo.map((days) =>
      entry(`https://alfa.example/${days}`, { publishedAt: days === null ? null : now - days * 86_400_000 }),
    )
    assert.deepEqual(
      queueEntries(entries, now).map(({ address }) => address.split('/').at(-1)),
      ['0.5', 'null', '2', '3', '9'],
    )
  })

  it('are one where two addresses are, and keep the longer text', () => {
    const queued = queueEntries(
      [
        entry('https://alfa.example/1?utm_source=feed', { summary: 'Short.' }),
        entry('https://alfa.example/1', { summary: 'Long enough to say something.' }),
        entry('https://alfa.example/1#top'),
      ],
      0,
    )
    assert.equal(queued.length, 1)
    assert.equal(queued[0]?.address, 'https://alfa.example/1')
    assert.equal(queued[0]?.entry.summary, 'Long enough to say something.')
  })

  it('are left out when they have no address to fetch', () => {
    const bad = ['javascript:alert(1)', 'ftp://alfa.example/1', 'data:text/html,hi', 'not an address', '']
    assert.deepEqual(
      queueEntries(
        bad.map((address) => entry(address)),
        0,
      ),
      [],
    )
  })

  it('ask no host when they are whole', () => {
    const [queued] = queueEntries([entry('https://t.me/alfa/18', { whole: true, html: '<p>Hi</p>' })], 0)
    assert.equal(queued?.host, null)
  })
})
