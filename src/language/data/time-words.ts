import { readFileSync } from 'node:fs'
import type { LanguageTag } from '../../model/language-tag.ts'
import type { Granularity } from '../../model/marks.ts'
import { foldWord } from '../fold-word.ts'

export type TimeUnit = Exclude<Granularity, 'part-of-day' | 'season'>
export type PartOfDay = 'MO' | 'DT' | 'AF' | 'EV' | 'NI'
export type Season = 'SP' | 'SU' | 'FA' | 'WI'

/** What a word, or a phrase, has to say about time; a word may mean several things («лет», "second", "May"). */
export interface TimeWord {
  readonly month?: number
  /** Monday is 1. */
  readonly weekday?: number
  readonly unit?: TimeUnit
  /** NaN: some number ("several"). */
  readonly cardinal?: number
  /** -1: the last. */
  readonly ordinal?: number
  /** Days from the article's day. */
  readonly day?: number
  /** A unit and how many of it from the one that the text last told of («в том же году»: 'year 0'). */
  readonly told?: string
  readonly part?: PartOfDay
  /** A part of the day that says so alone («ночью»), or that a clock time is in («вечера» of «8 вечера»). */
  readonly partAdverb?: PartOfDay
  readonly clockPart?: PartOfDay
  /** An hour with a name: noon is 12, midnight 0. */
  readonly clock?: number
  readonly season?: Season
  readonly seasonAdverb?: Season
  /** last is -1, this 0, next 1. */
  readonly which?: number
  /** A unit and which of it («былтыр»: 'year -1'). */
  readonly period?: string
  /** TIMEX3 values. */
  readonly duration?: string
  readonly reference?: string
  readonly set?: string
  readonly everyWeekday?: number
  /** A rule of `holidayOn`. */
  readonly holiday?: string
  /** A decade by its tens: 90 of "nineties". */
  readonly tens?: number
  /** Minutes ahead of UTC of a zone that is named so. */
  readonly zone?: number
  /** May mean something else: counts only beside more of a time. */
  readonly isWeak?: boolean
  readonly roles: ReadonlySet<string>
  /** A time may begin with it. */
  readonly isStart: boolean
}

export interface TimeWords {
  /** By folded words; a phrase by its words with a space between them. */
  readonly words: ReadonlyMap<string, TimeWord>
  /** The words that may come second in a phrase that begins with this one. */
  readonly seconds: ReadonlyMap<string, ReadonlySet<string>>
  readonly past: ReadonlySet<string>
  readonly future: ReadonlySet<string>
  /** Endings of verbs that tell of the past; of those of what is going on or ahead. */
  readonly pastEndings: RegExp | null
  readonly futureEndings: RegExp | null
}

type Sections = Readonly<Record<string, Readonly<Record<string, string>>>>

/**
 * How a language speaks of time, by src/language/data/time-words/LANGUAGE.json, or null where there is none. In it a word
 * is a stem with its endings («март//а/у», '//' for none at all), an ending in capitals names a list of `endings`, and
 * words of a phrase are joined by underscores.
 */
export function readTimeWords(language: LanguageTag): TimeWords | null {
  if (!written.includes(language)) return null
  const file = new URL(`./time-words/${language}.json`, import.meta.url)
  const { weak, ...sections } = JSON.parse(readFileSync(file, 'utf8')) as Sections & { readonly weak: string }
  return timeWordsOf(sections, weak)
}

const written: readonly LanguageTag[] = ['en', 'kk', 'ru', 'uk']

type Meaning = Omit<TimeWord, 'roles' | 'isStart'>

/** Roles of words that a time may begin with. */
const startRoles = [
  'the',
  'in',
  'agoBefore',
  'after',
  'within',
  'during',
  'approximately',
  'early',
  'middle',
  'late',
  'sooner',
  'every',
  'fiscal',
]

