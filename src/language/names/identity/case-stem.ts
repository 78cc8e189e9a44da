/**
 * A Russian or Ukrainian name without its case ending, as far as the letters alone tell which it is: «блинкеном» →
 * «блинкен», «зеленского» → «зеленск», «путиным» → «путин». Vowels at the end stay. Takes a folded word.
 */
export function caseStem(folded: string): string {
  for (const [ending, shortest] of endings) {
    const match = ending.exec(folded)
    if (match !== null && match.index >= shortest) return folded.slice(0, match.index)
  }
  return folded
}

/** The first that fits is taken off where so many letters are left. */
const endings: readonly (readonly [ending: RegExp, shortest: number])[] = [
  [/(?<=ск|цк|ськ|цьк|зьк)(?:ого|ому|им|ім|их|ими|ої|ою|ой|ую|ая|а|ий|ій)$/, 3],
  [/(?<=[оеєї]в|[иіїы]н)(?:ым|им|ом|ем|ых|их|ыми|ими)$/, 3],
  [/(?:ові|еві|єві)$/, 3],
  [/(?:ами|ями)$/, 3],
  [/(?:ах|ях)$/, 3],
  [/(?:ого|его|ому|ему|ьому)$/, 3],
  [/(?:ом|ем|єм)$/, 3],
]
