import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Span } from '../model/marks.ts'
import { markText } from './mark-text.ts'

const page = [
  'Добрин о визите в Ташкент',
  'Накануне премьер-министр Павел Добрин прибыл в Ташкент. Добрин заявил, что переговоры были полезны.',
  'Об этом сообщает агентство «Северный телеграф» со ссылкой на Reuters.',
].join('\n\n')

describe('the marks of a text', () => {
  const marks = markText({ text: page, language: 'ru', now: '2026-11-24T10:00' })
  const words = ({ start, end }: Span): string => page.slice(start, end)

  it('are who is named, in every case form once', () => {
    const names = marks.names.map(({ name }) => name)
    assert.ok(names.includes('Павел Добрин'), names.join(', '))
    assert.ok(names.includes('Ташкент'), names.join(', '))
  })

  it('are who said what', () => {
    const said = marks.statements.find(({ cue }) => cue !== null && words(cue) === 'заявил')
    assert.equal(marks.names[said?.speaker?.name ?? -1]?.name, 'Павел Добрин')
  })

  it('are whom it credits, down to the origin', () => {
    const [agency, origin] = marks.credits
    assert.deepEqual([agency?.sourceName, origin?.sourceName], ['Северный телеграф', 'Reuters'])
    assert.equal(agency?.citing, 1)
  })

  it('are when, and who came where', () => {
    const arrival = marks.encounters.find(({ kind }) => kind === 'arrival')
    assert.equal(marks.times[arrival?.time ?? -1]?.value, '2026-11-23')
    assert.equal(marks.names[arrival?.place?.name ?? -1]?.name, 'Ташкент')
    assert.equal(arrival?.standing, 'fact')
  })

  it('lie within any text, in any language, and name what is there', () => {
    const pieces = fc.constantFrom(
      ...page.split(/(?<=\s)/),
      '«',
      '»',
      '"',
      '\n\n',
      'said ',
      'Reuters ',
      'деді ',
    )
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces, { maxLength: 60 }).map((some) => some.join('')),
    )
    fc.assert(
      fc.property(texts, fc.constantFrom('ru', 'uk', 'en', 'kk', 'de', 'und'), (text, language) => {
        const { names, mentions, statements, credits, times, encounters } = markText({
          text,
          language,
          now: '2026-11-24T10:00',
        })
        const isWithin = ({ start, end }: Span): boolean => 0 <= start && start < end && end <= text.length
        const isNamed = (name: number | null): boolean => name === null || name < names.length
        assert.ok([...mentions, ...credits, ...times, ...encounters].every(isWithin))
        assert.ok(statements.every(({ content }) => content.length > 0 && content.every(isWithin)))
        assert.ok([...mentions, ...credits].every(({ name }) => isNamed(name)))
        assert.ok(
          statements.every(
            ({ speaker, credit }) => isNamed(speaker?.name ?? null) && (credit ?? -1) < credits.length,
          ),
        )
        assert.ok(
          encounters.every(
            ({ who, with: others, place, time }) =>
              [...who, ...others, ...(place === null ? [] : [place])].every(({ name }) => isNamed(name)) &&
              (time ?? -1) < times.length,
          ),
        )
      }),
    )
  })
})
