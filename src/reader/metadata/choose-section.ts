import { metadataFiller } from '../data/metadata-filler.ts'
import { lettersOf, plainText } from '../parse/clean-text.ts'
import type { PageNode } from '../parse/page-node.ts'
import { type JsonObject, listOf, textOf, typesOf } from './json-ld.ts'
import type { MetadataSources } from './metadata-sources.ts'
import { textWithin } from './page-data.ts'

/**
 * The section that the article stands in: by JSON-LD, meta, breadcrumbs, the nearest to the article first. Not the front
 * page, the outlet or the headline itself; null when none is named.
 */
export function chooseSection(sources: MetadataSources, headline: string, outletName: string): string | null {
  const { article, meta } = sources
  const outlet = lettersOf(outletName)
  const title = lettersOf(headline)
  const stated = [
    ...listOf(article?.articleSection).map((section) => textOf(section)),
    ...[
      'article:section',
      'og:article:section',
      'og:section',
      'section',
      'parsely-section',
      'sailthru.section',
      'cxenseparse:section',
      'dc.subject',
    ].map((name) => meta.first(name)),
  ]
  return (
    stated.map(firstPart).find(isSection) ??
    listedCrumbs(sources.objects).findLast(isSection) ??
    shownCrumbs(sources).findLast(isSection) ??
    null
  )

  function isSection(text: string): boolean {
    const letters = lettersOf(text)
    return (
      text.length <= 60 &&
      !/^https?:|^\d+$/.test(text) &&
      letters !== '' &&
      letters !== outlet &&
      letters !== title &&
      !(letters.length >= 15 && title.startsWith(letters)) &&
      !metadataFiller.section.has(letters)
    )
  }
}

/** 'Politics, World' and 'news/politics' name two. */
function firstPart(text: string): string {
  const [first = '', ...rest] = plainText(text).split(/\s*[,;|>]\s*/)
  return first === '' ? (rest[0] ?? '') : first
}

function listedCrumbs(objects: readonly JsonObject[]): readonly string[] {
  const list = objects.find((object) => typesOf(object).includes('BreadcrumbList'))
  return listOf(list?.itemListElement).map((item) => {
    const element = item as JsonObject | null
    return typeof element === 'object' && element !== null
      ? plainText(textOf(element.name) || textOf((element.item as JsonObject | undefined)?.name))
      : ''
  })
}

/** The links of a breadcrumb trail; its last part without a link is the article itself. */
function shownCrumbs({ page, heading }: MetadataSources): readonly string[] {
  const trail = page.nodes.find(isTrail)
  if (trail === undefined || (heading > 0 && trail.index > heading + 40)) return []
  return page.nodes
    .slice(trail.index, Math.min(trail.end, trail.index + 80))
    .filter((node) => node.tag === 'a')
    .map((node) => textWithin(page, node, 100))
}

function isTrail({ attributes }: PageNode): boolean {
  for (let i = 0; i < attributes.length; i += 2) {
    const name = attributes[i]
    if (
      (name === 'class' || name === 'id' || name === 'aria-label') &&
      /crumb/i.test(attributes[i + 1] ?? '')
    )
      return true
  }
  return false
}
