import type { FiledEncounter } from '../../archive/archive.ts'

/** One encounter as one or several articles tell it: `first` is told by the earliest. */
export interface ToldEncounter {
  readonly first: FiledEncounter
  readonly others: readonly FiledEncounter[]
}

/** Of one kind and standing, at one time, with the same Names: one encounter. Latest first, by when it is. */
export function toldEncounters(encounters: readonly FiledEncounter[]): readonly ToldEncounter[] {
  const told = new Map<string, FiledEncounter[]>()
  for (const encounter of encounters) {
    const key = keyOf(encounter)
    told.set(key, [...(told.get(key) ?? []), encounter])
  }
  return [...told.values()]
    .flatMap((same) => {
      const [first, ...others] = same.toSorted((one, other) => one.article.at - other.article.at)
      return first === undefined ? [] : [{ first, others }]
    })
    .toSorted((one, other) => (whenIs(one.first) < whenIs(other.first) ? 1 : -1))
}

/** One without a time of its own is nobody else's: two undated meetings may be two. */
function keyOf({ kind, standing, from, parties, article, ordinal }: FiledEncounter): string {
  const when = from === null ? `${article.id}.${ordinal}` : from.slice(0, 'yyyy-mm-dd'.length)
  const names = parties.map(({ name }) => name.id).sort((one, other) => one - other)
  return [kind, standing, when, ...new Set(names)].join(' ')
}

/** Local time; an undated one stands where its article does. */
function whenIs({ from, article }: FiledEncounter): string {
  return from ?? new Date(article.at).toISOString()
}
