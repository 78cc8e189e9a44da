import { readFileSync } from 'node:fs'

/** What a word of a list is; each is a bit in `ListedNames`. */
export const listNames = [
  'country',
  'city',
  'organisation',
  'outlet',
  'product',
  'event',
  'firstName',
  'lastName',
  'organisationWord',
  'placeWord',
  'titleWord',
  'speechWord',
  'timeWord',
  'nameParticle',
  'productWord',
  'eventWord',
  'ofPlace',
  'commonWord',
  'smallEvent',
] as const

export type ListName = (typeof listNames)[number]

/** Names and telling words as people write them, by list: name-lists.json, parted by commas; Russian, Ukrainian, English, Kazakh. */
export const nameLists: ReadonlyMap<ListName, readonly string[]> = load()

/** Given names as their stems (`nameStem`): given-names.txt, from natasha (MIT) and our own list. */
function load(): ReadonlyMap<ListName, readonly string[]> {
  const table = JSON.parse(readFileSync(new URL('./name-lists.json', import.meta.url), 'utf8')) as Readonly<
    Record<ListName, string>
  >
  return new Map(listNames.map((list) => [list, table[list].split(', ')]))
}
