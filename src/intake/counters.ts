/** What was done since the start, as plain numbers under plain names ('polls.entries', 'reads.article', 'reads.ms'). */
export interface Counters {
  add(name: string, by?: number): void
  all(): Readonly<Record<string, number>>
}

export function createCounters(): Counters {
  const counts = new Map<string, number>()
  return {
    add: (name, by = 1) => {
      counts.set(name, (counts.get(name) ?? 0) + by)
    },
    all: () => Object.fromEntries([...counts].sort(([one], [other]) => (one < other ? -1 : 1))),
  }
}
