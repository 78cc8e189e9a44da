import { knownThings, stemsOf } from '../../data/known-things.ts'
import { soundOf } from './sound-key.ts'

/**
 * The key of an organisation, place, product or event: a code where it is one that is known in several languages
 * ('KZ', 'un'), else the stems of its words in Latin letters, vowels as one, so that case forms and scripts agree as
 * far as they can. What has no word is its own key.
 */
export function thingKey(name: string): string {
  const stems = stemsOf(name)
  return knownThings.get(stems)?.code ?? (stems.split(' ').map(inLatin).join(' ') || name)
}

/** The name in the base case where it is known, else as it stands. Of two languages’ spellings it is the one nearer to it. */
export function baseOfThing(name: string): string {
  const names = knownThings.get(stemsOf(name))?.names ?? [name]
  return names.reduce((best, other) => (sameLetters(other, name) > sameLetters(best, name) ? other : best))
}

function sameLetters(one: string, other: string): number {
  let same = 0
  while (same < one.length && one[same] === other[same]) same += 1
  return same
}

/** Whole sounds where the name is short: consonants alone would make one of Рим and Рома. */
function inLatin(stem: string): string {
  return [...stem]
    .map((letter) => (vowels.has(letter) ? 'a' : soundOf(letter)))
    .join('')
    .replace(/a+/g, 'a')
}

const vowels: ReadonlySet<string> = new Set('аеёиоуыэюяієїәөұүaeiouy')
