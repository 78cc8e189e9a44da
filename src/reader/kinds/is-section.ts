import type { Passage } from '../body/passages.ts'
import type { Body } from '../body/read-body.ts'
import type { Metadata } from '../metadata/read-metadata.ts'
import { isOfLetters, lettersOf } from '../parse/clean-text.ts'

const sectionTypes = /^(?:CollectionPage|SearchResultsPage|ItemList|ProfilePage)$/

/**
 * A page of links to articles, with or without a sentence about each. It lists many headlines, and what text it has
 * stands under them one by one.
 */
export function isSection(body: Body, metadata: Metadata, weight: number): boolean {
  const isArticle =
    metadata.types.some((type) => /Article$|Posting$/.test(type)) || /^article/.test(metadata.openGraphType)
  if (isArticle) return false
  const headlines = body.passages.filter(isLinkedHeadline).length
  if (headlines < 8) return false
  const isShort = metadata.publishedAt === null && weight < 400 && weight < headlines * 60
  if (isShort && !isShortReport(body, metadata)) return true
  const isStated = metadata.objects.some((object) => sectionTypes.test(String(object['@type'])))
  const { teasers, own } = teasersIn(body)
  return teasers >= (isStated ? 5 : 8) && own < 300
}

/** Two paragraphs right behind the headline: a section has a line there, or nothing. */
function isShortReport({ passages, kept }: Body, { headline }: Metadata): boolean {
  const letters = lettersOf(headline)
  const at = passages.findIndex(({ text }) => letters !== '' && isOfLetters(text, letters))
  const [first, second] = passages.slice(at + 1)
  return at >= 0 && [first, second].every((one) => one?.isProse === true && kept.includes(one))
}

function isLinkedHeadline(passage: Passage): boolean {
  return passage.text.length >= 25 && passage.text.length < 250 && passage.linkDensity > 0.8
}

/** How many sentences follow a linked headline each, and how much text does neither link nor follow so. */
function teasersIn({ passages, kept }: Body): { readonly teasers: number; readonly own: number } {
  const isKept = new Set(kept)
  let [teasers, own] = [0, 0]
  let isBehindHeadline = false
  for (const passage of passages) {
    if (isLinkedHeadline(passage)) isBehindHeadline = true
    else if (isKept.has(passage) && passage.linkDensity < 0.5 && passage.text.length > 40) {
      if (isBehindHeadline && passage.text.length < 600) teasers++
      else own += passage.weight
      isBehindHeadline = false
    }
  }
  return { teasers, own }
}
