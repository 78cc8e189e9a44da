import { readFileSync } from 'node:fs'

/**
 * Given names, surnames and towns as `nameStem` leaves them: name-stems.json, made by scripts/make-name-stems.ts from natasha's,
 * Faker's (both MIT) and CLDR's lists, see docs/models/names.md.
 */
export const nameStems: ReadonlyMap<'firstName' | 'lastName' | 'city', readonly string[]> = load()

function load(): ReadonlyMap<'firstName' | 'lastName' | 'city', readonly string[]> {
  const { firstName, lastName, city } = JSON.parse(
    readFileSync(new URL('./name-stems.json', import.meta.url), 'utf8'),
  ) as Readonly<Record<'firstName' | 'lastName' | 'city', string>>
  return new Map([
    ['firstName', firstName.split(' ')],
    ['lastName', lastName.split(' ')],
    ['city', city.split(' ')],
  ])
}
