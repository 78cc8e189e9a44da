import type { Encounter, TimeExpression } from '../../model/marks.ts'
import { type EncounterCues, encounterCuesOf } from '../data/encounter-cues.ts'
import type { Named } from '../names/unite-names.ts'
import type { ParsedText } from '../text/parse-text.ts'
import type { Sentence } from '../text/sentences.ts'
import { encountersIn } from './encounters-in.ts'
import { kazakhEncounters } from './kazakh-encounters.ts'
import { sentenceItems } from './sentence-items.ts'

/**
 * Visits, arrivals, departures, meetings, calls, talks and joint statements that a text tells of, in its order: who, with
 * whom, where, when, and whether as a fact, a plan or denied. In Russian, Ukrainian, English and, by its case endings, Kazakh.
 */
export function findEncounters(
  parsed: ParsedText,
  named: Named,
  times: readonly TimeExpression[],
): readonly Encounter[] {
  const cues = encounterCuesOf(parsed.language)
  if (cues === null) return []
  const found: Encounter[] = []
  const earlier: Earlier = new Map()
  for (const sentence of parsed.sentences) {
    if (sentence.last - sentence.first > longestSentence || !hasCue(parsed, sentence, cues)) continue
    const items = sentenceItems(parsed, sentence, named, times, cues)
    if (parsed.language === 'kk') found.push(...kazakhEncounters(parsed, items, times, cues))
    else {
      const isLookingBack = items.some(({ folded }) => cues.small.past.has(folded))
      const goesOn = items.slice(0, 4).some(({ folded }) => cues.small.continues.has(folded))
      for (const one of encountersIn(items, times, cues)) {
        const whole = isLookingBack || one.standing !== 'fact' ? one : completed(one, earlier, goesOn, times)
        found.push(whole)
        remember(earlier, whole)
      }
    }
  }
  return found
}

/** In tokens; what is longer is a list or no prose. */
const longestSentence = 400

function hasCue({ tokens }: ParsedText, { first, last }: Sentence, { words }: EncounterCues): boolean {
  for (let at = first; at < last; at += 1) if (words.has(tokens[at]?.folded ?? '')) return true
  return false
}

/** By the name of who it is: the last encounter of each, and the last journey. */
type Earlier = Map<number, { readonly last: Encounter; readonly journey: Encounter | null }>

function remember(earlier: Earlier, one: Encounter): void {
  const isJourney = one.kind === 'arrival' || one.kind === 'departure' || one.kind === 'visit'
  for (const { name } of one.who)
    if (name !== null)
      earlier.set(name, { last: one, journey: isJourney ? one : (earlier.get(name)?.journey ?? null) })
}

/**
 * What a text need not say again: behind «ещё», "also" the day is that of the encounter before, and one who has arrived
 * meets people there, on the day of the arrival or where no day is told.
 */
function completed(
  one: Encounter,
  earlier: Earlier,
  goesOn: boolean,
  times: readonly TimeExpression[],
): Encounter {
  const { last, journey } = earlier.get(one.who[0]?.name ?? -1) ?? { last: null, journey: null }
  const time = one.time ?? (goesOn && last?.standing === 'fact' ? last.time : null)
  const isThere =
    one.place === null &&
    (one.kind === 'meeting' || one.kind === 'talks' || one.kind === 'joint-statement') &&
    journey?.kind === 'arrival' &&
    journey.standing === 'fact' &&
    (time === null || isOneDay(times[time], times[journey.time ?? -1]))
  return { ...one, time, place: isThere ? journey.place : one.place }
}

function isOneDay(one: TimeExpression | undefined, other: TimeExpression | undefined): boolean {
  return (
    one !== undefined &&
    other !== undefined &&
    one.value.slice(0, 10) === other.value.slice(0, 10) &&
    one.value.length >= 10
  )
}
