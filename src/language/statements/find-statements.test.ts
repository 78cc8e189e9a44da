import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Mention, Span, Statement } from '../../model/marks.ts'
import { findMentions } from '../names/find-mentions.ts'
import { uniteNames } from '../names/unite-names.ts'
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
    why: 'a quotation in the paragraph behind its cue',
    language: 'en',
    text: 'Hale said in a statement:\n\n“We are closing the bridge.”\n\nNobody left.',
    found: ['Hale | said | We are closing the bridge.'],
  },
  {
    why: 'a quotation that a colon announces',
    language: 'en',
    text: 'Ada Hale: “We are closing the bridge.”',
    found: ['Ada Hale | : | We are closing the bridge.'],
  },
  {
    why: 'a verb that tells whose a quotation is only by touching it',
    language: 'en',
    text: '“Close the bridge!” boomed Hale.',
    found: ['Hale | boomed | Close the bridge!'],
  },
  {
    why: 'a quotation in a paragraph of its own behind another',
    language: 'en',
    text: '“We will wait,” Hale said.\n\n“The water is high.”',
    found: ['Hale | said | We will wait, | The water is high.'],
  },
  {
    why: 'no quotation of the paragraph before',
    language: 'en',
    text: '“We will wait,” Hale said. “The water is high.”\n\nOrme said the bridge was closed.',
    found: ['Hale | said | We will wait, | The water is high.', 'Orme | said | the bridge was closed'],
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
    why: 'what was not said',
    language: 'en',
    text: 'Hale did not say that the bridge was closed.',
    found: [],
  },
  {
    why: 'who speaks, behind brackets',
    language: 'en',
    text: 'Mayor Ada Hale (Orme) said on Monday that the bridge was closed.',
    found: ['Mayor Ada Hale (Orme) | said | that the bridge was closed'],
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
    why: 'a second cue of one speaker',
    language: 'ru',
    text: 'В среду представитель совета сказал, что мост закрыт, и добавил, что вода высокая.',
    found: [
      'представитель совета | сказал | что мост закрыт',
      'представитель совета | добавил | что вода высокая',
    ],
  },
  {
    why: 'no clause that tells more of a noun',
    language: 'ru',
    text: 'Серов спросил врача, которого видел. Серов шутил о реке, какую видел.',
    found: [],
  },
  {
    why: 'what was not said',
    language: 'ru',
    text: 'Серов не сказал, что мост закрыт.',
    found: [],
  },
  {
    why: 'what a document says',
    language: 'ru',
    text: '«Мост закрыт до весны», — говорится в сообщении совета Орма.',
    found: ['совета Орма | говорится в сообщении | Мост закрыт до весны'],
  },
  {
    why: 'what the outlet itself told before',
    language: 'ru',
    text: 'Ранее мы сообщали, что мост закрыт.',
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
  {
    why: 'a quotation with its cue behind',
    language: 'kk',
    text: '«Біз көпірді ашамыз», – деді әкім Серік Далабаев.',
    found: ['әкім Серік Далабаев | деді | Біз көпірді ашамыз'],
  },
  {
    why: 'what was told before «деп»',
    language: 'kk',
    text: 'Көпір көктемге дейін жабық деп хабарлады әкімдік.',
    found: ['әкімдік | деп хабарлады | Көпір көктемге дейін жабық'],
  },
  {
    why: 'whose words they are',
    language: 'kk',
    text: 'Серік Далабаевтың айтуынша, көпір жабық.',
    found: ['Серік Далабаевтың | айтуынша | көпір жабық'],
  },
  {
    why: 'a quotation with a name behind',
    language: 'de',
    text: '„Wir öffnen die Brücke“, sagte Ada Hale am Montag.',
    found: ['Ada Hale | — | Wir öffnen die Brücke'],
  },
]

