import type { LanguageTag } from '../model/language-tag.ts'
import { type LanguageGrams, languageGrams } from './data/language-grams.ts'
import { scriptLanguages } from './data/script-languages.ts'
import { eachGram } from './each-gram.ts'
import { letterRuns } from './letter-runs.ts'

/** So many letters tell a language; more would only take time. */
const enoughLetters = 1500
/** With fewer, a guess is worth no more than none. */
const tooFewLetters = 3
/** In every language there are headlines that are but a name in Latin letters: so few do not speak against what was declared. */
const lettersOfNames = 20
/** By how much (natural logarithm of odds) the text must speak against what was declared, or for anything at all. */
const marginOverHint = 3
const marginOverNext = 0.5
/** What a short text must say more clearly than that it is of a language which the desk was made for. */
const rarer = 4
const expected: ReadonlySet<LanguageTag> = new Set(['ru', 'uk', 'be', 'bg', 'kk', 'ky', 'uz', 'en'])

/**
 * The language that most of a text is written in; `hint` is what the page or its source declares, taken where the text
 * does not speak against it. 'und' when there is neither enough text nor a hint.
 */
export function identifyLanguage(text: string, hint?: LanguageTag): LanguageTag {
  const runs = letterRuns(text.slice(0, enoughLetters * 4))
  const script = mainScript(runs)
  if (script === null) return hint ?? 'und'
  if (script === 'Latin' && hint !== undefined && runs.length < lettersOfNames) return hint
  const model = languageGrams.get(script)
  if (model === undefined) return languageOfScript(script, runs, hint)
  return byGrams(inScript(runs, script), model, hint)
}

function byGrams(runs: string, model: LanguageGrams, hint: LanguageTag | undefined): LanguageTag {
  const scores = scoresOf(runs, model)
  const order = [...scores.keys()].sort((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0))
  const [first = 0, second = 0] = order
  const hinted = hint === undefined ? -1 : model.languages.indexOf(hint)
  const best = scores[first] ?? 0
  if (hinted >= 0 && best - (scores[hinted] ?? 0) < marginOverHint) return model.languages[hinted] ?? 'und'
  if (best - (scores[second] ?? 0) < marginOverNext) return hint ?? 'und'
  return model.languages[first] ?? 'und'
}

function scoresOf(runs: string, { languages, places, weights }: LanguageGrams): Float64Array {
  const scores = Float64Array.from(languages, (language) => (expected.has(language) ? 0 : -rarer))
  eachGram(runs, enoughLetters, (gram) => {
    const place = places.get(gram)
    if (place === undefined) return
    for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] ?? 0) + (weights[place + at] ?? 0)
  })
  return scores
}

const scripts: readonly (readonly [name: string, letter: RegExp])[] = [
  'Latin',
  'Cyrillic',
  ...scriptLanguages.keys(),
].map((name) => [name, new RegExp(`\\p{Script=${name}}`, 'gu')])

/** The one most letters are of; but names are written in Latin letters everywhere, so that a third of others decides. */
function mainScript(runs: string): string | null {
  const counts = countLetters(runs).filter(([, count]) => count > 0)
  const all = counts.reduce((sum, [, count]) => sum + count, 0)
  if (all < tooFewLetters) return null
  const [most] = counts.sort(([, one], [, other]) => other - one)
  const other = counts.find(([name]) => name !== 'Latin')
  return (other !== undefined && other[1] >= all / 3 ? other : most)?.[0] ?? null
}

/** How many letters are of each script. Those of most texts are counted by their codes, only others by asking for each script. */
function countLetters(runs: string): (readonly [script: string, count: number])[] {
  let latin = 0
  let cyrillic = 0
  let others = ''
  for (let at = 0; at < runs.length; at += 1) {
    const code = runs.charCodeAt(at)
    if (code >= 0x61 && code <= 0x7a) latin += 1
    else if (code >= 0x430 && code <= 0x45f) cyrillic += 1
    else if (code > 0x7f) others += runs[at]
  }
  return scripts.map(([name, letter]) => {
    const counted = name === 'Latin' ? latin : name === 'Cyrillic' ? cyrillic : 0
    return [name, counted + (others === '' ? 0 : (others.match(letter)?.length ?? 0))]
  })
}

function inScript(runs: string, script: string): string {
  return runs
    .replace(new RegExp(`[^ ']*[^\\p{Script=${script}}\\p{M} '][^ ']*`, 'gu'), ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
}

/** Where several languages share a script, letters of their own tell them; else what was declared does. */
function languageOfScript(script: string, runs: string, hint: LanguageTag | undefined): LanguageTag {
  const usual = scriptLanguages.get(script) ?? 'und'
  if (script === 'Han' && /[\u3040-\u30ff]/.test(runs)) return 'ja'
  if (script === 'Arabic') return arabic.find(([, letters]) => letters.test(runs))?.[0] ?? hint ?? usual
  return script === 'Devanagari' || script === 'Hebrew' || script === 'Ethiopic' ? (hint ?? usual) : usual
}

const arabic: readonly (readonly [LanguageTag, RegExp])[] = [
  ['ur', /[ٹڈڑےں]/],
  ['ug', /[ېۇۈۆە]/],
  ['fa', /[پچژگ]|[کی]/],
]
