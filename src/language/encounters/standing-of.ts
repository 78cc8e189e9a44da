import type { Encounter } from '../../model/marks.ts'
import type { CueForm, EncounterCues } from '../data/encounter-cues.ts'
import { type Clause, isPreposition } from './clause.ts'
import type { Item } from './sentence-items.ts'

type Standing = Encounter['standing']

/** How far before its verb a word tells how it is meant («планирует в ближайшее время посетить»). */
const farthest = 7

/**
 * A fact, a plan or denied, by the form of the verb, by what it hangs on («успел», «планирует», «отказался»), by «не» before
 * it, and by words such as "tomorrow"; a noun by the verb that holds it («провёл встречу», «встреча состоится»).
 */
export function standingOf(
  items: readonly Item[],
  at: number,
  form: CueForm,
  { first, last }: Clause,
  cues: EncounterCues,
): Standing {
  const { small, holding, language } = cues
  if (form === 'denied' || isNegated(at) || deniedFromOutside()) return 'denied'
  return form === 'noun' ? ofNoun() : ofVerb(at, form)

  function ofVerb(verb: number, tense: CueForm): Standing {
    const governor = governing(verb)
    if (governor !== null && governor !== 'fact' && (tense !== 'past' || language === 'en')) {
      if (tense !== 'past' || governor === 'denied') return governor
    }
    if (tense === 'future') return 'plan'
    if (tense === 'infinitive' || isAfterTo(verb)) return governor ?? 'plan'
    if (hasAny(small.ahead, first, last) && tense !== 'past') return 'plan'
    return items
      .slice(Math.max(first, verb - 3), verb + 3)
      .some(({ folded }) => folded === 'бы' || folded === 'б')
      ? 'plan'
      : 'fact'
  }

  function isAfterTo(verb: number): boolean {
    return language === 'en' && items[verb - 1]?.folded === 'to'
  }

  /** The nearest word before that says how the verb is meant; a verb of its own between cuts it off. */
  function governing(verb: number): Standing | null {
    for (let to = verb - 1; to >= Math.max(first, verb - farthest); to -= 1) {
      const { folded, cues: own, mention } = items[to] as Item
      if (small.achieved.has(folded)) return isNegated(to) ? 'denied' : 'fact'
      if (small.denials.has(folded)) return 'denied'
      if (small.plans.has(folded)) return isNegated(to) ? 'denied' : 'plan'
      if (mention === null && own.some(({ form: other }) => other === 'past')) return null
    }
    return null
  }

  function ofNoun(): Standing {
    let isNear = true
    for (let to = at - 1; to >= Math.max(first, at - farthest); to -= 1) {
      const { folded, cues: own } = items[to] as Item
      const held = holding.get(folded)
      if (held !== undefined) {
        if (isNegated(to)) return 'denied'
        return ofVerb(to, held)
      }
      if (small.denials.has(folded)) return 'denied'
      if (small.plans.has(folded)) return 'plan'
      if (isNear && small.purposes.has(folded)) return 'plan'
      isNear &&= !isPreposition(items[to] as Item, small)
      if (small.achieved.has(folded)) return 'fact'
      if (own.some(({ form: other }) => other === 'future')) return 'plan'
      if (folded === ',') break
    }
    for (let to = at + 1; to < Math.min(last, at + 14); to += 1) {
      const { folded, cues: own } = items[to] as Item
      const held = holding.get(folded)
      if (held !== undefined) return isNegated(to) ? 'denied' : ofVerb(to, held)
      if (small.denials.has(folded)) return 'denied'
      if (small.plans.has(folded)) return isNegated(to) ? 'denied' : 'plan'
      if (own.some(({ form: other }) => other !== 'noun')) break
    }
    return hasAny(small.ahead, first, last) ? 'plan' : 'fact'
  }

  function isNegated(to: number): boolean {
    const reach = language === 'en' ? 3 : 1
    for (let before = to - 1; before >= Math.max(0, to - reach); before -= 1)
      if (small.negations.has(items[before]?.folded ?? ' ')) return true
    return false
  }

  /** «Опроверг, что встречался с …». */
  function deniedFromOutside(): boolean {
    if (first === 0) return false
    return items.slice(Math.max(0, first - 3), first).some(({ folded }) => small.denials.has(folded))
  }

  function hasAny(words: ReadonlySet<string>, from: number, until: number): boolean {
    for (let to = from; to < until; to += 1) if (words.has(items[to]?.folded ?? ' ')) return true
    return false
  }
}
