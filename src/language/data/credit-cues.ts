import { readFileSync } from 'node:fs'
import type { LanguageTag } from '../../model/language-tag.ts'
import type { CreditKind } from '../../model/marks.ts'
import { foldWord } from '../fold-word.ts'
import { slavicCuesOf } from './slavic-cues.ts'

/** Words and phrases that credit, by what they do; all are folded. */
export interface CreditCues {
  /** Every word that a cue begins with. */
  readonly starts: ReadonlySet<string>
  /** Forms of verbs of telling; impersonal ones («говорится») have no subject. */
  readonly verbs: ReadonlyMap<string, VerbForm>
  /** How verbs begin by which one says something in a post. */
  readonly posted: Beginnings<true>
  /** «об этом»: all that was told before. */
  readonly this: Phrases<true>
  /** «как» before a verb of telling. */
  readonly as: ReadonlySet<string>
  /** «по данным», «со ссылкой на»: the source stands behind. */
  readonly by: Phrases<ByPhrase>
  /** «мәліметінше»: the source stands before. */
  readonly behind: Phrases<ByPhrase>
  /** «в интервью», "told": the medium that was spoken to stands behind. */
  readonly venue: Phrases<true>
  /** What a document is called, and its base case. */
  readonly documents: Beginnings<string>
  /** What a medium is called, and its kind. */
  readonly media: Beginnings<'agency' | 'outlet'>
  /** What one's own place to post is called («Telegram-канал»). */
  readonly blogs: Beginnings<true>
  /** What a body is called. */
  readonly bodies: Beginnings<BodyWord>
  readonly spokesmen: Beginnings<true>
  readonly journalists: Beginnings<true>
  /** Those who are not named: a source, experts. */
  readonly quiet: Beginnings<true>
  readonly words: Readonly<Record<SmallWords, ReadonlySet<string>>>
}

/** 'named' ones are told apart by a name only; the base case, where the table has it. */
export interface BodyWord {
  readonly needs: 'named' | 'whole'
  readonly base: string | null
}

export type VerbForm = 'plural' | 'impersonal' | 'other'

/** What a source is taken for that nothing tells; 'cited' stands behind another that has it from this one. */
export type ByPhrase = Exclude<CreditKind, 'document'> | 'cited' | 'source' | 'none'

/** By their first word: the words that follow, longest first. */
export type Phrases<Value> = ReadonlyMap<
  string,
  readonly { readonly rest: readonly string[]; readonly value: Value }[]
>

/** How words begin, by their first two letters, longest first. */
export type Beginnings<Value> = ReadonlyMap<
  string,
  readonly { readonly beginning: string; readonly value: Value }[]
>

const smallWords = [
  'asides',
  'days',
  'months',
  'occasions',
  'in',
  'office',
  'own',
  'pages',
  'and',
  'stops',
  'quoting',
  'notice',
  'articles',
  'stated',
] as const

type SmallWords = (typeof smallWords)[number]

type Table = Readonly<Record<Exclude<keyof CreditCues, 'words' | 'starts'> | SmallWords, string>>

/** The cues of Russian, Ukrainian, Kazakh or English, or null of any other language. */
export function creditCuesOf(language: LanguageTag): CreditCues | null {
  return byLanguage.get(language) ?? null
}

const byLanguage: ReadonlyMap<LanguageTag, CreditCues> = new Map([
  ['ru', load('russian', 'ru')],
  ['uk', load('ukrainian', 'uk')],
  ['en', load('english', 'en')],
  ['kk', load('kazakh', 'kk')],
])

function load(name: string, language: LanguageTag): CreditCues {
  const table = JSON.parse(
    readFileSync(new URL(`./${name}-credit-cues.json`, import.meta.url), 'utf8'),
  ) as Table
  const verbs = verbsOf(table, language)
  const by = phrases(table.by, (value) => value as ByPhrase)
  const behind = phrases(table.behind, (value) => value as ByPhrase)
  const venue = phrases(table.venue, () => true as const)
  return {
    verbs,
    posted: beginnings(table.posted, () => true),
    this: phrases(table.this, () => true),
    as: wordSet(table.as),
    by,
    behind,
    venue,
    starts: new Set([...verbs.keys(), ...by.keys(), ...behind.keys(), ...venue.keys()]),
    documents: beginnings(table.documents, (value) => value),
    media: beginnings(table.media, (value) => value as 'agency' | 'outlet'),
    blogs: beginnings(table.blogs, () => true),
    bodies: beginnings(table.bodies, bodyWord),
    spokesmen: beginnings(table.spokesmen, () => true),
    journalists: beginnings(table.journalists, () => true),
    quiet: beginnings(table.quiet, () => true),
    words: Object.fromEntries(smallWords.map((kind) => [kind, wordSet(table[kind])])) as CreditCues['words'],
  }
}

/** Those of statements that take a clause, and those of the table. */
function verbsOf(table: Table, language: LanguageTag): ReadonlyMap<string, VerbForm> {
  const verbs = new Map<string, VerbForm>()
  for (const [written, { clause, form }] of slavicCuesOf(language)?.verbs ?? [])
    if (clause === 'says' && form !== 'infinitive' && form !== 'gerund')
      verbs.set(written, form === 'plural' || form === 'impersonal' ? form : 'other')
  for (const [written, form] of listed(table.verbs))
    verbs.set(foldWord(written), (form || 'other') as VerbForm)
  return verbs
}

/** «whole=министерство». */
function bodyWord(written: string): BodyWord {
  const [needs, base] = written.split('=')
  return { needs: needs === 'whole' ? 'whole' : 'named', base: base ?? null }
}

function phrases<Value>(written: string, read: (value: string) => Value): Phrases<Value> {
  const byFirst = new Map<string, { rest: readonly string[]; value: Value }[]>()
  for (const entry of written.split('|').filter(Boolean)) {
    const [phrase = '', value = ''] = entry.split(':')
    const [first = '', ...rest] = phrase.split(' ').map(foldWord)
    byFirst.set(first, [...(byFirst.get(first) ?? []), { rest, value: read(value) }])
  }
  for (const some of byFirst.values()) some.sort((one, other) => other.rest.length - one.rest.length)
  return byFirst
}

function beginnings<Value>(written: string, read: (value: string) => Value): Beginnings<Value> {
  const byLetters = new Map<string, { beginning: string; value: Value }[]>()
  for (const [word, value] of listed(written)) {
    const beginning = foldWord(word)
    const letters = beginning.slice(0, 2)
    byLetters.set(letters, [...(byLetters.get(letters) ?? []), { beginning, value: read(value) }])
  }
  for (const some of byLetters.values())
    some.sort((one, other) => other.beginning.length - one.beginning.length)
  return byLetters
}

function listed(written: string): readonly (readonly [word: string, value: string])[] {
  return written
    .split(' ')
    .filter(Boolean)
    .map((entry) => {
      const [word = '', value = ''] = entry.split(':')
      return [word, value] as const
    })
}

function wordSet(written: string): ReadonlySet<string> {
  return new Set(written.split(' ').filter(Boolean).map(foldWord))
}
