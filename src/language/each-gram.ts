/** The longest run of letters that is looked at. */
const longestGram = 5

/**
 * Visits the runs of one to five letters of `runs` (see letter-runs.ts) within its first `limit` letters; a space stands for the
 * edge of a word and never alone, and no run goes over it.
 */
export function eachGram(runs: string, limit: number, visit: (gram: string) => void): void {
  const text = ` ${runs.slice(0, limit)} `
  for (let start = 0; start < text.length - 1; start += 1) {
    const begin = text.charCodeAt(start)
    for (let end = start + 1; end <= Math.min(start + longestGram, text.length); end += 1) {
      if (end > start + 1 || begin !== space) visit(text.slice(start, end))
      if (end > start + 1 && text.charCodeAt(end - 1) === space) break
    }
  }
}

const space = 32
