import { readFileSync } from 'node:fs'
import type { LanguageTag } from '../../model/language-tag.ts'
import type { Statement } from '../../model/marks.ts'
import { foldWord } from '../fold-word.ts'

type Act = Statement['act']

/** What a verb takes: a clause («сказал, что …», a quotation), «о» with a noun («заявил о планах»), an object («поблагодарил …»). */
export interface SlavicCue {
  readonly verb: string
  readonly clause: Act | null
  readonly about: Act | null
  readonly object: Act | null
  /** Masculine or feminine past, plural, a participle («заявив»), nothing said («говорится») or any other form. */
  readonly form: 'masculine' | 'feminine' | 'plural' | 'gerund' | 'impersonal' | 'infinitive' | 'other'
}

export interface SlavicCues {
  /** By the forms of verbs, folded. */
  readonly verbs: ReadonlyMap<string, SlavicCue>
  /** «по словам»: by its first word, then by the rest of it. */
  readonly phrases: ReadonlyMap<string, ReadonlyMap<string, Act>>
  readonly words: Readonly<Record<SmallWords, ReadonlySet<string>>>
}

type SmallWords =
  | 'conjunctions'
  | 'subordinators'
  | 'prepositions'
  | 'pronouns'
  | 'possessives'
  | 'adverbs'
  | 'datives'
  | 'roles'
  | 'persons'
  | 'as'
  | 'about'
  | 'negations'
  | 'in'
  | 'that'
  | 'questions'
  | 'and'
  | 'we'
  | 'editorial'

/** `present`: stems of the present where the infinitive does not tell them. `forms`: forms that no rule makes. */
interface Table {
  readonly says: Readonly<Record<'clause' | 'about' | 'object', string>>
  readonly thinks: Readonly<Record<'clause' | 'about' | 'object', string>>
  readonly present: string
  readonly forms: string
  readonly impersonal: string
  readonly phrases: Readonly<Record<Act, string>>
  readonly states: Readonly<Record<Act, string>>
  readonly words: Readonly<Record<SmallWords, string>>
}

const acts = ['says', 'thinks'] as const

/** The cues of Russian or Ukrainian, or null of any other language. */
export function slavicCuesOf(language: LanguageTag): SlavicCues | null {
  return byLanguage.get(language) ?? null
}

const byLanguage: ReadonlyMap<LanguageTag, SlavicCues> = new Map([
  ['ru', load('russian')],
  ['uk', load('ukrainian')],
])

function load(name: string): SlavicCues {
  const file = new URL(`./${name}-cues.json`, import.meta.url)
  const table = JSON.parse(readFileSync(file, 'utf8')) as Table
  const own = new Map(listed(table.forms).map((entry) => entry.split(':') as [string, string]))
  const presents = new Map(listed(table.present).map((entry) => entry.split(':') as [string, string]))
  const verbs = new Map<string, SlavicCue>()
  for (const [verb, frames] of framesOf(table)) {
    for (const [form, written] of formsOf(verb, presents.get(verb)))
      if (!verbs.has(foldWord(written))) verbs.set(foldWord(written), { verb, ...frames, form })
    for (const written of (own.get(verb) ?? '').split(',').filter(Boolean))
      verbs.set(written, { verb, ...frames, form: pastForm(written) })
  }
  const none = { clause: null, about: null, object: null }
  for (const written of listed(table.impersonal))
    verbs.set(written, { verb: written, ...none, clause: 'says', form: 'impersonal' })
  for (const act of acts)
    for (const written of listed(table.states[act]))
      verbs.set(written, { verb: written, ...none, clause: act, form: 'other' })
  return { verbs, phrases: phrasesOf(table), words: wordSets(table) }
}

type Frames = Pick<SlavicCue, 'clause' | 'about' | 'object'>

function framesOf(table: Table): ReadonlyMap<string, Frames> {
  const verbs = new Map<string, Frames>()
  for (const act of acts)
    for (const frame of ['clause', 'about', 'object'] as const)
      for (const verb of listed(table[act][frame])) {
        const known = verbs.get(verb) ?? { clause: null, about: null, object: null }
        if (known[frame] === null) verbs.set(verb, { ...known, [frame]: act })
      }
  return verbs
}

