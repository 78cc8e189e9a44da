import { readFileSync } from 'node:fs'
import type { Statement } from '../../model/marks.ts'

/** What a verb takes: a clause («said that …», a quotation), an infinitive («promised to …»), an object («praised …»). */
export interface EnglishCue {
  readonly verb: string
  readonly form: 'base' | 'third' | 'past' | 'participle' | 'gerund'
  readonly clause: Statement['act'] | null
  readonly infinitive: Statement['act'] | null
  readonly object: Statement['act'] | null
  /** Who is spoken to may stand between it and what is said («told the paper that …»). */
  readonly isAddressed: boolean
  /** The form is a noun or an adjective too. */
  readonly isAmbiguous: boolean
  /** «refer» → «to»; the object stands behind it. */
  readonly particles: ReadonlySet<string>
  readonly needsParticle: boolean
}

export interface EnglishCues {
  /** By the forms of verbs, folded. */
  readonly verbs: ReadonlyMap<string, EnglishCue>
  /** «claim» in «his claim that …». */
  readonly nouns: ReadonlyMap<string, Statement['act']>
  /** Small words by what they do in a clause. */
  readonly words: Readonly<Record<SmallWords, ReadonlySet<string>>>
}

type SmallWords =
  | 'auxiliaries'
  | 'be'
  | 'negations'
  | 'adverbs'
  | 'determiners'
  | 'prepositions'
  | 'subordinators'
  | 'subjects'
  | 'questions'
  | 'phraseEnds'
  | 'joiners'

export const englishCues: EnglishCues = load()

type Frames = Readonly<Record<'clause' | 'infinitive' | 'object', string>>

/** Verbs whose last letter doubles («admit+»: admitted) carry a plus; irregular ones give their four other forms. */
interface Table {
  readonly says: Frames
  readonly thinks: Frames
  /** Of these only quotations are told («Hale went on: “…”»). */
  readonly quoted: string
  readonly addressed: string
  readonly particles: string
  readonly needsParticle: string
  readonly irregular: string
  readonly ambiguous: string
  readonly nouns: Readonly<Record<Statement['act'], string>>
  readonly words: Readonly<Record<SmallWords, string>>
}

function load(): EnglishCues {
  const file = new URL('./english-cues.json', import.meta.url)
  const table = JSON.parse(readFileSync(file, 'utf8')) as Table
  const irregular = new Map(pairs(table.irregular).map(([verb, forms]) => [verb, forms.split(',')]))
  const particles = new Map(pairs(table.particles).map(([verb, all]) => [verb, new Set(all.split('|'))]))
  const [addressed, ambiguous, needing] = [table.addressed, table.ambiguous, table.needsParticle].map(wordsOf)
  const verbs = new Map<string, EnglishCue>()
  for (const [verb, frames] of framesOf(table)) {
    const base = verb.replace('+', '')
    for (const [form, written] of formsOf(verb, irregular.get(base))) {
      if (verbs.has(written) && form === 'participle') continue
      verbs.set(written, {
        verb: base,
        form,
        ...frames,
        isAddressed: addressed?.has(base) === true,
        isAmbiguous: ambiguous?.has(base) === true,
        particles: particles.get(base) ?? new Set(),
        needsParticle: needing?.has(base) === true,
      })
    }
  }
  const nouns = (['says', 'thinks'] as const).flatMap((act) =>
    [...wordsOf(table.nouns[act])].flatMap((noun): [string, Statement['act']][] => [
      [noun, act],
      [plural(noun), act],
    ]),
  )
  const words = Object.fromEntries(
    Object.entries(table.words).map(([kind, written]) => [kind, wordsOf(written)]),
  ) as EnglishCues['words']
  return { verbs, nouns: new Map(nouns), words }
}

type FrameActs = Pick<EnglishCue, 'clause' | 'infinitive' | 'object'>

function framesOf({ says, thinks, quoted }: Table): ReadonlyMap<string, FrameActs> {
  const none = { clause: null, infinitive: null, object: null }
  const verbs = new Map<string, FrameActs>([...wordsOf(quoted)].map((verb) => [verb, none]))
  for (const [act, frames] of [
    ['says', says],
    ['thinks', thinks],
  ] as const)
    for (const frame of ['clause', 'infinitive', 'object'] as const)
      for (const verb of wordsOf(frames[frame])) {
        const known = verbs.get(verb) ?? none
        if (known[frame] === null) verbs.set(verb, { ...known, [frame]: act })
      }
  return verbs
}

function formsOf(
  verb: string,
  irregular: readonly string[] | undefined,
): readonly (readonly [EnglishCue['form'], string])[] {
  const base = verb.replace('+', '')
  const [third = '', past = '', participle = '', gerund = ''] = irregular ?? regular(base, verb.endsWith('+'))
  return [
    ['base', base],
    ['third', third],
    ['past', past],
    ['gerund', gerund],
    ['participle', participle],
  ]
}

function regular(base: string, doubles: boolean): readonly string[] {
  const stem = doubles ? base + base.slice(-1) : base.replace(/e$/, '')
  const past = /[^aeiou]y$/.test(base) ? base.replace(/y$/, 'ied') : `${stem}ed`
  return [plural(base), past, past, `${stem}ing`]
}

function plural(word: string): string {
  if (/[^aeiou]y$/.test(word)) return word.replace(/y$/, 'ies')
  return /(?:s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`
}

function pairs(written: string): readonly (readonly [string, string])[] {
  return written.split(' ').map((pair) => {
    const [key = '', value = ''] = pair.split(':')
    return [key, value]
  })
}

function wordsOf(written: string): ReadonlySet<string> {
  return new Set(written.split(' '))
}
