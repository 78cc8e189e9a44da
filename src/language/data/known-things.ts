import { readFileSync } from 'node:fs'
import { nameStem } from '../names/name-stem.ts'
import { tokensOf } from '../text/tokens.ts'
import { countryNames } from './country-names.ts'

/** A country, organisation or place by one of its names. */
export interface KnownThing {
  /** Equal for all its names in all languages. */
  readonly code: string
  /** Those of them that have the same stems, in the base case: «Украина», «Україна». */
  readonly names: readonly string[]
}

/**
 * Countries, organisations and places that several languages call by names of their own, by the stems of each name.
 * Countries by CLDR, which Node carries, with what it lacks from known-things.json.
 */
export const knownThings: ReadonlyMap<string, KnownThing> = load()

type Table = Readonly<Record<'countries' | 'organisations' | 'places', Readonly<Record<string, string>>>>

function load(): ReadonlyMap<string, KnownThing> {
  const things = new Map<string, KnownThing>()
  const add = (code: string, name: string): void => {
    const stems = stemsOf(name)
    const same = things.get(stems)
    things.set(stems, { code, names: same?.code === code ? [...same.names, name] : [name] })
  }
  for (const [code, name] of countryNames()) add(code, name)
  const table = JSON.parse(readFileSync(new URL('./known-things.json', import.meta.url), 'utf8')) as Table
  for (const listed of Object.values(table))
    for (const [code, names] of Object.entries(listed)) for (const name of names.split(', ')) add(code, name)
  return things
}

/** What a name is known by: its words without marks and case endings. */
export function stemsOf(name: string): string {
  return tokensOf(name)
    .filter(({ kind }) => kind !== 'mark')
    .map(({ folded }) => nameStem(folded))
    .join(' ')
}
