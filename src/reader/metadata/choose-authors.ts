import { bylineWords } from '../data/byline-words.ts'
import { lettersOf, plainText } from '../parse/clean-text.ts'
import { attribute, hints } from '../parse/page-node.ts'
import { resolve } from './article-data.ts'
import { authorNames } from './author-names.ts'
import { isObject, listOf, textOf } from './json-ld.ts'
import type { MetadataSources } from './metadata-sources.ts'
import { itemValue, nodesWhere, textWithin } from './page-data.ts'

export interface Byline {
  readonly authors: readonly string[]
  readonly agency: string | null
}

/** Who the page says wrote it: by JSON-LD, then meta, microdata, rel=author, the byline. */
export function chooseAuthors(sources: MetadataSources, outletName: string): Byline {
  const names =
    [
      () => jsonLdAuthors(sources),
      () => metaAuthors(sources),
      () => markedAuthors(sources),
      () => bylineAuthors(sources),
    ]
      .map((find) => find())
      .find((found) => found.length > 0) ?? []
  const unique = [...new Map(names.map((name) => [lettersOf(name), name])).values()]
  const agency = unique.find((name) => bylineWords.agencies.has(name.toLowerCase())) ?? null
  const people = unique.filter((name) => lettersOf(name) !== lettersOf(outletName))
  return { authors: people.length > 0 ? people : unique, agency }
}

function jsonLdAuthors({ objects, article }: MetadataSources): readonly string[] {
  return resolve(objects, article?.author ?? article?.creator ?? null).flatMap((author) =>
    isObject(author)
      ? listOf(author.name).flatMap((name) => authorNames(textOf(name)))
      : typeof author === 'string'
        ? authorNames(author)
        : [],
  )
}

function metaAuthors({ meta }: MetadataSources): readonly string[] {
  for (const name of [
    'author',
    'article:author',
    'article:author_name',
    'parsely-author',
    'sailthru.author',
    'dc.creator',
    'byl',
    'cxenseparse:author',
    'twitter:creator:name',
    'og:author',
  ]) {
    const found = meta.all(name).flatMap(authorNames)
    if (found.length > 0) return found
  }
  return []
}

function markedAuthors({ page }: MetadataSources): readonly string[] {
  const marked = nodesWhere(
    page,
    (node) => /\bauthor\b/i.test(attribute(node, 'itemprop')) || /\bauthor\b/i.test(attribute(node, 'rel')),
    8,
  )
  return marked.flatMap((node) => authorNames(node.tag === 'link' ? '' : itemValue(page, node)))
}

const bylineHint =
  /(?:^|[\s_-])(?:by-?line|author|autor|writer|reporter|journalist|credits?-name)(?:s|-?names?|-?link)?(?:$|[\s_-])/

function bylineAuthors({ page }: MetadataSources): readonly string[] {
  for (const node of nodesWhere(page, (one) => bylineHint.test(hints(one)), 12)) {
    const text = textWithin(page, node, 300)
    if (text.length > 2 && text.length < 120) {
      const found = authorNames(plainText(text))
      if (found.length > 0) return found
    }
  }
  return []
}
