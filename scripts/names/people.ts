import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { type ListName, nameLists } from '../../src/language/data/name-lists.ts'
import type { People } from './invented-texts.ts'

type FakerNames = 'first_name' | 'last_name'

/** Names of one word from Faker, which lies in the folder `packages`, in some of its languages. */
export async function fakerNames(
  packages: string,
  locales: readonly string[],
  kind: FakerNames,
): Promise<readonly string[]> {
  const file = createRequire(path.join(packages, 'x.js')).resolve('@faker-js/faker')
  const { allLocales } = (await import(file)) as {
    readonly allLocales: Readonly<Record<string, { readonly person: Readonly<Record<string, unknown>> }>>
  }
  return locales
    .flatMap((locale) => flat(allLocales[locale]?.person[kind]))
    .filter((name) => !/[\s.,]/.test(name))
}

/** Given names and surnames for invented texts: Faker's, natasha's and shevchenko's in part, our own thrice. */
export async function peopleOf(language: string, packages: string, gazetteers: string): Promise<People> {
  const ofFaker = (kind: FakerNames) => fakerNames(packages, [language], kind)
  if (language === 'ru')
    return {
      given: [
        ...(await ofFaker('first_name')),
        ...each(natasha(gazetteers, 'first.txt'), 6),
        ...own('firstName', russian),
      ],
      family: [
        ...each(await ofFaker('last_name'), 2),
        ...each(natasha(gazetteers, 'last.txt'), 60),
        ...thrice(own('lastName', russian)),
      ],
    }
  if (language === 'uk')
    return {
      given: [...(await ofFaker('first_name')), ...own('firstName', ukrainian)],
      family: [
        ...(await ofFaker('last_name')),
        ...each(shevchenko(gazetteers), 20),
        ...thrice(own('lastName', ukrainian)),
      ],
    }
  const others = ['de', 'fr', 'es', 'pl']
  return {
    given: [...(await ofFaker('first_name')), ...each(await fakerNames(packages, others, 'first_name'), 10)],
    family: [...(await ofFaker('last_name')), ...each(await fakerNames(packages, others, 'last_name'), 10)],
  }
}

/** Natasha's list in a file, with capitals. */
export function natasha(gazetteers: string, file: string): readonly string[] {
  return lines(path.join(gazetteers, 'natasha/natasha/data/dict', file)).map((line) =>
    capital((line.split('#')[0] ?? '').trim()),
  )
}

function shevchenko(gazetteers: string): readonly string[] {
  const folder = 'shevchenko/src/anthroponym-declension/family-name-classifier/data'
  return lines(path.join(gazetteers, folder, 'family-names.csv'))
    .slice(1)
    .map((line) => capital(line.trim()))
}

const russian = /^[А-Яа-яё-]+$/
const ukrainian = /^[А-ЯІЇЄҐа-яіїєґ'-]+$/

function own(list: ListName, letters: RegExp): readonly string[] {
  return (nameLists.get(list) ?? []).filter((name) => letters.test(name))
}

function thrice(names: readonly string[]): readonly string[] {
  return [...names, ...names, ...names]
}

function each(names: readonly string[], step: number): readonly string[] {
  return names.filter((name, at) => at % step === 0 && name.length > 2)
}

function lines(file: string): readonly string[] {
  return readFileSync(file, 'utf8').split('\n')
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}

function flat(names: unknown): readonly string[] {
  if (typeof names === 'string') return [names]
  return names !== null && typeof names === 'object' ? Object.values(names).flatMap(flat) : []
}
