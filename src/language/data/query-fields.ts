import { readFileSync } from 'node:fs'

export type QueryField =
  | 'headline'
  | 'lead'
  | 'body'
  | 'author'
  | 'outlet'
  | 'language'
  | 'after'
  | 'before'
  | 'on'

/** What is written before the colon of a query, and what it means: query-fields.json, names parted by spaces. */
export const queryFields: ReadonlyMap<string, QueryField> = load()

function load(): ReadonlyMap<string, QueryField> {
  const file = new URL('./query-fields.json', import.meta.url)
  const table = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<QueryField, string>>
  return new Map(
    Object.entries(table).flatMap(([field, names]) =>
      names.split(' ').map((name): [string, QueryField] => [name, field as QueryField]),
    ),
  )
}
