import { knownThings, stemsOf } from '../../data/known-things.ts'
import { soundOf } from './sound-key.ts'

export interface Thing {
  readonly key: string
  /** Its name in the base case where it is known, else as it stands. Of two languages’ spellings it is the one nearer to it. */
  readonly base: string
}

/**
 * An organisation, place, product or event by its name. Its key is a code where it is one that is known in several languages
 * ('KZ', 'un'), else the stems of its words in Latin letters, vowels as one, so that case forms and scripts agree as
 * far as they can. What has no word is its own key.
 */
export function thingOf(name: string): Thing {
  const stems = stemsOf(name)
  const known = knownThings.get(stems)
  return {
    key: known?.code ?? (stems.split(' ').map(inLatin).join(' ') || name),
    base: (known?.names ?? [name]).reduce((best, other) =>
      sameLetters(other, name) > sameLetters(best, name) ? other : best,
    ),
  }
}

function sameLetters(one: string, other: string): number {
  let same = 0
  while (same < one.length && one[same] === other[same]) same += 1
  return same
}

/** Whole sounds where the name is short: consonants alone would make one of Рим and Рома. */
function inLatin(stem: string): string {
  let latin = ''
  for (const letter of stem) latin += sounds.get(letter) ?? soundOf(letter)
  return latin.replace(/a+/g, 'a')
}

const vowels = 'аеёиоуыэюяієїәөұүaeiouy'
/** Of the letters that most names are written in: asking for each at each name would take too long. */
const sounds: ReadonlyMap<string, string> = new Map([
  ...[...'бвгґғджзйкқлмнңпрстўфхһцчшщъьbcdfghjklmnpqrstvwxz'].map((letter): [string, string] => [
    letter,
    soundOf(letter),
  ]),
  ...[...vowels].map((letter): [string, string] => [letter, 'a']),
])
