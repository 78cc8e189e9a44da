import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { foldStatements } from './fold-statements.ts'

const ru = (content: string): { content: string; language: string } => ({ content, language: 'ru' })
const en = (content: string): { content: string; language: string } => ({ content, language: 'en' })

describe('the statements of one speaker', () => {
  const cases: readonly (readonly [
    what: string,
    said: readonly { content: string; language: string }[],
    folded: readonly (readonly number[])[],
  ])[] = [
    ['are none where there are none', [], []],
    [
      'are one where the words are, in other case forms and typography',
      [
        ru('Мост через реку закроют первого марта, и поезда пойдут в обход'),
        ru('Вода в реке ещё поднимется к вечеру'),
        ru('мост через реку закроют первого марта; поезд пойдёт в обход'),
      ],
      [[0, 2], [1]],
    ],
    [
      'are one where an outlet shortens them',
      [
        en(
          'The bridge has served us well and it is tired, so we will close it before the winter storms come',
        ),
        en('The bridge has served us well and it is tired'),
      ],
      [[0, 1]],
    ],
    [
      'are two where one says not',
      [
        en('We will close the old railway bridge this winter'),
        en('We will not close the old railway bridge this winter'),
        en("We won't close the old railway bridge this winter"),
      ],
      [[0], [1, 2]],
    ],
    [
      'are two where the numbers differ',
      [
        en('The works at the harbour will take 3 years and a half'),
        en('The works at the harbour will take 2 years and a half'),
      ],
      [[0], [1]],
    ],
    [
      'of a few words are one only where all are',
      [ru('Мы готовы'), ru('Мы не готовы'), ru('Мы готовы!')],
      [[0, 2], [1]],
    ],
    [
      'in two languages stay apart',
      [en('COVID-19 in Morrow: 3 cases, 2 in Tarn'), ru('COVID-19 in Morrow: 3 cases, 2 in Tarn')],
      [[0], [1]],
    ],
  ]
  for (const [what, said, folded] of cases)
    it(what, () => {
      assert.deepEqual(foldStatements(said), folded)
    })
})
