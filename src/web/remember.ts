import type { EpochMs } from '../model/time.ts'

/**
 * The answer of `ask`, asked at most once in `seconds`: for what every page shows and nobody needs to the second.
 * A failure is not remembered.
 */
export function remember<Answer>(
  ask: () => Promise<Answer>,
  { clock, seconds }: { readonly clock: () => EpochMs; readonly seconds: number },
): () => Promise<Answer> {
  let known: { readonly answer: Promise<Answer>; readonly until: EpochMs } | null = null
  return async () => {
    if (known !== null && clock() < known.until) return await known.answer
    const asked = { answer: ask(), until: clock() + seconds * 1000 }
    known = asked
    try {
      return await asked.answer
    } catch (error) {
      if (known === asked) known = null
      throw error
    }
  }
}
