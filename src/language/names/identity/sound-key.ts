import { caseStem } from './case-stem.ts'

/**
 * How a word sounds, as far as spellings in Russian, Ukrainian, Kazakh and Latin letters agree: its consonants, those that
 * transcriptions mix up as one. «Блинкеном», «Блінкен», "Blinken" → 'blnkn'. Takes a folded word; '' only for ''.
 */
export function soundKey(folded: string): string {
  return soundOf(caseStem(folded))
}

/** The same without taking a case ending off: what a name that only seems to end in one sounds like. */
export function soundOf(folded: string): string {
  const latin = cyrillic.test(folded) ? transcribed(folded) : phonetic(folded)
  const consonants = latin
    .replace(/[aeiouy]+/g, '')
    .replace(/h(?=[bcdfjklmnprstv])/g, '')
    .replace(/(.)\1+/g, '$1')
  return consonants === '' ? latin || folded : consonants
}

const cyrillic = /\p{Script=Cyrillic}/u

function transcribed(word: string): string {
  return word
    .replace(/дж/g, 'j')
    .replace(/^[уў](?=[аеиоуэюяіїє])/, 'v')
    .replace(/[^a-z]/g, (letter) => sounds[letter] ?? '')
}

/** Vowels are told only for words that have no consonant. */
const sounds: Readonly<Record<string, string>> = {
  ...{
    а: 'a',
    ә: 'a',
    э: 'e',
    е: 'e',
    є: 'e',
    и: 'i',
    і: 'i',
    ї: 'i',
    ы: 'i',
    о: 'o',
    ө: 'o',
    у: 'u',
    ұ: 'u',
  },
  ...{
    ү: 'u',
    ю: 'u',
    я: 'a',
    ў: 'v',
    б: 'b',
    в: 'v',
    г: 'h',
    ґ: 'h',
    ғ: 'h',
    х: 'h',
    һ: 'h',
    д: 'd',
    ж: 'j',
  },
  ...{
    з: 's',
    с: 's',
    ц: 's',
    ш: 's',
    щ: 's',
    ч: 'c',
    к: 'k',
    қ: 'k',
    л: 'l',
    м: 'm',
    н: 'n',
    ң: 'n',
    п: 'p',
  },
  ...{ р: 'r', т: 't', ф: 'f' },
}

function phonetic(word: string): string {
  return word
    .replace(/'s$/, '')
    .replace(/^x/, 's')
    .replace(/sch|sh|tz|ts/g, 's')
    .replace(/tch|ch/g, 'c')
    .replace(/kh|gh/g, 'h')
    .replace(/zh/g, 'j')
    .replace(/ph/g, 'f')
    .replace(/th/g, 't')
    .replace(/ck|q/g, 'k')
    .replace(/dj|dzh/g, 'j')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/(?<!c)c(?=[aoulrkt]|$)/g, 'k')
    .replace(/x/g, 'ks')
    .replace(/w/g, 'v')
    .replace(/g/g, 'h')
    .replace(/z/g, 's')
    .replace(/[^a-z]/g, '')
}