/** The words of sections as the files have them. */
export function timeWordsOf(sections: Sections, weak: string): TimeWords {
  const words = new Map<string, Meaning & { readonly roles: Set<string> }>()
  const endings = sections.endings ?? {}
  const formsOf = (list: string | undefined): readonly string[] =>
    (list ?? '').split(/\s+/).flatMap((entry) => (entry === '' ? [] : spelledOut(entry, endings)))
  const add = (form: string, meaning: Meaning): void => {
    const known = words.get(form)
    if (known === undefined) words.set(form, { roles: new Set(), ...meaning })
    else Object.assign(known, meaning)
  }
  for (const [section, meaningOf] of Object.entries(meanings))
    for (const [key, list] of Object.entries(sections[section] ?? {}))
      for (const form of formsOf(list)) add(form, meaningOf(key))
  for (const [role, list] of Object.entries(sections.roles ?? {}))
    for (const form of formsOf(list)) {
      if (!words.has(form)) words.set(form, { roles: new Set() })
      words.get(form)?.roles.add(role)
    }
  for (const form of formsOf(weak)) if (words.has(form)) add(form, { isWeak: true })
  const seconds = new Map<string, Set<string>>()
  for (const phrase of words.keys()) {
    const [first = '', second] = phrase.split(' ')
    if (second !== undefined) seconds.set(first, (seconds.get(first) ?? new Set()).add(second))
  }
  return {
    words: new Map([...words].map(([form, word]) => [form, { ...word, isStart: isStart(word) }])),
    seconds,
    past: new Set(formsOf(sections.tense?.past)),
    future: new Set(formsOf(sections.tense?.future)),
    pastEndings: endingIn(sections.tense?.pastEndings),
    futureEndings: endingIn(sections.tense?.futureEndings),
  }
}

function endingIn(endings: string | undefined): RegExp | null {
  return endings === undefined ? null : new RegExp(`.{2}(?:${endings.replaceAll(' ', '|')})$`)
}

function isStart({ isWeak, roles, ...meaning }: Meaning & { readonly roles: ReadonlySet<string> }): boolean {
  return Object.keys(meaning).length > 0 || startRoles.some((role) => roles.has(role))
}

const meanings: Readonly<Record<string, (key: string) => Meaning>> = {
  months: (key) => ({ month: Number(key) }),
  weekdays: (key) => ({ weekday: Number(key) }),
  units: (key) => ({ unit: key as TimeUnit }),
  cardinals: (key) => ({ cardinal: Number(key) }),
  ordinals: (key) => ({ ordinal: Number(key) }),
  days: (key) => ({ day: Number(key) }),
  told: (key) => ({ told: key }),
  parts: (key) => ({ part: key as PartOfDay }),
  partAdverbs: (key) => ({ partAdverb: key as PartOfDay }),
  clockParts: (key) => ({ clockPart: key as PartOfDay }),
  clocks: (key) => ({ clock: Number(key) }),
  seasons: (key) => ({ season: key as Season }),
  seasonAdverbs: (key) => ({ seasonAdverb: key as Season }),
  which: (key) => ({ which: Number(key) }),
  periods: (key) => ({ period: key }),
  durations: (key) => ({ duration: key }),
  references: (key) => ({ reference: key }),
  sets: (key) => ({ set: key }),
  everyWeekday: (key) => ({ everyWeekday: Number(key) }),
  holidays: (key) => ({ holiday: key }),
  zones: (key) => ({ zone: Number(key) }),
  tens: (key) => ({ tens: Number(key) }),
}

/** Each form that an entry stands for, folded. */
function spelledOut(entry: string, endings: Readonly<Record<string, string>>): readonly string[] {
  return entry
    .split('_')
    .map((part) => formsOfWord(part, endings))
    .reduce<readonly string[]>(
      (phrases, forms) =>
        phrases.flatMap((phrase) => forms.map((form) => `${phrase}${phrase && ' '}${form}`)),
      [''],
    )
}

function formsOfWord(part: string, endings: Readonly<Record<string, string>>): readonly string[] {
  const [stem = '', ...own] = part.split('/')
  const all = own.flatMap((ending) => endings[ending]?.split(' ') ?? [ending])
  return (all.length === 0 ? [''] : all).map((ending) => foldWord(`${stem}${ending}`) || `${stem}${ending}`)
}
