import type { PageNote } from '../../model/outlet-memory.ts'
import type { Judged } from '../body/keep-passages.ts'
import type { Passage } from '../body/passages.ts'
import { digest } from './digest.ts'
import { placeOf } from './place-of.ts'
import { isMemorable, textDigest } from './text-digest.ts'

/** More than an article has paragraphs; what stands behind them is not remembered. */
const mostTexts = 200

/**
 * What a page teaches of its outlet: the texts of the article's element, and prose elsewhere; where text was kept and
 * where dropped. Passages that memory itself decided about say nothing of their places, or it would only confirm itself.
 */
export function notePage(
  address: string,
  passages: readonly Passage[],
  judged: readonly Judged[],
  pictures: readonly string[],
): PageNote {
  const verdicts = new Map(judged.map((one) => [one.passage, one]))
  const places = new Map<string, { readonly at: number; kept: 0 | 1; dropped: 0 | 1 }>()
  const texts = new Map<string, number>()
  for (const passage of passages) {
    const verdict = verdicts.get(passage)
    if (!isMemorable(passage) || (verdict === undefined && !passage.isProse)) continue
    if (texts.size === mostTexts) break
    const name = placeOf(passage.node)
    const place = places.get(name) ?? { at: places.size, kept: 0, dropped: 0 }
    places.set(name, place)
    if (verdict !== undefined && verdict.byMemory !== true) place[verdict.keep ? 'kept' : 'dropped'] = 1
    const text = textDigest(passage)
    if (!texts.has(text)) texts.set(text, place.at)
  }
  for (const picture of pictures) texts.set(digest(picture), -1)
  return {
    page: digest(address),
    places: [...places].map(([place, { kept, dropped }]) => [place, kept, dropped]),
    texts: [...texts],
  }
}