/** Past, present or future, and participles of a verb, by how its infinitive ends. */
function formsOf(
  verb: string,
  present: string | undefined,
): readonly (readonly [SlavicCue['form'], string])[] {
  const reflexive = /с[яь]$/.exec(verb) !== null
  const infinitive = reflexive ? verb.slice(0, -2) : verb
  const isUkrainian = infinitive.endsWith('ти')
  const stem = infinitive.slice(0, -2)
  const forms: [SlavicCue['form'], string][] = [
    ['masculine', stem + (isUkrainian ? 'в' : 'л')],
    ['feminine', `${stem}ла`],
    ['plural', `${stem}ли`],
    ['gerund', isUkrainian || reflexive ? `${stem}вши` : `${stem}в`],
    ['infinitive', infinitive],
    ...(isUkrainian ? ukrainianPresent : russianPresent)(stem, present),
  ]
  const endings = (form: string): readonly string[] => {
    if (!reflexive) return [form]
    if (isUkrainian) return [`${form}${/є$|е$/.test(form) ? 'ться' : 'ся'}`, `${form}сь`]
    return [/[аяоиеуюы]$/.test(form) ? `${form}сь` : `${form}ся`]
  }
  return forms.flatMap(([form, written]) => endings(written).map((each) => [form, each] as const))
}

function russianPresent(stem: string, present: string | undefined): [SlavicCue['form'], string][] {
  const by = (
    base: string,
    third: string,
    plural: string,
    ...more: string[]
  ): [SlavicCue['form'], string][] => [
    ['other', base + third],
    ['plural', base + plural],
    ...more.map((ending): [SlavicCue['form'], string] => [
      ending === 'я' || ending === 'а' ? 'gerund' : 'other',
      base + ending,
    ]),
  ]
  if (present !== undefined) return by(present, 'ет', /[жшчщ]$/.test(present) ? 'ут' : 'ют', 'у')
  if (stem.endsWith('и')) {
    const base = stem.slice(0, -1)
    return /[жшчщ]$/.test(base) ? by(base, 'ит', 'ат', 'а', 'у') : by(base, 'ит', 'ят', 'я')
  }
  if (stem.endsWith('ну')) return by(stem.slice(0, -1), 'ет', 'ут')
  if (/[ое]ва$/.test(stem)) return by(`${stem.slice(0, -3)}у`, 'ет', 'ют', 'я', 'ю')
  return by(stem, 'ет', 'ют', 'я', 'ю')
}

function ukrainianPresent(stem: string, present: string | undefined): [SlavicCue['form'], string][] {
  const by = (base: string, third: string, plural: string, gerund: string): [SlavicCue['form'], string][] => [
    ['other', base + third],
    ['plural', base + plural],
    ['gerund', base + gerund],
  ]
  if (present !== undefined)
    return /[жшчщвнд]$/.test(present) ? by(present, 'е', 'уть', 'учи') : by(present, 'є', 'ють', 'ючи')
  if (stem.endsWith('и')) {
    const base = stem.slice(0, -1)
    if (/[жшчщ]$/.test(base)) return by(base, 'ить', 'ать', 'ачи')
    return by(base, 'ить', /[бпвмф]$/.test(base) ? 'лять' : 'ять', 'ячи')
  }
  if (stem.endsWith('ну')) return by(stem.slice(0, -1), 'е', 'уть', 'учи')
  if (/[ую]ва$/.test(stem)) return by(stem.slice(0, -2), 'є', 'ють', 'ючи')
  return by(stem, 'є', 'ють', 'ючи')
}

function pastForm(written: string): SlavicCue['form'] {
  if (/ла(?:с[яь])?$/.test(written)) return 'feminine'
  if (/ли(?:с[яь])?$/.test(written)) return 'plural'
  return /(?:л|в|рг|іг|ег|лся|вся)$/.test(written) ? 'masculine' : 'other'
}

function phrasesOf({ phrases }: Table): ReadonlyMap<string, ReadonlyMap<string, Act>> {
  const byFirst = new Map<string, Map<string, Act>>()
  for (const act of acts)
    for (const phrase of phrases[act].split('|')) {
      const [first = '', ...rest] = phrase.split(' ')
      const own = byFirst.get(first) ?? new Map<string, Act>()
      own.set(rest.join(' '), act)
      byFirst.set(first, own)
    }
  return byFirst
}

function wordSets({ words }: Table): SlavicCues['words'] {
  return Object.fromEntries(
    Object.entries(words).map(([kind, written]) => [kind, new Set(listed(written).map(foldWord))]),
  ) as unknown as SlavicCues['words']
}

function listed(written: string): readonly string[] {
  return written.split(' ').filter(Boolean)
}
