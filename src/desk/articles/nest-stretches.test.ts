import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type Nested, nestStretches } from './nest-stretches.ts'

interface Named {
  readonly name: string
  readonly start: number
  readonly end: number
}

const text = 'abcdefghij'

describe('overlapping stretches of a text', () => {
  const cases: readonly (readonly [
    what: string,
    stretches: readonly [string, number, number][],
    is: string,
  ])[] = [
    ['none are the text', [], 'abcdefghij'],
    [
      'side by side stand as they are',
      [
        ['x', 0, 2],
        ['y', 4, 6],
      ],
      '<x ab>cd<y ef>ghij',
    ],
    [
      'one in another are nested',
      [
        ['y', 2, 4],
        ['x', 0, 6],
      ],
      '<x ab<y cd>ef>ghij',
    ],
    [
      'that cross are cut',
      [
        ['x', 0, 4],
        ['y', 2, 6],
      ],
      '<x ab<y cd>><y+ ef>ghij',
    ],
    [
      'equal ones nest in their order',
      [
        ['x', 0, 2],
        ['y', 0, 2],
      ],
      '<x <y ab>>cdefghij',
    ],
    [
      'that are empty or outside are none',
      [
        ['x', 3, 3],
        ['y', 20, 30],
      ],
      'abcdefghij',
    ],
  ]
  for (const [what, stretches, is] of cases)
    it(what, () => {
      assert.equal(
        shown(
          nestStretches(
            text,
            stretches.map(([name, start, end]) => ({ name, start, end })),
          ),
        ),
        is,
      )
    })

  it('lose and double no character, and have one first piece each', () => {
    const stretch = fc.record({
      name: fc.constant('x'),
      start: fc.integer({ min: 0, max: 9 }),
      end: fc.integer({ min: 0, max: 12 }),
    })
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 8 }), (stretches) => {
        const nested = nestStretches(text, stretches)
        assert.equal(plain(nested), text)
        assert.equal(firsts(nested), stretches.filter(({ start, end }) => start < end).length)
      }),
    )
  })
})

function shown(nested: readonly Nested<Named>[]): string {
  return nested
    .map((part) =>
      typeof part === 'string'
        ? part
        : `<${part.stretch.name}${part.isFirst ? '' : '+'} ${shown(part.inside)}>`,
    )
    .join('')
}

function plain(nested: readonly Nested<Named>[]): string {
  return nested.map((part) => (typeof part === 'string' ? part : plain(part.inside))).join('')
}

function firsts(nested: readonly Nested<Named>[]): number {
  return nested.reduce(
    (count, part) => count + (typeof part === 'string' ? 0 : Number(part.isFirst) + firsts(part.inside)),
    0,
  )
}
