import type { LiveEntry } from '../../model/article.ts'
import { isObject, type Json, type JsonObject, listOf, textOf, typesOf } from '../metadata/json-ld.ts'
import { parseMoment } from '../metadata/parse-moment.ts'
import { lettersOf, plainText } from '../parse/clean-text.ts'
import { absolute } from '../parse/page-address.ts'

/** An entry as JSON-LD states it (schema.org liveBlogUpdate), and what it can be told by on the page. */
export interface StatedUpdate {
  readonly entry: LiveEntry
  readonly headline: string
  readonly opening: string
}

const mostUpdates = 1000

export function statedUpdates(
  objects: readonly JsonObject[],
  language: string,
  base: string,
): readonly StatedUpdate[] {
  return objects
    .filter((object) => typesOf(object).includes('LiveBlogPosting'))
    .flatMap((object) => listOf(object.liveBlogUpdate))
    .slice(0, mostUpdates)
    .flatMap((update) => updateOf(update, language, base))
}

function updateOf(update: Json, language: string, base: string): readonly StatedUpdate[] {
  if (!isObject(update)) return []
  const headline = plainText(textOf(update.headline)) || null
  const paragraphs = textOf(update.articleBody)
    .split(/<br\s*\/?>|<\/(?:p|div|li|h\d)>|\n+/i)
    .map(plainText)
    .filter((text) => text !== '' && text !== headline)
  if (headline === null && paragraphs.length === 0) return []
  return [
    {
      entry: {
        headline,
        at: parseMoment(textOf(update.datePublished) || textOf(update.dateModified), language),
        address: absolute(textOf(update.url) || 'none:', base),
        blocks: paragraphs.map((text) => ({ kind: 'paragraph', text, links: [] })),
      },
      headline: lettersOf(headline ?? ''),
      opening: lettersOf((paragraphs[0] ?? '').slice(0, 400)),
    },
  ]
}
