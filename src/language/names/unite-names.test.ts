import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { NameKind } from '../../model/marks.ts'
import { parseText } from '../text/parse-text.ts'
import type { FoundMention } from './mentions-of.ts'
import { type Named, uniteNames } from './unite-names.ts'

/** `[p Анна Серова]` marks a mention of a person, `o` of an organisation, `l` of a place. */
function unite(marked: string, language = 'ru'): Named & { readonly text: string } {
  const kinds: Readonly<Record<string, NameKind>> = { p: 'person', o: 'organisation', l: 'place' }
  const found: FoundMention[] = []
  let text = ''
  for (const part of marked.split(/(\[[pol] [^\]]*\])/)) {
    const mention = /^\[([pol]) (.*)\]$/.exec(part)
    const words = mention?.[2] ?? part
    if (mention !== null)
      found.push({
        start: text.length,
        end: text.length + words.length,
        kind: kinds[mention[1] ?? ''] ?? 'person',
      })
    text += words
  }
  return { text, ...uniteNames(parseText(text, language), found) }
}

function mentionsOf({ text, mentions }: ReturnType<typeof unite>, name: number): readonly string[] {
  return mentions.filter((mention) => mention.name === name).map(({ start, end }) => text.slice(start, end))
}

describe('the names of a text', () => {
  it('hold every case form of one name, with the base case first', () => {
    const named = unite('[p Павел Грачевский] уехал. С [p Грачевским] простились, [p Грачевскому] махали.')
    assert.deepEqual(
      named.names.map(({ name, aliases }) => [name, ...aliases]),
      [['Павел Грачевский', 'Грачевский']],
    )
  })

  it('are in the base case where the text has none', () => {
    const bases = [
      'Спросили [p Павла Грачевского].',
      'Спросили [p Анну Серову].',
      'Говорили с [p Максимом Добриным].',
      'Письмо [p Марии Ланской].',
      'Приехала [p Зарема Гайова].',
    ].map((text) => unite(text).names[0]?.name)
    assert.deepEqual(bases, [
      'Павел Грачевский',
      'Анна Серова',
      'Максим Добрин',
      'Мария Ланская',
      'Зарема Гайова',
    ])
  })

  it('keep apart people of one family name', () => {
    const named = unite('[p Анна Серова] и [p Павел Серов]. [p Серов] молчал.')
    assert.equal(named.names.length, 2)
  })

  it('have one key in Russian, Ukrainian, English, and in every case', () => {
    const keys = [
      unite('[p Энтони Блинкен]').names,
      unite('[p Энтони Блинкену]').names,
      unite('[p Ентоні Блінкеном]', 'uk').names,
      unite('[p Antony Blinken]', 'en').names,
    ].map(([name]) => name?.key)
    assert.deepEqual(new Set(keys), new Set(['blnkn|ntn']))
  })

  it('have one key for a country or a body that languages call differently', () => {
    const keys = [
      unite('в [l США]').names,
      unite('у [l Сполучених Штатах]', 'uk').names,
      unite('in the [l United States]', 'en').names,
    ].map(([name]) => name?.key)
    assert.deepEqual(new Set(keys), new Set(['US']))
    assert.equal(unite('[o ООН]').names[0]?.key, unite('[o United Nations]', 'en').names[0]?.key)
  })

  it('say which offices the text gives a person, and find the person by them later', () => {
    const named = unite(
      'Госсекретарь [l США] [p Энтони Блинкен] прилетел. Госсекретарь вылетит завтра. Госсекретарь [l Мальты] ждёт.',
    )
    const blinken = named.names.findIndex(({ kind }) => kind === 'person')
    assert.deepEqual(named.names[blinken]?.offices, ['госсекретарь США'])
    assert.deepEqual(mentionsOf(named, blinken), ['Энтони Блинкен', 'Госсекретарь'])
  })

  it('hold pronouns of the gender that fits', () => {
    const named = unite('[p Анна Серова] встретила [p Павла Добрина]. Она улыбнулась. Он тоже.')
    assert.deepEqual(mentionsOf(named, 0), ['Анна Серова', 'Она'])
  })

  it('take any text and any spans within it', () => {
    const kinds: readonly NameKind[] = ['person', 'organisation', 'place', 'product', 'event']
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.constantFrom(...kinds, null)), {
          maxLength: 12,
        }),
        (parts) => {
          let text = ''
          const found: FoundMention[] = []
          for (const [words, kind] of parts) {
            if (kind !== null && words.length > 0)
              found.push({ start: text.length, end: text.length + words.length, kind })
            text += words
          }
          const { names, mentions } = uniteNames(parseText(text, 'ru'), found)
          assert.ok(
            mentions.every(
              ({ start, end, name }) => start < end && end <= text.length && name < names.length,
            ),
          )
          assert.equal(mentions.filter(({ by }) => by === 'name').length, found.length)
          assert.ok(names.every(({ key }) => key.length > 0))
        },
      ),
    )
  })
})
