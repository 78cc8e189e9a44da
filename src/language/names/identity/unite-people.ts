import type { NameWord, PersonParts } from './person-parts.ts'

/** Mentions of one person: places in the list that was given. */
export interface Person {
  readonly mentions: readonly number[]
}

interface Growing {
  readonly mentions: number[]
  readonly forms: PersonParts[]
}

/**
 * Which of a text's mentions are of one person. Fuller names come first: a family name, a given name or initials alone
 * belong to who is called so in full, the nearest before them where there are several; else they are a person of their own.
 */
export function unitePeople(mentions: readonly PersonParts[]): readonly Person[] {
  const people: Growing[] = []
  const order = [...mentions.keys()].sort(
    (one, other) => fullness(mentions[other]) - fullness(mentions[one]) || one - other,
  )
  for (const at of order) {
    const parts = mentions[at] as PersonParts
    const meant = personMeant(people, parts, at)
    if (meant === null) people.push({ mentions: [at], forms: [parts] })
    else {
      meant.mentions.push(at)
      meant.forms.push(parts)
    }
  }
  return people
    .map(({ mentions: some }) => ({ mentions: some.sort((one, other) => one - other) }))
    .sort((one, other) => (one.mentions[0] ?? 0) - (other.mentions[0] ?? 0))
}

function fullness(parts: PersonParts | undefined): number {
  if (parts === undefined) return 0
  return (
    Math.min(parts.given.length, 2) * 4 +
    (parts.patronymic === null ? 0 : 2) +
    Math.min(parts.initials.length, 1)
  )
}

function personMeant(people: readonly Growing[], parts: PersonParts, at: number): Growing | null {
  const isBare = fullness(parts) === 0
  const byFamily = people.filter(({ forms }) => forms.some((form) => isOne(form, parts)))
  if (byFamily.length > 0) return nearest(byFamily, at)
  if (!isBare) return null
  const byGiven = people.filter(({ forms }) =>
    forms.some(({ given }) => given.some((word) => soundAlike(word, parts.family))),
  )
  return byGiven.length > 0 ? nearest(byGiven, at) : null
}

/** The last one named before, else the first one after. */
function nearest(people: readonly Growing[], at: number): Growing | null {
  let best: Growing | null = null
  let bestAt = Number.NEGATIVE_INFINITY
  for (const person of people)
    for (const mention of person.mentions) {
      const distance = mention < at ? mention : -mention
      if (best === null || distance > bestAt) {
        best = person
        bestAt = distance
      }
    }
  return best
}

/** Same family name, and nothing in the given names, patronymic and initials against it. */
export function isOne(one: PersonParts, other: PersonParts): boolean {
  if (!soundAlike(one.family, other.family)) return false
  if (one.given.length > 0 && other.given.length > 0)
    return one.given.some((word) => other.given.some((another) => soundAlike(word, another)))
  return initialsFit(one, other) && initialsFit(other, one)
}

function initialsFit({ initials }: PersonParts, { given }: PersonParts): boolean {
  const [first] = initials
  return first === undefined || given.length === 0 || given.some(({ folded }) => folded.startsWith(first))
}

function soundAlike(one: NameWord, other: NameWord): boolean {
  return one.folded === other.folded || one.sounds.some((sound) => other.sounds.includes(sound))
}
