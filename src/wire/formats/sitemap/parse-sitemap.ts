import { Parser } from 'htmlparser2'
import { bareEntry } from '../../../model/bare-entry.ts'
import { Problem } from '../../../model/problem.ts'
import type { Entry } from '../../../model/source.ts'
import type { EpochMs } from '../../../model/time.ts'
import { bareXml } from '../feed/repair-xml.ts'
import { absolute, eachOnce, type Listing, maxEntries, newestOf, primarySubtag } from '../listing.ts'
import { lacksZone, parseDate } from '../parse-date.ts'
import { headlineText } from '../plain-text.ts'

/** A sitemap (sitemaps.org 0.9, with Google's news and image extensions), or an index of sitemaps, newest first. */
export type Sitemap =
  | { readonly kind: 'pages'; readonly isNews: boolean; readonly listing: Listing }
  | { readonly kind: 'index'; readonly children: readonly SitemapChild[] }

export interface SitemapChild {
  readonly address: string
  readonly modifiedAt: EpochMs | null
}

export function isSitemap(text: string): boolean {
  return /^[^<]{0,200}(?:<[?!][^>]*>\s*)*<(?:\w+:)?(?:urlset|sitemapindex)[\s>]/i.test(text.slice(0, 8192))
}

/** What is no sitemap is Problem 'wire/not-a-sitemap'. `address` is the base of its relative addresses. */
export function parseSitemap(text: string, address: string): Sitemap {
  if (!isSitemap(text))
    throw new Problem('wire/not-a-sitemap', `${address} was to be a sitemap, but it is something else.`)
  const { isIndex, records } = readRecords(bareXml(text, address))
  if (isIndex) return { kind: 'index', children: children(records, address) }
  const isNews = records.some((record) => record.news)
  const newest = newestWithEnds(records.filter((record) => absolute(record.texts.loc, address) !== null))
  const names = newest.map((record) => headlineText(record.texts.name))
  return {
    kind: 'pages',
    isNews,
    listing: {
      title: names.find((name) => name !== null) ?? null,
      language: primarySubtag(newest.at(-1)?.texts.language),
      home: null,
      entries: eachOnce(newest.map((record) => entryOf(record, address))),
    },
  }
}

interface SitemapRecord {
  readonly texts: Partial<Record<string, string>>
  readonly images: string[]
  news: boolean
}

function readRecords(xml: string): { isIndex: boolean; records: SitemapRecord[] } {
  const records: SitemapRecord[] = []
  let isIndex = false
  let record: SitemapRecord | null = null
  let field: string | null = null
  let text = ''
  const parser = new Parser(
    {
      onopentagname(tag) {
        const [name = '', prefix = ''] = tag.toLowerCase().split(':').reverse()
        if (name === 'sitemapindex') isIndex = true
        else if ((name === 'url' || name === 'sitemap') && prefix !== 'image')
          record = { texts: {}, images: [], news: false }
        else if (prefix === 'news' && record !== null) record.news = true
        field = prefix === 'image' || prefix === 'video' ? `${prefix}:${name}` : name
        text = ''
      },
      ontext(part) {
        text += part
      },
      onclosetag(tag) {
        const [name = ''] = tag.toLowerCase().split(':').reverse()
        if (record !== null && field?.endsWith(name) === true) {
          const value = text.trim()
          if (field === 'image:loc') record.images.push(value)
          else if (value !== '') record.texts[field] ??= value
          field = null
        }
        if ((name === 'url' || name === 'sitemap') && record !== null) {
          records.push(record)
          record = null
        }
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(xml)
  return { isIndex, records }
}

/** Without dates it cannot be told which end of a long sitemap is the new one: half is taken from each. */
function newestWithEnds(records: readonly SitemapRecord[]): SitemapRecord[] {
  const isDated = records.some((record) => dateOf(record) !== null)
  if (isDated || records.length <= maxEntries) return newestOf(records, dateOf)
  return newestOf([...records.slice(0, maxEntries / 2), ...records.slice(-maxEntries / 2)], () => null)
}

function dateOf({ texts }: SitemapRecord): EpochMs | null {
  return parseDate(texts.publication_date) ?? parseDate(texts.lastmod)
}

function children(records: readonly SitemapRecord[], address: string): SitemapChild[] {
  return newestOf(records, dateOf)
    .reverse()
    .flatMap((record) => {
      const child = absolute(record.texts.loc, address)
      return child === null ? [] : [{ address: child, modifiedAt: dateOf(record) }]
    })
}

function entryOf({ texts, images }: SitemapRecord, base: string): Entry {
  return {
    ...bareEntry(absolute(texts.loc, base) ?? base),
    headline: headlineText(texts.title),
    publishedAt: parseDate(texts.publication_date),
    modifiedAt: parseDate(texts.lastmod),
    ...(lacksZone(texts.publication_date) ? { zoneUnknown: true as const } : {}),
    categories: (texts.keywords ?? '')
      .split(',')
      .map((word) => word.trim())
      .filter(Boolean),
    images: images.flatMap((image) => absolute(image, base) ?? []),
    language: primarySubtag(texts.language),
  }
}
