import { readFileSync } from 'node:fs'
import type { LanguageTag } from '../../model/language-tag.ts'
import type { EncounterKind } from '../../model/marks.ts'
import { foldWord } from '../fold-word.ts'
import { nameStem } from '../names/name-stem.ts'

export type CueForm = 'past' | 'present' | 'future' | 'infinitive' | 'base' | 'gerund' | 'denied' | 'noun'

/** A word that tells of an encounter: what kind, in which form, and what the verb takes. */
export interface EncounterCue {
  readonly kind: EncounterKind
  readonly form: CueForm
  /**
   * Someone with a preposition or as its object; a place with a preposition or as its object; the place that is left as its
   * object, or one or the other ("left Orme", "left for Orme").
   */
  readonly takes: 'with' | 'object' | 'with-object' | 'place' | 'place-object' | 'origin' | 'leave' | 'none'
  /** How one of the words right before or behind it begins («телефонный разговор»); empty where it needs none. */
  readonly beside: readonly string[]
}

type SmallWords =
  | 'with'
  | 'into'
  | 'from'
  | 'between'
  | 'by'
  | 'of'
  | 'and'
  | 'then'
  | 'other'
  | 'boundaries'
  | 'relative'
  | 'negations'
  | 'denials'
  | 'plans'
  | 'achieved'
  | 'purposes'
  | 'ahead'
  | 'past'
  | 'continues'
  | 'phone'
  | 'pronouns'
  | 'obliques'
  | 'determiners'
  | 'possessives'
  | 'places'
  | 'shares'

export interface EncounterCues {
  readonly language: LanguageTag
  /** By the forms of words, folded. One that needs a word beside it comes first. */
  readonly words: ReadonlyMap<string, readonly EncounterCue[]>
  /** «провёл», "held": the tense of what a noun tells of. */
  readonly holding: ReadonlyMap<string, CueForm>
  readonly small: Readonly<Record<SmallWords, ReadonlySet<string>>>
  /** Words for people and bodies that are no office («делегация»), by their stems (`nameStem`). */
  readonly groups: ReadonlyMap<string, string>
}

type Tense = 'past' | 'present' | 'future' | 'infinitive' | 'denied'

/** Slavic pasts with a hyphen stand for all four forms («прибы-», «встрети-ся»); English verbs are base, third, past, participle, gerund. */
interface Table {
  readonly verbs: readonly ({
    readonly kind: EncounterKind
    readonly takes?: EncounterCue['takes']
    readonly forms?: string
  } & { readonly [tense in Tense]?: string })[]
  readonly nouns: readonly {
    readonly kind: EncounterKind
    readonly forms: string
    readonly beside?: string
  }[]
  readonly holding: { readonly [tense in Tense]?: string }
  readonly words: Readonly<Record<SmallWords, string>>
  readonly groups: string
}

/** The cues of Russian, Ukrainian, English or Kazakh, or null of any other language. */
export function encounterCuesOf(language: LanguageTag): EncounterCues | null {
  return byLanguage.get(language) ?? null
}

const byLanguage: ReadonlyMap<LanguageTag, EncounterCues> = new Map(
  ['ru', 'uk', 'en', 'kk'].map((language) => [language, load(language)]),
)

function load(language: LanguageTag): EncounterCues {
  const file = new URL(`./encounter-cues/${language}.json`, import.meta.url)
  const table = JSON.parse(readFileSync(file, 'utf8')) as Table
  const words = new Map<string, EncounterCue[]>()
  const add = (word: string, cue: EncounterCue): void => {
    const folded = foldWord(word)
    const known = words.get(folded) ?? []
    if (!known.some(({ form, kind, takes }) => form === cue.form && kind === cue.kind && takes === cue.takes))
      words.set(folded, cue.beside.length > 0 ? [cue, ...known] : [...known, cue])
  }
  for (const verb of table.verbs)
    for (const [form, word] of [...formsOf(verb, language), ...englishForms(verb.forms ?? '')])
      add(word, { kind: verb.kind, takes: verb.takes ?? 'none', form, beside: [] })
  for (const { kind, forms, beside } of table.nouns)
    for (const word of listed(forms))
      add(word, { kind, takes: 'none', form: 'noun', beside: listed(beside ?? '') })
  return {
    language,
    words,
    holding: new Map(formsOf(table.holding, language).map(([form, word]) => [foldWord(word), form])),
    small: Object.fromEntries(
      Object.entries(table.words).map(([kind, written]) => [kind, new Set(listed(written).map(foldWord))]),
    ) as unknown as EncounterCues['small'],
    groups: new Map(listed(table.groups).map((word) => [nameStem(foldWord(word)), word])),
  }
}

function formsOf(
  verb: { readonly [tense in Tense]?: string },
  language: LanguageTag,
): readonly (readonly [CueForm, string])[] {
  const tenses = ['past', 'present', 'future', 'infinitive', 'denied'] as const
  return tenses.flatMap((tense) =>
    listed(verb[tense] ?? '')
      .flatMap((word) => pastForms(word, language))
      .map((word) => [tense, word] as const),
  )
}

function pastForms(word: string, language: LanguageTag): readonly string[] {
  const [, stem, reflexive] = /^(.+)-(ся)?$/.exec(word) ?? []
  if (stem === undefined) return [word]
  const bare = [language === 'uk' ? 'в' : 'л', 'ла', 'ло', 'ли'].map((ending) => stem + ending)
  if (reflexive === undefined) return bare
  return bare.flatMap((form) =>
    language === 'uk' ? [`${form}ся`, `${form}сь`] : [`${form}${form.endsWith('л') ? 'ся' : 'сь'}`],
  )
}

function englishForms(forms: string): readonly (readonly [CueForm, string])[] {
  const order = ['base', 'present', 'past', 'past', 'gerund'] as const
  return listed(forms).flatMap((verb) =>
    verb.split(',').map((word, at) => [order[at] ?? 'base', word] as const),
  )
}

function listed(written: string): readonly string[] {
  return written.split(' ').filter(Boolean)
}
