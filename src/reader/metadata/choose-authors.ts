import { hostOf } from '../../kit/address.ts'
import { agencyNamed } from '../data/agencies.ts'
import { bylineWords } from '../data/byline-words.ts'
import { lettersOf } from '../parse/clean-text.ts'
import { elementsOf } from '../parse/page-node.ts'
import { resolve } from './article-data.ts'
import { authorNames } from './author-names.ts'
import { datelineAgency } from './dateline-agency.ts'
import { isObject, type Json, listOf, textOf } from './json-ld.ts'
import type { MetadataSources } from './metadata-sources.ts'
import { isFullName, signedNames } from './signed-names.ts'
import {
  hintedNames,
  linkedNames,
  markedNames,
  namesBeforeText,
  namesByTheDate,
  spokenNames,
} from './visible-byline.ts'

export interface Byline {
  readonly authors: readonly string[]
  readonly agency: string | null
}

/** Who the page says wrote it: by JSON-LD, then meta, microdata, rel=author, the byline. */
export function chooseAuthors(sources: MetadataSources, outletName: string): Byline {
  const isOutlet = (name: string): boolean => isNameOf(name, outletName, sources.address)
  const names = statedNames(sources, isOutlet)
  const unique = [...new Map(names.map((name) => [foldedLetters(name), name])).values()]
  const [agency = null] = [
    ...unique.flatMap((name) => agencyNamed(name) ?? []),
    ...organisations(sources).flatMap((name) => agencyNamed(name) ?? []),
    ...[datelineAgency(sources.page, sources.heading)].filter((name) => name !== null),
  ].filter((name) => lettersOf(name) !== lettersOf(outletName))
  // 'Gazette Staff' beside a name is where that person works.
  const people = unique.filter((name) => !isOutlet(name) && !isOutlet(withoutStaff(name)))
  return { authors: people.length > 0 ? people : unique, agency }
}

/** Whom the metadata names as where the text is from. */
function organisations({ article, meta }: MetadataSources): readonly string[] {
  return [
    ...listOf(article?.sourceOrganization).map(textOf),
    ...listOf(article?.copyrightHolder).map(textOf),
    ...['source', 'article:source', 'dc.source', 'original-source-name', 'syndication-provider'].map((name) =>
      meta.first(name),
    ),
  ]
}

/**
 * An outlet that signs for its authors in the metadata often names them on the page, near the headline; where nobody
 * signs, they may be named anywhere.
 */
function statedNames(sources: MetadataSources, isOutlet: (name: string) => boolean): readonly string[] {
  const { page, heading } = sources
  const stated = [jsonLdAuthors(sources), ...metaAuthors(sources)].filter((names) => names.length > 0)
  const [signed = []] = stated
  const isPerson = (name: string): boolean => !isOutlet(name) && isFullName(name)
  // 'The Gazette, Brindle': what follows an outlet's own name is where it is.
  const person =
    stated.find(([first = '']) => !isOutlet(first)) ?? stated.find((names) => names.some(isPerson))
  if (person !== undefined) return person
  const place = { heading, reach: signed.length > 0 ? near : Number.POSITIVE_INFINITY }
  for (const find of [markedNames, hintedNames, linkedNames, spokenNames, namesByTheDate, namesBeforeText]) {
    const found = find(page, place)
    if (found.some((name) => !isOutlet(name))) return found
  }
  const others = signedAuthors(sources)
  return others.length > 0 ? others : signed
}

/** Nodes. */
const near = 250

/** One person, however the name is set: 'JOSÉ MARÉ' and 'Jose Mare'. */
function foldedLetters(name: string): string {
  return lettersOf(name.normalize('NFD').replace(/\p{M}/gu, ''))
}

function withoutStaff(name: string): string {
  return name.replace(/\s+(?:staff|editors?|newsroom)$/i, '')
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
      ? namesOf(author.name ?? [textOf(author.givenName), textOf(author.familyName)].join(' '))
      : namesOf(author),
  )
}

function namesOf(value: Json): readonly string[] {
  return listOf(value).flatMap((name) => (typeof name === 'string' ? authorNames(name) : []))
}

/** What each kind of meta element says. */
function metaAuthors({ meta }: MetadataSources): readonly (readonly string[])[] {
  const named = [
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
  ].map((name) => meta.all(name).flatMap(authorNames))
  // A card that names its two lines: 'Written by', 'Reading time'.
  const ofCard = ['1', '2'].map((line) =>
    bylineWords.onlyOpening.test(meta.first(`twitter:label${line}`))
      ? authorNames(meta.first(`twitter:data${line}`))
      : [],
  )
  const cited = meta
    .all('citation_author')
    .flatMap((name) => authorNames(name.replace(/^([^,]+),\s*([^,]+)$/, '$2 $1')))
  return [...named, cited, ...ofCard]
}

/** Behind the text, with the outlet's name. */
function signedAuthors({ page, title, meta }: MetadataSources): readonly string[] {
  const outlet = `${title} ${meta.first('og:site_name')}`
  for (const { text } of elementsOf(page, '#text')) {
    if (text.length > 120 || !text.includes(',')) continue
    const found = signedNames(text.trim(), outlet)
    if (found.length > 0) return found
  }
  return []
}
