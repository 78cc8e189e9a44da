import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import type { Source, SourceHealth } from '../../model/source.ts'
import { translateTo } from '../../web/i18n/messages.ts'
import { timesFor } from '../../web/i18n/times.ts'
import type { View } from '../../web/view.ts'
import { healthWords, troubleWords } from './health-words.ts'

const now = Date.UTC(2026, 10, 24, 13, 30)
const minute = 60_000

const well: SourceHealth = {
  intervalSeconds: 300,
  nextPollAt: now + 2 * minute,
  lastPollAt: now - 3 * minute,
  lastSuccessAt: now - 3 * minute,
  lastNewAt: null,
  consecutiveFailures: 0,
  lastProblem: null,
  etag: null,
  lastModified: null,
}
const timeout = { code: 'wire/timeout', message: 'x did not answer in 20 s', at: now } as const
const robots = {
  code: 'wire/robots-unreadable',
  message: 'https://x.example/robots.txt answers 503.',
  at: now,
} as const
const strange = { code: 'wire/strange', message: 'It sent a teapot.', at: now } as const

const cases: readonly {
  readonly says: string
  readonly state?: Source['state']
  readonly health: Partial<SourceHealth>
  readonly words: string
}[] = [
  {
    says: 'all is well',
    health: {},
    words: 'Well: It last answered 3 minutes ago. It is asked again in 2 minutes.',
  },
  {
    says: 'it is new',
    health: { lastSuccessAt: null, lastPollAt: null, nextPollAt: now - 1 },
    words: 'New: It is about to be asked.',
  },
  {
    says: 'it fails',
    health: { consecutiveFailures: 3, lastProblem: timeout },
    words:
      'Failing: 3 attempts in a row failed: it did not answer in time. It last answered 3 minutes ago. It is asked again in 2 minutes.',
  },
  {
    says: 'it fails in a way that we have no words for',
    health: { consecutiveFailures: 1, lastProblem: strange, lastSuccessAt: null },
    words:
      'Failing: 1 attempt failed: It sent a teapot. It has not answered yet. It is asked again in 2 minutes.',
  },
  {
    says: 'its site is left alone because its robots.txt cannot be read',
    health: { lastProblem: robots, lastSuccessAt: null },
    words:
      'Put off: Its robots.txt cannot be read, so that nobody knows what may be asked; it is left alone until it can. It has not answered yet. It is asked again in 2 minutes.',
  },
  {
    says: 'its site asked for a pause, however often it did',
    health: {
      consecutiveFailures: 2,
      lastProblem: { code: 'wire/asked-to-wait', message: 'It answers 429.', at: now },
    },
    words:
      'Put off: Its site asked us to wait before we ask again. It last answered 3 minutes ago. It is asked again in 2 minutes.',
  },
  {
    says: 'its site does not work',
    health: {
      consecutiveFailures: 1,
      lastProblem: { code: 'wire/site-trouble', message: 'It answers 500.', at: now },
    },
    words:
      'Failing: 1 attempt failed: its site does not work just now. It last answered 3 minutes ago. It is asked again in 2 minutes.',
  },
  { says: 'it is paused', state: 'paused', health: {}, words: 'Paused: It last answered 3 minutes ago.' },
  {
    says: 'it is gone',
    state: 'gone',
    health: {},
    words:
      'Gone: Its address says that it is gone for good (410). Resume it or delete it. It last answered 3 minutes ago.',
  },
]

describe('the health of a source', () => {
  const view = { t: translateTo('en'), times: timesFor('en', 'UTC'), now } as View
  for (const { says, state = 'active', health, words } of cases)
    it(`says that ${says}`, () => {
      const source = { state, health: { ...well, ...health } } as Source
      const said = healthWords(source, view)
      assert.equal(`${said.state}: ${said.sentences.join(' ')}`, words)
    })
})

/** Of commands, of the operator's settings, of what an editor asked to be explained, or never kept. */
const notOfSources: ReadonlySet<string> = new Set([
  'wire/allow-list',
  'wire/closed',
  'wire/not-a-warc',
  'wire/not-opml',
  'wire/not-polled',
  'intake/stopped',
  'intake/capture-dropped',
])

describe('troubles', () => {
  it('have words for every problem of a source or a page that the guide explains', () => {
    const guide = readFileSync(new URL('../../../docs/guide/problems.md', import.meta.url), 'utf8')
    const codes = [...guide.matchAll(/^\| `((?:wire|intake)\/[a-z-]+)`/gm)].map(([, code]) => code ?? '')
    const view = { t: translateTo('en') } as View
    const unsaid = codes
      .filter((code) => !notOfSources.has(code))
      .filter((code) => troubleWords({ code, message: 'unsaid' }, view) === 'unsaid')
    assert.deepEqual(unsaid, [])
  })
})
