import type { LanguageTag } from '../../model/language-tag.ts'
import type { Mention, NameKind, TextName } from '../../model/marks.ts'
import type { ParsedText } from '../text/parse-text.ts'
import { baseOfFamily, baseOfGiven, genderOf } from './identity/base-form.ts'
import { findPronouns } from './identity/find-pronouns.ts'
import { findTitles, type Office, officesOf } from './identity/offices.ts'
import { personKey } from './identity/person-key.ts'
import { type PersonParts, personParts } from './identity/person-parts.ts'
import { type Thing, thingOf } from './identity/thing-of.ts'
import { unitePeople } from './identity/unite-people.ts'
import type { FoundMention } from './mentions-of.ts'

/** The names of a text and every mention of them. */
export interface Named {
  readonly names: readonly TextName[]
  readonly mentions: readonly Mention[]
}

/**
 * Unites the mentions that name one person, organisation or place, in whatever case form; adds those by office («госсекретарь»,
 * after «госсекретарь США Энтони Блинкен») and by a pronoun in the nominative. Names come in the order of their first mention.
 */
export function uniteNames(parsed: ParsedText, found: readonly FoundMention[]): Named {
  const parts = partsOf(parsed, found)
  const groups = [...peopleIn(parsed, parts), ...thingsIn(parsed, found, parts)].sort(
    (one, other) => (one.mentions[0] ?? 0) - (other.mentions[0] ?? 0),
  )
  const named: Mention[] = []
  for (const [name, { kind, mentions }] of groups.entries())
    for (const at of mentions) {
      const { start, end } = found[at] as FoundMention
      named.push({ start, end, kind, name, by: 'name' })
    }
  const byName = named.sort((one, other) => one.start - other.start)
  const offices = officesOf(parsed, byName)
  const titled = findTitles(parsed, byName, offices)
  const genders = groups.map(({ gender }) => gender)
  const pronouns = findPronouns(parsed, [...byName, ...titled].sort(inOrder), genders)
  return {
    names: groups.map((group, name) => textName(group, officesFor(offices, name))),
    mentions: [...byName, ...titled, ...pronouns].sort(inOrder),
  }
}

function inOrder(one: Mention, other: Mention): number {
  return one.start - other.start || other.end - one.end
}

interface Group {
  readonly kind: NameKind
  readonly key: string
  /** In the base case, the fullest first. */
  readonly forms: readonly string[]
  readonly gender: ReturnType<typeof genderOf>
  /** Places in what was found. */
  readonly mentions: readonly number[]
}

function textName({ kind, key, forms }: Group, offices: readonly string[]): TextName {
  const [name = '', ...aliases] = forms
  return { kind, name, key, aliases, offices }
}

function officesFor(offices: readonly Office[], name: number): readonly string[] {
  return [...new Set(offices.filter((office) => office.name === name).map(({ text }) => text))]
}

/** Of each mention of a person; null for what is none. A text has most of its names several times. */
function partsOf({ text }: ParsedText, found: readonly FoundMention[]): readonly (PersonParts | null)[] {
  const known = new Map<string, PersonParts | null>()
  return found.map(({ kind, start, end }) => {
    if (kind !== 'person') return null
    const written = text.slice(start, end)
    const before = known.get(written)
    if (before !== undefined) return before
    const parts = personParts(written)
    known.set(written, parts)
    return parts
  })
}

function peopleIn({ language }: ParsedText, mentionParts: readonly (PersonParts | null)[]): readonly Group[] {
  const people = [...mentionParts.entries()].flatMap(([at, parts]) => (parts === null ? [] : [{ at, parts }]))
  return unitePeople(people.map(({ parts }) => parts)).map(({ mentions }) => {
    const own = mentions.map(
      (mention) => people[mention] as { readonly at: number; readonly parts: PersonParts },
    )
    const forms = own.map(({ parts }) => parts)
    const gender = genderOf(forms)
    return {
      kind: 'person',
      key: personKey(forms, gender),
      forms: personForms(forms, gender, language),
      gender,
      mentions: own.map(({ at }) => at),
    }
  })
}

/** «Энтони Блинкен», then the family name alone where the text has it so. */
function personForms(
  forms: readonly PersonParts[],
  gender: Group['gender'],
  language: LanguageTag,
): readonly string[] {
  const full = forms.find(({ given }) => given.length > 0)
  const own = forms.filter(
    ({ family }) => full === undefined || family.sounds.some((sound) => full.family.sounds.includes(sound)),
  )
  const family = baseOfFamily(
    own.map((form) => form.family),
    gender,
  )
  if (full === undefined) return [family]
  const given = full.given.map((word, at) =>
    baseOfGiven(
      forms
        .flatMap((form) => form.given[at] ?? [])
        .filter((other) => other.sounds.some((sound) => word.sounds.includes(sound))),
      gender,
      language,
    ),
  )
  const isAlone = forms.some((form) => form.given.length === 0)
  return [`${given.join(' ')} ${family}`, ...(isAlone ? [family] : [])]
}

function thingsIn(
  { text }: ParsedText,
  found: readonly FoundMention[],
  parts: readonly (PersonParts | null)[],
): readonly Group[] {
  const known = new Map<string, Thing>()
  const groups = new Map<string, { kind: NameKind; key: string; texts: string[]; mentions: number[] }>()
  for (const [at, { kind, start, end }] of found.entries()) {
    if ((parts[at] ?? null) !== null) continue
    const written = text.slice(start, end)
    const thing = known.get(written) ?? thingOf(written)
    known.set(written, thing)
    const { key, base } = thing
    const group = groups.get(`${kind} ${key}`) ?? { kind, key, texts: [], mentions: [] }
    group.texts.push(base)
    group.mentions.push(at)
    groups.set(`${kind} ${key}`, group)
  }
  return [...groups.values()].map(({ kind, key, texts, mentions }) => ({
    kind,
    key,
    forms: [...new Set(texts)].sort((one, other) => one.length - other.length).slice(0, formsKept),
    gender: null,
    mentions,
  }))
}

const formsKept = 4
