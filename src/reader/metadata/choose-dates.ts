import type { Moment } from '../../model/time.ts'
import { attribute, hints, type PageNode } from '../parse/page-node.ts'
import { textOf } from './json-ld.ts'
import type { MetadataSources } from './metadata-sources.ts'
import { itemValue, nodesWhere, textWithin } from './page-data.ts'
import { parseMoment } from './parse-moment.ts'
import { yearlessMoment } from './yearless-moment.ts'

export interface Dates {
  readonly publishedAt: Moment | null
  readonly modifiedAt: Moment | null
}

/** When the page says it was published and changed: by JSON-LD, then meta, microdata, `<time>`, visible text, address. */
export function chooseDates(sources: MetadataSources): Dates {
  return { publishedAt: published(sources), modifiedAt: modified(sources) }
}

function published(sources: MetadataSources): Moment | null {
  const { page, address, meta, objects, article, language } = sources
  const stated = [
    textOf(article?.datePublished),
    meta.first('article:published_time', 'og:published_time', 'og:article:published_time'),
    microdata(sources, /\bdatePublished\b/i),
    ...objects.map((object) => textOf(object.datePublished)),
    meta.first(
      'parsely-pub-date',
      'sailthru.date',
      'article.published',
      'datepublished',
      'publishdate',
      'publish-date',
      'publish_date',
      'published_time',
      'pubdate',
      'cxenseparse:recs:publishtime',
      'dc.date.issued',
      'dcterms.created',
      'dcterms.date',
      'dc.date.created',
      'dc.date',
      'article:published',
      'article_date_original',
      'originalpublicationdate',
      'citation_publication_date',
      'date',
      'datecreated',
      'dateCreated',
    ),
    textOf(article?.dateCreated),
  ]
  for (const text of stated) {
    const found = text === '' ? null : parseMoment(text, language)
    if (found !== null) return found
  }
  return (
    timeElement(sources) ??
    visibleDate(sources) ??
    addressDate(address) ??
    (page.nodes.length > 0 ? modified(sources) : null)
  )
}

function modified({ meta, article, language, ...rest }: MetadataSources): Moment | null {
  const stated = [
    textOf(article?.dateModified),
    meta.first(
      'article:modified_time',
      'og:updated_time',
      'og:modified_time',
      'last-modified',
      'dcterms.modified',
      'lastmod',
    ),
    microdata({ meta, article, language, ...rest }, /\bdateModified\b/i),
  ]
  for (const text of stated) {
    const found = text === '' ? null : parseMoment(text, language)
    if (found !== null) return found
  }
  return null
}

function microdata({ page }: MetadataSources, property: RegExp): string {
  const [node] = nodesWhere(page, (one) => property.test(attribute(one, 'itemprop')), 1)
  return node === undefined ? '' : itemValue(page, node)
}

/** The first `<time>` that is dated after the first heading, else the first of all. */
function timeElement({ page, language }: MetadataSources): Moment | null {
  const heading = page.nodes.find((node) => node.tag === 'h1')
  const times = nodesWhere(page, (node) => node.tag === 'time').map((node) => ({
    node,
    found:
      parseMoment(attribute(node, 'datetime') || textWithin(page, node), language) ??
      parseMoment(textWithin(page, node), language),
  }))
  const dated = times.filter((time): time is { node: PageNode; found: Moment } => time.found !== null)
  const near = dated.find(({ node }) => heading !== undefined && node.index > heading.index)
  return (near ?? dated[0])?.found ?? null
}

const dateHint = /date|time|publish|byline|meta|posted|info|author|datum|fecha|data|дата/

/** A date in words: in an element named for it, nearest to the heading first. */
function visibleDate({ page, language, fetchedAt }: MetadataSources): Moment | null {
  const heading = page.nodes.find((node) => node.tag === 'h1')?.index ?? 0
  const texts = page.nodes
    .filter(
      (node) =>
        node.tag === '#text' &&
        node.text.length < 200 &&
        /\d/.test(node.text) &&
        /(19|20)\d{2}/.test(node.text),
    )
    .slice(0, 400)
    .map((node) => ({
      node,
      distance: node.index < heading ? (heading - node.index) * 2 : node.index - heading,
    }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 40)
  let fallback: Moment | null = null
  for (const { node, distance } of texts) {
    if (node.parent?.tag === 'script') continue
    const found = parseMoment(node.text, language)
    if (found === null) continue
    const isNamed =
      dateHint.test(node.parent === null ? '' : hints(node.parent)) || node.text.trim().length < 40
    if (isNamed && distance < 400) return found
    fallback ??= distance < 150 ? found : null
  }
  return yearlessDate() ?? fallback

  /** '24 November, 14:05' by itself, right behind the heading. */
  function yearlessDate(): Moment | null {
    if (heading === 0 || fetchedAt === null) return null
    for (const node of page.nodes.slice(heading, heading + 40)) {
      if (node.tag !== '#text' || !/\d/.test(node.text)) continue
      const found = yearlessMoment(node.text, language, fetchedAt)
      if (found !== null) return found
    }
    return null
  }
}

function addressDate(address: string): Moment | null {
  const found = /[/-](20\d{2})[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?:[/_.-]|$)/.exec(address)
  return found === null ? null : parseMoment(`${found[1]}-${found[2]}-${found[3]}`)
}
