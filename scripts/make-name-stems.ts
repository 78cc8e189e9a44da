/**
 * Makes src/language/data/name-stems.json: given names, surnames and towns of one word. See docs/models/names.md.
 *
 *   npm install --no-save --prefix FOLDER @faker-js/faker@10.6.0 cldr-dates-full@48.2.0
 *   npx tsx scripts/make-name-stems.ts FOLDER/node_modules [SHARED-DATA]
 */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { foldWord } from '../src/language/fold-word.ts'
import { nameStem } from '../src/language/names/name-stem.ts'
import { fakerNames, natasha } from './names/people.ts'

const here = import.meta.dirname
const [packages = '', data = path.join(here, '../../shared/data')] = process.argv.slice(2)
const gazetteers = path.join(data, 'language/gazetteers')
const fakerLocales = [
  'en',
  'en_US',
  'en_GB',
  'en_IE',
  'en_IN',
  'de',
  'fr',
  'es',
  'it',
  'pl',
  'ru',
  'uk',
  'tr',
]
const cldrLanguages = ['en', 'ru', 'uk', 'kk']

writeFileSync(
  path.join(here, '../src/language/data/name-stems.json'),
  `${JSON.stringify({
    firstName: stemsOf([
      ...natasha(gazetteers, 'first.txt'),
      ...(await fakerNames(packages, fakerLocales, 'first_name')),
    ]),
    lastName: stemsOf(await fakerNames(packages, fakerLocales, 'last_name')),
    city: stemsOf(cldrLanguages.flatMap((language) => exemplarCities(language))),
  })}\n`,
)

function stemsOf(names: readonly string[]): string {
  const stems = names
    .filter((name) => !/[\s.,]/.test(name))
    .map((name) => nameStem(foldWord(name)))
    .filter((stem) => stem.length >= 3)
  return [...new Set(stems)].sort().join(' ')
}

function exemplarCities(language: string): readonly string[] {
  const file = path.join(packages, `cldr-dates-full/main/${language}/timeZoneNames.json`)
  return citiesIn(JSON.parse(readFileSync(file, 'utf8')))
}

function citiesIn(value: unknown): readonly string[] {
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'exemplarCity' && typeof inner === 'string' ? [inner] : citiesIn(inner),
  )
}
