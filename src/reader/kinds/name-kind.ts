import type { Article, Reading } from '../../model/article.ts'
import { bodyText } from '../../model/block-text.ts'
import { weightOf } from '../body/prose.ts'
import { pageKindWords } from '../data/page-kind-words.ts'
import type { Metadata } from '../metadata/read-metadata.ts'
import { cleanText } from '../parse/clean-text.ts'
import { attribute, type Page } from '../parse/page-node.ts'

/** Less is no article, but may be a stub, an error or a picture with a caption. */
const shortWeight = 400
/** An article that goes on for this long is one, whatever words it begins with. */
const longWeight = 1200

/** An article, or what else the page is: named, not guessed into an article. */
export function nameKind(page: Page, metadata: Metadata, article: Article): Reading {
  const text = bodyText(article)
  const weight = weightOf(text)
  const title = cleanText(page.nodes.find((node) => node.tag === 'title')?.text ?? '')
  const opening = `${title}\n${article.headline}`
  if (weight < longWeight) {
    if (weight < shortWeight && pageKindWords.error.test(opening))
      return {
        kind: 'error-page',
        why: `The page says that something went wrong: “${article.headline || title}”.`,
      }
    if (isConsent(`${opening}\n${text}`, weight, article))
      return {
        kind: 'consent-wall',
        why: 'The page asks for consent to cookies before it shows anything else.',
      }
  }
  if (isLive(metadata, page))
    return { kind: 'live-blog', article, why: 'The page says of itself that it is a live blog.' }
  if (
    weight < longWeight &&
    (!metadata.isFree || pageKindWords.paywall.test(visibleText(page))) &&
    weight < shortWeight * 2 &&
    weight > 0
  )
    return {
      kind: 'paywall-stub',
      article,
      why: 'The page shows the beginning of the article; the rest is for subscribers.',
    }
  if (weight < shortWeight) {
    const pictures = article.blocks.filter((block) => block.kind === 'figure').length
    if (metadata.types.some((type) => /Gallery$/.test(type)) || pictures >= 5)
      return { kind: 'gallery', article, why: `The page shows ${pictures} pictures and little text.` }
    if (/^video/.test(metadata.openGraphType) || metadata.types.includes('VideoObject'))
      return { kind: 'video', article, why: 'The page shows a video and little text.' }
    if (isSection(page, metadata, weight))
      return { kind: 'section', why: 'The page lists articles and has no text of its own.' }
  }
  if (weight === 0 && article.blocks.length === 0)
    return { kind: 'empty', why: 'The page holds no text that reads as an article.' }
  return { kind: 'article', article }
}

function isConsent(text: string, weight: number, article: Article): boolean {
  return article.publishedAt === null && weight < 1000 && pageKindWords.consent.test(text)
}

function isLive(metadata: Metadata, page: Page): boolean {
  return (
    metadata.types.includes('LiveBlogPosting') ||
    page.nodes.some((node) => /LiveBlogPosting$/.test(attribute(node, 'itemtype')))
  )
}

/** Many links to pages of the same site with headlines' worth of words, and nothing that dates an article. */
function isSection(page: Page, metadata: Metadata, weight: number): boolean {
  if (metadata.publishedAt !== null || /article/.test(metadata.openGraphType)) return false
  let headlines = 0
  for (const node of page.nodes) {
    if (node.tag !== '#text' || node.text.trim().length < 25) continue
    for (let at = node.parent, steps = 0; at !== null && steps < 5; at = at.parent, steps++)
      if (at.tag === 'a') {
        headlines++
        break
      }
  }
  return headlines >= 8 && weight < headlines * 60
}

/** The first texts of the page, for the words that a wall is known by. */
function visibleText(page: Page): string {
  let text = ''
  for (const node of page.nodes) {
    if (node.tag === '#text' && node.text.length > 3) text += ` ${cleanText(node.text)}`
    if (text.length > 60_000) break
  }
  return text
}
