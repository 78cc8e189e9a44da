import type { Encounter, Party, TimeExpression } from '../../model/marks.ts'
import type { EncounterCue, EncounterCues } from '../data/encounter-cues.ts'
import type { ParsedText } from '../text/parse-text.ts'
import type { Item } from './sentence-items.ts'

/**
 * The encounters of a Kazakh sentence: the verb stands last and case endings say who does what (-мен with whom, -ды whom,
 * -ға where to, -да where, -дан where from, none who).
 */
export function kazakhEncounters(
  { text }: ParsedText,
  items: readonly Item[],
  times: readonly TimeExpression[],
  cues: EncounterCues,
): readonly Encounter[] {
  let from = 0
  let who: readonly Party[] = []
  return items.flatMap((item, at) => {
    const cue = item.cues[0]
    if (cue === undefined || (cue.form === 'noun' && heldBehind(at) === null)) return []
    const own = items.slice(from, at).flatMap((one, place) => roleOf(one, from + place))
    const subjects = partiesOf(own, 'who')
    who = subjects.length > 0 ? subjects : who
    const start = items[from]?.start ?? item.start
    from = at + 1
    const encounter = {
      kind:
        items.slice(0, at).some(({ folded }) => cues.small.phone.has(folded)) && cue.kind !== 'visit'
          ? ('call' as const)
          : cue.kind,
      start,
      end: item.end,
      cue: { start: item.start, end: item.end },
      who,
      with: partiesOf(own, 'with'),
      place: partiesOf(own, 'place').at(-1) ?? null,
      origin: partiesOf(own, 'origin')[0] ?? null,
      time: timeWithin(start, item.end),
      standing: standingOf(cue, at),
    }
    const isWhole =
      encounter.with.length > 0
        ? who.length > 0
        : travels(cue) && who.length > 0 && (encounter.place ?? encounter.origin) !== null
    return isWhole ? [encounter] : []
  })

  function heldBehind(at: number): EncounterCue['form'] | null {
    for (const { folded } of items.slice(at + 1, at + 3)) {
      const form = cues.holding.get(folded)
      if (form !== undefined) return form
    }
    return null
  }

  function standingOf(cue: EncounterCue, at: number): Encounter['standing'] {
    const form = cue.form === 'noun' ? heldBehind(at) : cue.form
    if (form === 'denied' || items[at + 1]?.folded === 'жоқ') return 'denied'
    const before = items.slice(Math.max(0, at - 6), at + 3)
    return form === 'future' || before.some(({ folded }) => cues.small.plans.has(folded)) ? 'plan' : 'fact'
  }

  /** By the ending of the mention, or of the word behind it. */
  function roleOf(item: Item, at: number): readonly Role[] {
    const { mention } = item
    if (mention === null) return []
    const written = text.slice(item.start, item.end).toLowerCase()
    const party = { start: item.start, end: item.end, name: mention.name }
    if (/[мпб]ен$/.test(written) || cues.small.with.has(items[at + 1]?.folded ?? ''))
      return [{ is: 'with', party }]
    if (mention.kind !== 'place')
      return /[дтн][ыі]$/.test(written) && !item.isBase
        ? [{ is: 'with', party }]
        : item.isBase || !/(?:ның|нің|дың|дің|тың|тің|ға|ге|қа|ке|дан|ден|нан|нен)$/.test(written)
          ? [{ is: 'who', party }]
          : []
    if (/(?:дан|ден|тан|тен|нан|нен)$/.test(written)) return [{ is: 'origin', party }]
    if (/(?:ға|ге|қа|ке|да|де|та|те|ды|ді|ты|ті)$/.test(written) && !item.isBase)
      return [{ is: 'place', party }]
    return []
  }

  function timeWithin(start: number, end: number): number | null {
    const found = times.findIndex((time) => time.start >= start && time.end <= end && time.kind === 'point')
    return found === -1 ? null : found
  }
}

interface Role {
  readonly is: 'who' | 'with' | 'place' | 'origin'
  readonly party: Party
}

function partiesOf(roles: readonly Role[], wanted: Role['is']): readonly Party[] {
  return roles.flatMap(({ is, party }) => (is === wanted ? [party] : []))
}

function travels({ kind }: EncounterCue): boolean {
  return kind === 'arrival' || kind === 'departure' || kind === 'visit'
}
