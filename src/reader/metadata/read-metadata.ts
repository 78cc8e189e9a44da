import { canonicalAddress, hostOf, outletKey } from '../../kit/address.ts'
import type { Image } from '../../model/article.ts'
import type { EpochMs, Moment } from '../../model/time.ts'
import { cleanText, isOfLetters, lettersOf, plainText } from '../parse/clean-text.ts'
import { absolute, pixels } from '../parse/page-address.ts'
import { attribute, elementsOf, type Page } from '../parse/page-node.ts'
import { articleObject } from './article-data.ts'
import { chooseAuthors } from './choose-authors.ts'
import { chooseDates } from './choose-dates.ts'
import { chooseHeadline } from './choose-headline.ts'
import { chooseKeywords } from './choose-keywords.ts'
import { chooseOutletName } from './choose-outlet-name.ts'
import { chooseSection } from './choose-section.ts'
import { isFrontPage } from './is-front-page.ts'
import { isObject, type JsonObject, jsonLdObjects, listOf, textOf, typesOf } from './json-ld.ts'
import { type MainHeadings, mainHeadings } from './main-headings.ts'
import { type MetaTags, readMetaTags } from './meta-tags.ts'
import type { MetadataSources } from './metadata-sources.ts'
import { itemValue, markedAs, textWithin } from './page-data.ts'
import { pageLocale } from './page-locale.ts'

/** What a page says of itself, beside its text. */
export interface Metadata {
  readonly address: string
  readonly headline: string
  readonly description: string
  readonly authors: readonly string[]
  readonly agency: string | null
  readonly publishedAt: Moment | null
  readonly modifiedAt: Moment | null
  readonly language: string
  readonly image: Image | null
  readonly outletName: string | null
  readonly section: string | null
  readonly keywords: readonly string[]
  readonly articleBody: string
  readonly isFree: boolean
  readonly types: readonly string[]
  readonly openGraphType: string
  /** The address of og:video or the player card, or null. */
  readonly video: string | null
  /** Everything that the page's JSON-LD describes. */
  readonly objects: readonly JsonObject[]
}

export function readMetadata(page: Page, address: string, fetchedAt: EpochMs | null = null): Metadata {
  const meta = readMetaTags(page)
  const objects = jsonLdObjects(page)
  const title = cleanText((elementsOf(page, 'title')[0]?.text ?? '').slice(0, 4000))
  const main = mainHeadings(page, address)
  const headings = main.nodes.map((node) => textWithin(page, node))
  const openGraph = plainText(meta.first('og:title', 'twitter:title', 'dc.title'))
  const article = articleObject(objects, [title, openGraph, ...headings])
  const language = pageLanguage(page, meta, article)
  const outletName = chooseOutletName(meta, objects, article, title, address)
  const microdata =
    markedAs(page, 'itemprop', /^headline$/i)
      .slice(0, 1)
      .map((node) => itemValue(page, node))[0] ?? ''
  const headline = chooseHeadline({
    jsonLd: textOf(article?.headline),
    headings,
    siteNames: main.siteNames,
    openGraph,
    title,
    microdata,
    outletName: outletName ?? '',
    host: hostOf(address),
  })
  const heading = headingNode(page, headline, main)
  const sources: MetadataSources = {
    page,
    address,
    meta,
    objects,
    article,
    language,
    locale: pageLocale(language, declaredLanguages(page, meta, article), address),
    title,
    heading,
    fetchedAt,
  }
  const { authors, agency } = chooseAuthors(sources, outletName ?? '')
  return {
    address: pageAddress(meta, address),
    headline,
    description: plainText(
      meta.first('og:description', 'description', 'twitter:description') || textOf(article?.description),
    ),
    authors,
    agency,
    ...chooseDates(sources),
    language,
    image: mainImage(meta, article, address),
    outletName,
    section: chooseSection(sources, headline, outletName ?? ''),
    keywords: chooseKeywords(sources, outletName ?? ''),
    articleBody:
      textOf(article?.articleBody) ||
      textOf(objects.find((object) => typeof object.articleBody === 'string')?.articleBody),
    isFree: !/false/i.test(textOf(article?.isAccessibleForFree)) && article?.isAccessibleForFree !== false,
    types: article === null ? [] : typesOf(article),
    openGraphType: meta.first('og:type').toLowerCase(),
    video: absolute(
      meta.first('og:video:url', 'og:video:secure_url', 'og:video', 'twitter:player') || 'none:',
      address,
    ),
    objects,
  }
}

/** The heading that shows the headline, of the highest rank; else the first of all. */
function headingNode(page: Page, headline: string, { nodes }: MainHeadings): number {
  const letters = lettersOf(headline)
  const shown =
    letters === ''
      ? undefined
      : [...nodes, ...['h2', 'h3'].flatMap((tag) => elementsOf(page, tag))].find((node) =>
          isOfLetters(textWithin(page, node, 500), letters),
        )
  return (shown ?? nodes[0])?.index ?? 0
}

/** The language that the page declares; 'und' when it declares none. */
function pageLanguage(page: Page, meta: MetaTags, article: JsonObject | null): string {
  for (const stated of declaredLanguages(page, meta, article)) {
    const primary = /^\s*([a-z]{2,3})(?:[-_]|\s*$)/i.exec(stated)?.[1]?.toLowerCase()
    if (primary !== undefined) return primary
  }
  return 'und'
}

function declaredLanguages(page: Page, meta: MetaTags, article: JsonObject | null): readonly string[] {
  const declared = ['#root', 'body']
    .flatMap((tag) => elementsOf(page, tag))
    .find((node) => attribute(node, 'lang') !== '')
  return [
    textOf(article?.inLanguage),
    ...['content-language', 'og:locale', 'language', 'dc.language'].map((name) => meta.first(name)),
    declared === undefined ? '' : attribute(declared, 'lang'),
  ]
}

/**
 * rel=canonical and og:url, relative ones resolved, are believed where they stay with the outlet and do not lead from a
 * page to a front page.
 */
function pageAddress(meta: MetaTags, address: string): string {
  const own = canonicalAddress(address) ?? address
  const isFront = isFrontPage(own)
  for (const stated of [...meta.all('link:canonical'), ...meta.all('og:url')]) {
    const canonical = canonicalAddress(stated, address)
    if (canonical === null || (!isFront && isFrontPage(canonical))) continue
    if (outletKey(canonical) === outletKey(own) || hostOf(own) === '') return canonical
  }
  return own
}

function mainImage(meta: MetaTags, article: JsonObject | null, base: string): Image | null {
  const [object] = listOf(article?.image).filter(
    (item) => typeof item === 'string' || (isObject(item) && item.url !== undefined),
  )
  const stated =
    meta.first('og:image', 'og:image:url', 'og:image:secure_url', 'twitter:image') ||
    (isObject(object) ? textOf(object.url) : textOf(object))
  const address = stated === '' ? null : absolute(stated, base)
  if (address === null) return null
  return {
    address,
    alt: plainText(meta.first('og:image:alt', 'twitter:image:alt')),
    width: pixels(meta.first('og:image:width')),
    height: pixels(meta.first('og:image:height')),
  }
}
