import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { LabelledName } from '../../bench/language/names/labelled-text.ts'
import { type ListName, nameLists } from '../../src/language/data/name-lists.ts'
import type { NameKind } from '../../src/model/marks.ts'
import { type Case, caseForm } from './case-form.ts'
import { chooser } from './random.ts'

/** Texts that we make up: templates/LANGUAGE.txt, their gaps filled with listed names in the case that is asked for. */
export interface InventedText {
  readonly language: string
  readonly text: string
  readonly gold: readonly LabelledName[]
}

/** Given names and surnames for the gaps, by language. */
export interface People {
  readonly given: readonly string[]
  readonly family: readonly string[]
}

const kinds: Readonly<Record<string, NameKind>> = {
  P: 'person',
  L: 'place',
  O: 'organisation',
  R: 'product',
  E: 'event',
}
const lists: Readonly<Record<string, readonly ListName[]>> = {
  L: ['country', 'city'],
  O: ['organisation', 'organisation', 'outlet'],
  R: ['product'],
  E: ['event', 'event', 'smallEvent'],
}
const foreign: Readonly<Record<string, RegExp>> = {
  ru: /[іїєґқғңөұүһә]/i,
  uk: /[ыэёъқғңөұүһә]|[сц]кая/i,
  en: /[^ -~]/,
}

/** Each template so many times, always the same texts. */
export function inventedTexts(language: string, times: number, people: People): readonly InventedText[] {
  const file = path.join(import.meta.dirname, `templates/${language}.txt`)
  const templates = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
  const { oneOf, chance } = chooser(language.length * 7 + language.charCodeAt(0))
  const names = Object.fromEntries(
    Object.entries(lists).map(([gap, some]) => [
      gap,
      some.map((list) => (nameLists.get(list) ?? []).filter((name) => isOf(name))),
    ]),
  )
  return Array.from({ length: times }, () => templates)
    .flat()
    .map((template) => filled(template))

  function isOf(name: string): boolean {
    return !foreign[language]?.test(name) && (language !== 'en' || /[a-z]/i.test(name))
  }

  function filled(template: string): InventedText {
    const gold: LabelledName[] = []
    let text = ''
    let rest = template
    while (rest !== '') {
      const gap = /^(?:\{(\w)(?::(\w))?\}|\[(\w)\|([^\]]*)\])/.exec(rest)
      if (gap === null) {
        text += rest.charAt(0)
        rest = rest.slice(1)
        continue
      }
      const [whole, slot, asked, outer, inner] = gap
      const start = text.length
      text +=
        slot === undefined
          ? (inner ?? '').replace(/\{(\w):(\w)\}/g, (_, one, other) => nameFor(one, other))
          : nameFor(slot, asked ?? 'n')
      gold.push({ start, end: text.length, kind: kinds[slot ?? outer ?? ''] ?? 'person' })
      rest = rest.slice(whole.length)
    }
    return { language, text, gold }
  }

  function nameFor(slot: string, asked: string): string {
    const isPerson = slot === 'P'
    const name = isPerson ? person() : oneOf(oneOf(names[slot] ?? []))
    return caseForm(name, language, asked as Case, isPerson)
  }

  function person(): string {
    const family = oneOf(people.family)
    const given = oneOf(people.given)
    if (chance(0.25)) return family
    if (chance(0.06)) return `${given.charAt(0)}.${family}`
    if (chance(0.06)) return `${given.charAt(0)}. ${family}`
    if (chance(0.04)) return given
    if (chance(0.06)) return `${given} ${oneOf(people.given)} ${family}`
    return `${given} ${family}`
  }
}
