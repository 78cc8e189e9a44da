import { hostOf } from '../../kit/address.ts'
import { bylineWords } from '../data/byline-words.ts'
import { lettersOf, plainText } from '../parse/clean-text.ts'
import { attribute, hints } from '../parse/page-node.ts'
import { resolve } from './article-data.ts'
import { authorNames } from './author-names.ts'
import { isObject, listOf, textOf } from './json-ld.ts'
import type { MetadataSources } from './metadata-sources.ts'
import { itemValue, nodesWhere, textWithin } from './page-data.ts'
import { isFullName, namesBesideDate, signedNames } from './signed-names.ts'

export interface Byline {
  readonly authors: readonly string[]
  readonly agency: string | null
}

/** Who the page says wrote it: by JSON-LD, then meta, microdata, rel=author, the byline. */
export function chooseAuthors(sources: MetadataSources, outletName: string): Byline {
  const found = [
    jsonLdAuthors,
    metaAuthors,
    markedAuthors,
    bylineAuthors,
    linkedAuthors,
    spokenAuthors,
    authorsBesideDate,
    signedAuthors,
  ].map((find) => find(sources))
  const isOutlet = (name: string): boolean => isNameOf(name, outletName, sources.address)
  // An outlet that signs for its authors in the metadata often names them on the page.
  const names =
    found.find((all) => all.some((name) => !isOutlet(name))) ?? found.find((all) => all.length > 0) ?? []
  const unique = [...new Map(names.map((name) => [lettersOf(name), name])).values()]
  const agency = unique.find((name) => bylineWords.agencies.has(name.toLowerCase())) ?? null
  const people = unique.filter((name) => !isOutlet(name))
  return { authors: people.length > 0 ? people : unique, agency }
}

function isNameOf(name: string, outletName: string, address: string): boolean {
  const letters = lettersOf(name)
  const host = lettersOf(hostOf(address).replace(/^www\.|\.\w+$/g, ''))
  return (
    letters === lettersOf(outletName) ||
    letters === host ||
    letters === lettersOf(hostOf(address).replace(/^www\./, ''))
  )
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
  return marked
    .flatMap((node) => authorNames(node.tag === 'link' ? '' : itemValue(page, node)))
    .filter(isFullName)
}

const bylineHint =
  /(?:^|[\s_-])(?:by-?line|author|autor|writer|reporter|journalist|credits?-name)(?:s|-?names?|-?link)?(?:$|[\s_-])/

function bylineAuthors({ page }: MetadataSources): readonly string[] {
  for (const node of nodesWhere(page, (one) => bylineHint.test(hints(one)), 12)) {
    const text = textWithin(page, node, 300)
    if (text.length > 2 && text.length < 120) {
      const found = authorNames(plainText(text)).filter(isFullName)
      if (found.length > 0) return found
    }
  }
  return []
}

const authorPath =
  /\/(?:authors?|autor(?:es|en)?|auteurs?|people|staff|contributors?|journalists?|profile|producers|writers?|team)\/[^/?#]+\/?$/i

/** Who the first links to pages of authors behind the headline name. */
function linkedAuthors({ page }: MetadataSources): readonly string[] {
  const heading = page.nodes.find((node) => node.tag === 'h1')?.index ?? 0
  const [link] = nodesWhere(
    page,
    (node) =>
      node.tag === 'a' &&
      node.index > heading &&
      node.index < heading + 200 &&
      authorPath.test(attribute(node, 'href')),
    3,
  ).filter((node) => authorNames(textWithin(page, node, 100)).some(isFullName))
  return link === undefined ? [] : authorNames(textWithin(page, link, 100)).filter(isFullName)
}

/** A line of its own that says it is a byline: 'Автор: Ганна Лісова'. */
function spokenAuthors({ page }: MetadataSources): readonly string[] {
  for (const node of page.nodes) {
    if (node.tag !== '#text' || node.text.length > 90 || !bylineWords.labelled.test(node.text.trim()))
      continue
    const found = authorNames(node.text).filter(isFullName)
    if (found.length > 0) return found
  }
  return []
}

/** In the line that dates the article, right behind the headline. */
function authorsBesideDate({ page }: MetadataSources): readonly string[] {
  const heading = page.nodes.findIndex((node) => node.tag === 'h1')
  if (heading < 0) return []
  for (const node of page.nodes.slice(heading, heading + 30)) {
    if (node.tag !== '#text' || node.text.length > 120) continue
    const found = namesBesideDate(node.text.trim())
    if (found.length > 0) return found
  }
  return []
}

/** Behind the text, with the outlet's name. */
function signedAuthors({ page, title, meta }: MetadataSources): readonly string[] {
  const outlet = `${title} ${meta.first('og:site_name')}`
  for (const node of page.nodes) {
    if (node.tag !== '#text' || node.text.length > 120 || !node.text.includes(',')) continue
    const found = signedNames(node.text.trim(), outlet)
    if (found.length > 0) return found
  }
  return []
}
