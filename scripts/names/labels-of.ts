import type { LabelledName } from '../../bench/language/names/labelled-text.ts'
import { labelKinds } from '../../src/language/names/name-tagger.ts'
import type { ParsedText } from '../../src/language/text/parse-text.ts'

/** The labels of a text's tokens from where its names stand; a name that cuts a token is widened to it. */
export function labelsOf({ tokens }: ParsedText, names: readonly LabelledName[]): Uint8Array {
  const labels = new Uint8Array(tokens.length)
  for (const { start, end, kind } of names) {
    let isFirst = true
    tokens.forEach((token, at) => {
      if (token.end <= start || token.start >= end) return
      labels[at] = 1 + 2 * labelKinds.indexOf(kind) + (isFirst ? 0 : 1)
      isFirst = false
    })
  }
  return labels
}
