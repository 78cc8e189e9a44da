import { type EndingsByPlace, russianSuffixes } from '../data/russian-suffixes.ts'
import { type Endings, endings, regionAfter, without } from './endings.ts'

const vowels = 'аеиоуыэюя'
const perfectiveGerund = placed(russianSuffixes.perfectiveGerund)
const adjective = endings(russianSuffixes.adjective)
const participle = placed(russianSuffixes.participle)
const reflexive = endings(russianSuffixes.reflexive)
const verb = placed(russianSuffixes.verb)
const noun = endings(russianSuffixes.noun)
const derivational = endings(russianSuffixes.derivational)
const superlative = endings(russianSuffixes.superlative)

const ofNames = endings(russianSuffixes.ofNames)
const kept = russianSuffixes.kept
const shortestName = 3
const shortestStem = 4

/**
 * The Snowball stemmer for Russian, for folded words, but that names have one stem in every case. By Snowball, Киев is
 * «ки» and Киева «киев», Иванов «иван» and Иванова «иванов», Пакистан «пакиста» and Пакистана «пакистан»: here -ов and
 * -ев fall wherever they stand, and what is left is stemmed again as long as enough of it would remain.
 */
export function stemRussian(word: string): string {
  const known = russianSuffixes.forms.get(word)
  if (known !== undefined) return known
  if (ofNames.find(word, 0) !== null && word.length - 2 < shortestName) return word
  const stem = withoutNameEnding(stemAsSnowball(word))
  return stem.length === word.length ? stem : shortestOf(stem)
}

function shortestOf(stem: string): string {
  if (kept.has(stem)) return stem
  const shorter = withoutNameEnding(stemAsSnowball(stem))
  return shorter.length < shortestStem || shorter.length === stem.length ? stem : shortestOf(shorter)
}

function withoutNameEnding(stem: string): string {
  return kept.has(stem) ? stem : without(stem, ofNames.find(stem, shortestName))
}

/** As published (https://snowballstem.org/algorithms/russian/stemmer.html), but for short verbs. */
function stemAsSnowball(word: string): string {
  const rv = regionOfVerbs(word)
  const r2 = regionAfter(word, regionAfter(word, 0, isVowel), isVowel)
  const uninflected = inflection(word, rv)
  const shorter =
    uninflected.endsWith('и') && uninflected.length > rv ? uninflected.slice(0, -1) : uninflected
  return tidied(without(shorter, derivational.find(shorter, Math.max(r2, rv))), rv)
}

function inflection(word: string, rv: number): string {
  const gerund = perfectiveGerund.find(word, rv)
  if (gerund !== null) return without(word, gerund)
  const plain = without(word, reflexive.find(word, rv))
  const ofAdjective = adjective.find(plain, rv)
  if (ofAdjective !== null) {
    const stem = without(plain, ofAdjective)
    return without(stem, participle.find(stem, rv))
  }
  const ofVerb = verb.find(plain, rv)
  // What would leave less is a name: Иван is no verb, nor is Елены.
  const isVerb = ofVerb !== null && plain.length - ofVerb.length >= shortestStem
  return without(plain, isVerb ? ofVerb : noun.find(plain, rv))
}

function tidied(word: string, rv: number): string {
  const plain = without(word, superlative.find(word, rv))
  if (plain.endsWith('нн') && plain.length - 2 >= rv) return plain.slice(0, -1)
  return plain === word && word.endsWith('ь') && word.length > rv ? word.slice(0, -1) : plain
}

function regionOfVerbs(word: string): number {
  for (let at = 0; at < word.length; at += 1) if (isVowel(word.charAt(at))) return at + 1
  return word.length
}

function isVowel(letter: string): boolean {
  return vowels.includes(letter)
}

/** The longest ending of both kinds is the only one tried: one of the first kind in the wrong place is none. */
function placed({ afterA, always }: EndingsByPlace): Endings {
  const all = endings(`${afterA} ${always}`)
  const conditional = new Set(afterA.split(' '))
  return {
    find(word, from) {
      const ending = all.find(word, from)
      if (ending === null || !conditional.has(ending)) return ending
      const before = word.length - ending.length - 1
      return before >= from && 'ая'.includes(word.charAt(before)) ? ending : null
    },
  }
}
