import type { LanguageTag } from '../../../model/language-tag.ts'
import { givenNames } from '../../data/given-names.ts'
import { caseStem } from './case-stem.ts'
import type { NameWord, PersonParts } from './person-parts.ts'

export type Gender = 'masculine' | 'feminine' | null

/**
 * The gender that the forms of a person's name show: by the patronymic, by a given name that is known, by the endings of
 * both. Null where they do not tell.
 */
export function genderOf(forms: readonly PersonParts[]): Gender {
  for (const { patronymic } of forms)
    if (patronymic !== null)
      return /(?:вн|чн|ївн)[а-яії]*$/.test(patronymic.folded) ? 'feminine' : 'masculine'
  for (const { given } of forms) {
    const [first] = given
    if (first === undefined) continue
    if (isListed(first.folded, givenNames.feminine, feminineCases)) return 'feminine'
    if (isListed(first.folded, givenNames.masculine, masculineCases)) return 'masculine'
  }
  return forms.some(looksFeminine) ? 'feminine' : null
}

/** «Ада Гайова»: both end as a woman's names do. A man's would need a given name that is listed, or is seen elsewhere without its ending. */
function looksFeminine({ given: [first], family }: PersonParts): boolean {
  return first !== undefined && /[ая]$/.test(first.folded) && feminineFamily.test(family.folded)
}

const feminineFamily = /(?:[оеєї]в|[иіїы]н)а$|(?:ск|цк)ая$|(?:ськ|цьк|зьк)а$/

function isListed(folded: string, names: ReadonlySet<string>, cases: Cases): boolean {
  return names.has(folded) || basesBy(folded, cases).some((base) => names.has(base))
}

type Cases = readonly (readonly [ending: string, bases: readonly string[]])[]

const masculineCases: Cases = [
  ['а', ['', 'о']],
  ['у', ['', 'о']],
  ['ом', ['', 'о']],
  ['ові', ['', 'о']],
  ['е', ['']],
  ['і', ['', 'о']],
  ['я', ['й', 'ь']],
  ['ю', ['й', 'ь']],
  ['ем', ['й', 'ь']],
  ['єм', ['й']],
  ['еві', ['й', 'ь']],
  ['єві', ['й']],
  ['ы', ['а']],
  ['и', ['а']],
  ['ою', ['а']],
  ['ой', ['а']],
]
const feminineCases: Cases = [
  ['ы', ['а']],
  ['и', ['а', 'я', 'ь']],
  ['і', ['а', 'я']],
  ['ї', ['я']],
  ['е', ['а', 'я']],
  ['у', ['а']],
  ['ю', ['я', 'ь']],
  ['ой', ['а']],
  ['ою', ['а']],
  ['ей', ['я', 'а']],
  ['ею', ['я', 'а']],
  ['єю', ['я']],
]

function basesBy(folded: string, cases: Cases): readonly string[] {
  return cases.flatMap(([ending, bases]) =>
    folded.endsWith(ending) ? bases.map((base) => folded.slice(0, folded.length - ending.length) + base) : [],
  )
}

/** The base case of a given name that stands in these forms, as written. */
export function baseOfGiven(forms: readonly NameWord[], gender: Gender, language: LanguageTag): string {
  const names = gender === 'feminine' ? givenNames.feminine : givenNames.masculine
  const listed = forms.find(({ folded }) => names.has(folded))
  if (listed !== undefined) return listed.text
  const [first] = forms
  if (first === undefined) return ''
  const cases = gender === 'feminine' ? feminineCases : masculineCases
  const bases = basesBy(first.folded, cases).flatMap((stem) => [stem, withFleetingVowel(stem)])
  const base = bases.find(
    (candidate) => names.has(candidate) && (language === 'uk' || !candidate.endsWith('о')),
  )
  if (base !== undefined) return respelt(first.text, base)
  return baseOfFamily(forms, gender)
}

/** «Павл» of «Павла» is «Павел». */
function withFleetingVowel(stem: string): string {
  return stem.replace(/(?<=[бвгджзйклмнпрстфхцчшщ])([бвгджзйклмнпрстфхцчшщ])$/, 'е$1')
}

/** The base case of a family name that stands in these forms: the one that looks like it, else what its letters tell. */
export function baseOfFamily(forms: readonly NameWord[], gender: Gender): string {
  const [first] = forms
  if (first === undefined || !cyrillic.test(first.folded)) return first?.text ?? ''
  const nominative = forms.find(({ folded }) => isNominative(folded, gender, forms))
  if (nominative !== undefined) return nominative.text
  return respelt(first.text, derived(first.folded, gender))
}

const cyrillic = /\p{Script=Cyrillic}/u
const adjective = /(?:ск|цк|ськ|цьк|зьк)(?:ий|ій|ая|а)$/
const adjectiveInCase = /^(.*(?:ск|цк|ськ|цьк|зьк))(?:ого|ому|им|ім|их|ої|ою|ой|ую|у|ій)$/
const consonantEnd = /[бвгґджзйклмнпрстфхцчшщьў]$/

/** A form of zero ending, or the shortest of forms that differ at their ends, one vowel at most behind what they share. */
function isNominative(folded: string, gender: Gender, forms: readonly NameWord[]): boolean {
  if (adjective.test(folded)) return gender !== 'feminine' || /а[я]?$/.test(folded)
  if (adjectiveInCase.test(folded)) return false
  if (gender === 'feminine') {
    if (/(?:[оеєї]в|[иіїы]н)а$/.test(folded)) return true
    return !/(?:[оеєї]в|[иіїы]н)(?:ой|ою|у|ої|ій)$/.test(folded) && !hasCaseEnding(folded, forms)
  }
  return consonantEnd.test(folded) && caseStem(folded) === folded
}

function hasCaseEnding(folded: string, forms: readonly NameWord[]): boolean {
  return forms.some((other) => other.folded !== folded && folded.startsWith(other.folded))
}

function derived(folded: string, gender: Gender): string {
  const adjectival = adjectiveInCase.exec(folded)
  if (adjectival !== null) {
    const stem = adjectival[1] ?? ''
    if (gender === 'feminine') return stem + (/ьк$/.test(stem) ? 'а' : 'ая')
    return `${stem}ий`
  }
  if (gender === 'feminine') return folded.replace(/((?:[оеєї]в|[иіїы]н))(?:ой|ою|у|ої|ій)$/, '$1а')
  const stem = caseStem(folded)
  if (stem !== folded) return stem
  return /[бвгґджзклмнпрстфхцчшщ][ауеі]$/.test(folded) && folded.length > 4 ? folded.slice(0, -1) : folded
}

/** The folded word in the capitals of the written one. */
function respelt(written: string, folded: string): string {
  let same = 0
  while (
    same < written.length &&
    same < folded.length &&
    written[same]?.toLowerCase().replace('ё', 'е') === folded[same]
  )
    same += 1
  return written.slice(0, same) + folded.slice(same)
}
