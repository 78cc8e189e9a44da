import { givenNames } from '../../data/given-names.ts'
import { sameGivenName } from '../../data/same-given-names.ts'
import type { Gender } from './base-form.ts'
import type { NameWord, PersonParts } from './person-parts.ts'
import { soundOf } from './sound-key.ts'

/** The key of a person (see `TextName.key`) from all forms that a text has of the name. */
export function personKey(forms: readonly PersonParts[], gender: Gender): string {
  const given = forms.map((form) => form.given[0]).filter((word) => word !== undefined)
  const standing = forms.find((form) => isNominative(form.given[0]))
  const family =
    standing === undefined ? sharedSound(forms.map((form) => form.family)) : soundOf(standing.family.folded)
  return `${family}|${givenKey(given, gender)}`
}

/** A given name that would look otherwise in another case: then the family name beside it is in the base case too. */
function isNominative(word: NameWord | undefined): boolean {
  if (word === undefined) return false
  const { folded } = word
  return (
    (givenNames.masculine.has(folded) && !/[аеиоуіэ]$/.test(folded)) ||
    (givenNames.feminine.has(folded) && /[ая]$/.test(folded))
  )
}

function givenKey(words: readonly NameWord[], gender: Gender): string {
  const [first] = words
  if (first === undefined) return ''
  const names = gender === 'feminine' ? givenNames.feminine : givenNames.masculine
  const listed = words.find(({ folded }) => names.has(folded))
  return sameGivenName(listed === undefined ? sharedSound(words) : soundOf(listed.folded))
}

/** What the most forms may sound like; of equals, what they sound like without a case ending. */
function sharedSound(words: readonly NameWord[]): string {
  const counts = new Map<string, number>()
  for (const { sounds } of words) for (const sound of sounds) counts.set(sound, (counts.get(sound) ?? 0) + 1)
  let best = ''
  for (const [sound, count] of counts) if (count > (counts.get(best) ?? 0)) best = sound
  return best
}
