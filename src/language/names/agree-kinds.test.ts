import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { NameKind } from '../../model/marks.ts'
import { tokensOf } from '../text/tokens.ts'
import { agreeKinds } from './agree-kinds.ts'

/** What agrees with mentions of the names that are told, each where it stands next. */
const agreed = (text: string, names: readonly (readonly [NameKind, string])[]): readonly string[] => {
  let from = 0
  const mentions = names.map(([kind, name]) => {
    const start = text.indexOf(name, from)
    from = start + name.length
    return { start, end: from, kind }
  })
  return agreeKinds(tokensOf(text), mentions).map(
    ({ start, end, kind }) => `${kind} ${text.slice(start, end)}`,
  )
}

describe('the kinds of names in a text', () => {
  it('are what most mentions of a name are', () => {
    assert.deepEqual(
      agreed('В «Заречье» ждут. «Заречью» верят. Из «Заречья» ушли.', [
        ['organisation', 'Заречье'],
        ['organisation', 'Заречью'],
        ['place', 'Заречья'],
      ]),
      ['organisation Заречье', 'organisation Заречью', 'organisation Заречья'],
    )
  })

  it('stay where the mentions are halved', () => {
    const names = [
      ['organisation', 'Заречье'],
      ['place', 'Заречья'],
    ] as const
    assert.deepEqual(agreed('В «Заречье» ждут. Из Заречья ушли.', names), [
      'organisation Заречье',
      'place Заречья',
    ])
  })

  it('tell of a word of a place that was found twice, where it stands again', () => {
    const places = [
      ['place', 'Заречье'],
      ['place', 'Заречья'],
    ] as const
    assert.deepEqual(agreed('Мы в Заречье, из Заречья: Заречье ждёт, заречье тоже.', places), [
      'place Заречье',
      'place Заречья',
      'place Заречье',
    ])
  })
})
