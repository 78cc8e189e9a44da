import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CreditStep } from '../../archive/archive.ts'
import type { Credit } from '../../model/marks.ts'
import { noMarks } from '../../model/no-marks.ts'
import { creditChains } from './credit-chains.ts'

const article = { id: 1, outlet: { id: 2, name: 'Herald' } }
const span = { start: 0, end: 1 }

function chainsOf(
  ...sources: readonly (readonly [name: string, citing: number | null])[]
): readonly string[] {
  const credits = sources.map(
    ([sourceName, citing]): Credit => ({
      ...span,
      source: span,
      kind: 'outlet',
      sourceName,
      name: null,
      outlet: null,
      address: null,
      citing,
    }),
  )
  const steps = sources.map(
    ([sourceName], ordinal): CreditStep => ({
      depth: 0,
      articleId: article.id,
      ordinal,
      kind: 'outlet',
      sourceName,
      outletKey: null,
      name: null,
      address: null,
      credited: null,
    }),
  )
  const filed = { marks: { ...noMarks('en'), credits }, names: [], credited: [] }
  return creditChains(article, filed, steps).map((chain) => chain.map(({ label }) => label).join(' ← '))
}

describe('the chain of credits', () => {
  it('follows what each cites in its turn', () => {
    assert.deepEqual(chainsOf(['Wire', 1], ['Postbox', null]), ['Herald ← Wire ← Postbox'])
  })

  it('stands once, and not also by its end alone', () => {
    assert.deepEqual(chainsOf(['Wire', 1], ['Postbox', null], ['Postbox', null], ['Wire', 1]), [
      'Herald ← Wire ← Postbox',
    ])
  })

  it('ends where credits cite one another in a ring', () => {
    assert.deepEqual(chainsOf(['Wire', 1], ['Mill', 2], ['Post', 1]), ['Herald ← Wire ← Mill ← Post'])
  })

  it('is none without credits', () => {
    assert.deepEqual(chainsOf(), [])
  })
})
