import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Statement } from '../../model/marks.ts'
import { parseText } from '../text/parse-text.ts'
import { findStatements } from './find-statements.ts'

interface Case {
  readonly why: string
  readonly language: string
  readonly text: string
  /** Speaker | cue | content … of each statement; a tilde before what is thought. */
  readonly found: readonly string[]
}

const cases: readonly Case[] = [
  {
    why: 'a quotation with its cue behind',
    language: 'en',
    text: '“We will open the bridge,” said Ada Hale, the mayor of Orme.',
    found: ['Ada Hale | said | We will open the bridge,'],
  },
  {
    why: 'a quotation parted by its cue',
    language: 'en',
    text: '“We will wait,” Hale said, “as long as it takes.” Nobody left.',
    found: ['Hale | said | We will wait, | as long as it takes.'],
  },
  {
    why: 'a quotation that goes on behind the sentence of its cue',
    language: 'en',
    text: '“We will wait,” Hale said. “The water is high.” Nobody left.',
    found: ['Hale | said | We will wait, | The water is high.'],
  },
  {
    why: 'a quotation over several paragraphs',
    language: 'en',
    text: 'Hale said: “The water is high.\n\n“The bridge is closed.”',
    found: ['Hale | said | The water is high. | The bridge is closed.'],
  },
  {
    why: 'a clause with that',
    language: 'en',
    text: 'Hale told the Courier that the bridge was closed.',
    found: ['Hale | told | that the bridge was closed'],
  },
  {
    why: 'according to',
    language: 'en',
    text: 'The bridge was closed on Monday, according to the council.',
    found: ['the council | according to | The bridge was closed on Monday'],
  },
  {
    why: 'a promise',
    language: 'en',
    text: 'The council promised to open the bridge.',
    found: ['The council | promised | to open the bridge'],
  },
  {
    why: 'a belief',
    language: 'en',
    text: 'She believes that the bridge is safe.',
    found: ['~She | believes | that the bridge is safe'],
  },
  {
    why: 'a quotation with its cue behind',
    language: 'ru',
    text: '«Мы откроем мост», — сказала мэр Орма Ада Серова.',
    found: ['мэр Орма Ада Серова | сказала | Мы откроем мост'],
  },
  {
    why: 'a quotation parted by its cue within one pair of marks',
    language: 'ru',
    text: '«Мы подождём, — сказал Серов, — пока не спадёт вода».',
    found: ['Серов | сказал | Мы подождём | пока не спадёт вода'],
  },
  {
    why: 'a line of dialogue',
    language: 'ru',
    text: '— Мы подождём, — сказала Серова. — Вода высокая.',
    found: ['Серова | сказала | Мы подождём'],
  },
  {
    why: 'a clause',
    language: 'ru',
    text: 'Серов заявил журналистам, что мост закрыт.',
    found: ['Серов | заявил | что мост закрыт'],
  },
  {
    why: 'a cue inserted behind what is said',
    language: 'ru',
    text: 'Мост закрыт до весны, сообщил глава совета Павел Серов.',
    found: ['глава совета Павел Серов | сообщил | Мост закрыт до весны'],
  },
  {
    why: 'whose words they are',
    language: 'ru',
    text: 'По словам Серова, мост закрыт до весны.',
    found: ['Серова | По словам | мост закрыт до весны'],
  },
  {
    why: 'whose opinion it is',
    language: 'ru',
    text: 'По его мнению, мост простоит ещё сто лет.',
    found: ['его | По его мнению | мост простоит ещё сто лет'],
  },
  {
    why: 'what another sentence tells of',
    language: 'ru',
    text: 'Мост закрыт до весны. Об этом сообщила Ада Серова.',
    found: ['Ада Серова | сообщила | Мост закрыт до весны'],
  },
  {
    why: 'a place that speaks',
    language: 'ru',
    text: 'Также в совете Орма заявили, что мост закрыт.',
    found: ['совете Орма | заявили | что мост закрыт'],
  },
  {
    why: 'a participle, whose subject stands in the clause before',
    language: 'ru',
    text: 'Павел Серов уехал, добавив, что вернётся весной.',
    found: ['Павел Серов | добавив | что вернётся весной'],
  },
  {
    why: 'what was not said',
    language: 'ru',
    text: 'Серов не сказал, что мост закрыт.',
    found: [],
  },
  {
    why: 'a clause',
    language: 'uk',
    text: 'Очільниця ради Ада Гайова зазначила, що міст закрито.',
    found: ['Очільниця ради Ада Гайова | зазначила | що міст закрито'],
  },
  {
    why: 'whose words they are',
    language: 'uk',
    text: 'За словами Гайової, міст закрито до весни.',
    found: ['Гайової | За словами | міст закрито до весни'],
  },
]

describe('statements', () => {
  for (const { why, language, text, found } of cases)
    it(`are found in ${language}: ${why}`, () => assert.deepEqual(written(text, language), found))

  it('lie in the text, in order, whatever the text', () => {
    const pieces = [
      'said',
      'сказал',
      'Hale',
      'Серов',
      ',',
      ':',
      '«',
      '»',
      '“',
      '”',
      '"',
      "''",
      '—',
      'что',
      'that',
      '.',
      '\n\n',
      'according to',
      'по словам',
      'his',
    ]
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom(...pieces)).map((some) => some.join(' ')),
    )
    fc.assert(
      fc.property(anyText, fc.constantFrom('ru', 'uk', 'en', 'kk', 'und'), (text, language) => {
        const statements = findStatements(parseText(text, language), { names: [], mentions: [] }, [])
        for (const { content, cue, speaker } of statements)
          for (const { start, end } of [...content, ...(cue ? [cue] : []), ...(speaker ? [speaker] : [])])
            assert.ok(start >= 0 && start < end && end <= text.length)
        const starts = statements.map(({ content }) => content[0]?.start ?? 0)
        assert.deepEqual(
          starts,
          starts.toSorted((one, other) => one - other),
        )
      }),
    )
  })
})

function written(text: string, language: string): readonly string[] {
  const statements = findStatements(parseText(text, language), { names: [], mentions: [] }, [])
  return statements.map(({ speaker, cue, content, act }: Statement) => {
    const parts = [speaker, cue, ...content].map((span) =>
      span === null ? '—' : text.slice(span.start, span.end),
    )
    return (act === 'thinks' ? '~' : '') + parts.join(' | ')
  })
}
