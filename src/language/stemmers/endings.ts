/** Finds the longest of some endings that a word has, looking no further back than a place in it. */
export interface Endings {
  /** The longest ending of `word` that starts at `from` or after it, or null. */
  find(word: string, from: number): string | null
}

export function endings(list: string): Endings {
  const known = new Set(list.split(' '))
  const longest = Math.max(...[...known].map((ending) => ending.length))
  return {
    find(word, from) {
      for (let length = Math.min(longest, word.length - from); length > 0; length -= 1) {
        const ending = word.slice(-length)
        if (known.has(ending)) return ending
      }
      return null
    },
  }
}

/** `word` without the ending; unchanged when there is none. */
export function without(word: string, ending: string | null): string {
  return ending === null ? word : word.slice(0, word.length - ending.length)
}

/** Where a region starts: behind the first consonant that follows a vowel, at `from` or after it (R1 and R2 of Snowball). */
export function regionAfter(word: string, from: number, isVowel: (letter: string) => boolean): number {
  for (let at = from; at < word.length - 1; at += 1)
    if (isVowel(word.charAt(at)) && !isVowel(word.charAt(at + 1))) return at + 2
  return word.length
}