describe('statements', () => {
  for (const { why, language, text, found } of cases)
    it(`are found in ${language}: ${why}`, () => assert.deepEqual(written(text, language), found))

  it('know by name who «он» is, and who an office is', () => {
    const text = 'Павел Серов закрыл мост. Он заявил, что вода высокая. «Ждём весны», — добавил глава Орма.'
    const [serov, he, head] = [text.indexOf('Павел'), text.indexOf('Он'), text.indexOf('глава')]
    const mention = (start: number, length: number, by: Mention['by']): Mention => ({
      start,
      end: start + length,
      kind: 'person',
      name: 0,
      by,
    })
    const mentions = [mention(serov, 11, 'name'), mention(he, 2, 'pronoun'), mention(head, 10, 'title')]
    const names = [{ kind: 'person', name: 'Павел Серов', key: '', aliases: [], offices: [] }] as const
    const statements = findStatements(parseText(text, 'ru'), { names, mentions }, [])
    assert.deepEqual(
      statements.map(({ speaker }) => speaker?.name),
      [0, 0],
    )
  })

  it('take «он» for the speaker before where nobody else says who it is', () => {
    const text = 'Серов закрыл мост, заявил Серов. Он добавил, что вода высокая.'
    const mentions = [{ start: 26, end: 31, kind: 'person', name: 0, by: 'name' }] as const
    const statements = findStatements(parseText(text, 'ru'), { names: [], mentions }, [])
    assert.deepEqual(
      statements.map(({ speaker }) => speaker?.name),
      [0, 0],
    )
  })

  const headlines: readonly (readonly [language: string, text: string, found: string])[] = [
    ['ru', 'Серов: мост закрыт до весны\n\nВода высокая.', 'Серов | : | мост закрыт до весны'],
    ['ru', 'Мост закрыт до весны: Серов о половодье\n\nВода высокая.', 'Серов | : | Мост закрыт до весны'],
    ['uk', 'Міст закрито до весни — Гайова\n\nВода висока.', 'Гайова | — | Міст закрито до весни'],
    [
      'en',
      'Hale: Bridge stays shut until spring\n\nThe water is high.',
      'Hale | : | Bridge stays shut until spring',
    ],
  ]
  for (const [language, text, found] of headlines)
    it(`are found in a headline: ${text.split('\n')[0] ?? ''}`, () =>
      assert.deepEqual(written(text, language), [found]))

  const occasions: readonly (readonly [
    language: string,
    text: string,
    addressee: string,
    occasion: string,
  ])[] = [
    ['ru', 'Серов заявил журналистам на брифинге, что мост закрыт.', 'журналистам', 'на брифинге'],
    ['ru', 'В интервью агентству «Даль» Серов сообщил, что мост закрыт.', '', 'В интервью агентству «Даль»'],
    ['ru', 'Серов написал на своей странице в Twitter, что мост закрыт.', '', 'на своей странице в Twitter'],
    ['uk', 'Гайова розповіла виданню «Даль», що міст закрито.', 'виданню «Даль»', ''],
    ['en', 'Hale told the Courier that the bridge was shut.', 'the Courier', ''],
    ['en', '“It is shut,” Hale told reporters at a news conference.', 'reporters', 'at a news conference'],
  ]
  for (const [language, text, addressee, occasion] of occasions)
    it(`say to whom and when: ${text}`, () => {
      const [statement] = findStatements(parseText(text, language), { names: [], mentions: [] }, [])
      const slice = (span: Span | null | undefined): string =>
        span == null ? '' : text.slice(span.start, span.end)
      assert.deepEqual([slice(statement?.addressee), slice(statement?.occasion)], [addressee, occasion])
    })

  const sample = new URL('../../../../shared/samples/portal-page.ru.txt', import.meta.url)
  it('come out whole of the page that the product was drawn from', {
    skip: existsSync(sample) ? false : '../shared/samples is not there',
  }, () => {
    const page = readFileSync(sample, 'utf8')
    const text = page.slice(0, page.indexOf('Последние новости'))
    const parsed = parseText(text, 'ru')
    const named = uniteNames(parsed, findMentions(parsed))
    const speakers = findStatements(parsed, named, []).map(({ speaker }) =>
      speaker?.name == null ? null : named.names[speaker.name]?.name.split(' ').at(-1),
    )
    const [blinken, tokayev] = ['Блинкен', 'Токаев']
    assert.deepEqual(speakers, [
      blinken,
      blinken,
      'США',
      blinken,
      blinken,
      tokayev,
      tokayev,
      blinken,
      blinken,
    ])
  })

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
  const statements = findStatements(parseText(text, language), { names: [], mentions: invented(text) }, [])
  return statements.map(({ speaker, cue, content, act }: Statement) => {
    const parts = [speaker, cue, ...content].map((span) =>
      span === null ? '—' : text.slice(span.start, span.end),
    )
    return (act === 'thinks' ? '~' : '') + parts.join(' | ')
  })
}

/** The people of these cases, as the names of a text come. */
function invented(text: string): readonly Mention[] {
  return [...text.matchAll(/Ada Hale|Hale|Ада Серова|Павел Серов|Серов|Ада Гайова|Гайова/g)].map(
    ({ 0: { length }, index }) => ({
      start: index,
      end: index + length,
      kind: 'person',
      name: 0,
      by: 'name',
    }),
  )
}
