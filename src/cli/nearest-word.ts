/** The word that a mistyped one most likely meant: at most two slips away (Levenshtein distance), else null. */
export function nearestWord(mistyped: string, words: readonly string[]): string | null {
  const [nearest] = words
    .map((word) => ({ word, slips: distance(mistyped, word) }))
    .filter(({ slips }) => slips <= 2)
    .sort((one, other) => one.slips - other.slips)
  return nearest?.word ?? null
}

function distance(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [row, letter] of [...one].entries()) {
    const line = [row + 1]
    for (const [column, wanted] of [...other].entries()) {
      const replaced = (above[column] ?? 0) + (letter === wanted ? 0 : 1)
      line.push(Math.min(replaced, (above[column + 1] ?? 0) + 1, (line[column] ?? 0) + 1))
    }
    above = line
  }
  return above.at(-1) ?? 0
}
