import type { Moment } from '../../model/time.ts'
import { textOf } from './json-ld.ts'
import type { MetadataSources } from './metadata-sources.ts'
import { itemValue, markedAs } from './page-data.ts'
import { parseMoment } from './parse-moment.ts'
import { datesInText, timeElements, type VisibleDate } from './visible-dates.ts'

export interface Dates {
  readonly publishedAt: Moment | null
  /** Never before `publishedAt`. */
  readonly modifiedAt: Moment | null
}

/**
 * When the page says it was published and changed: by JSON-LD, then meta, microdata, `<time>`, visible text, address; by
 * the time of a change where nothing says more.
 */
export function chooseDates(sources: MetadataSources): Dates {
  const stated = statedMoment(sources)
  const changed = firstMoment(statedModified(sources), sources.locale)
  const shown = stated === null || changed === null ? visibleDates(sources, stated) : []
  const inAddress = addressDate(sources.address)
  const publishedAt =
    stated ??
    otherWayRound(shown.find(({ isChange }) => !isChange)?.moment ?? null, [inAddress]) ??
    inAddress ??
    shown[0]?.moment ??
    changed
  const modifiedAt = changed ?? shown.find(({ isChange }) => isChange)?.moment ?? null
  return {
    publishedAt,
    modifiedAt:
      modifiedAt !== null && publishedAt !== null && modifiedAt.at < publishedAt.at ? null : modifiedAt,
  }
}

/** '03-09-2026' is the 9th of March where the page shows that day in words, and of September where it does not. */
function statedMoment(sources: MetadataSources): Moment | null {
  for (const text of statedPublished(sources)) {
    const found = text === '' ? null : parseMoment(text, sources.locale)
    if (found === null) continue
    return inDigits.test(text)
      ? otherWayRound(found, [
          addressDate(sources.address),
          ...datesInText(sources).map(({ moment }) => moment),
        ])
      : found
  }
  return null
}

const inDigits = /^\s*\d{1,2}[-/.]\d{1,2}[-/.]\d{4}/

/** Of the others the one that says day and month the other way round, where none says the same day; else the moment. */
function otherWayRound(moment: Moment | null, others: readonly (Moment | null)[]): Moment | null {
  if (moment === null) return null
  const [year, month, day] = dayOf(moment).split('-')
  const known = others.filter((other) => other !== null)
  if (known.some((other) => dayOf(other) === dayOf(moment))) return moment
  return known.find((other) => dayOf(other) === `${year}-${day}-${month}`) ?? moment
}

function dayOf({ at }: Moment): string {
  return new Date(at).toISOString().slice(0, 10)
}

/** A page that states when it was published shows the day of a change beside its headline, if at all. */
function visibleDates(sources: MetadataSources, stated: Moment | null): readonly VisibleDate[] {
  const times = timeElements(sources)
  if (times.length > 0 || stated !== null) return times
  return datesInText(sources)
}

function firstMoment(texts: readonly string[], locale: string): Moment | null {
  for (const text of texts) {
    const found = text === '' ? null : parseMoment(text, locale)
    if (found !== null) return found
  }
  return null
}

function statedPublished(sources: MetadataSources): readonly string[] {
  const { meta, objects, article } = sources
  return [
    textOf(article?.datePublished),
    meta.first('article:published_time', 'og:published_time', 'og:article:published_time'),
    microdata(sources, /\bdatePublished\b/i),
    ...objects.map((object) => textOf(object.datePublished)),
    ...[
      'parsely-pub-date',
      'sailthru.date',
      'article.published',
      'datepublished',
      'publishdate',
      'publish-date',
      'publish_date',
      'publication_date',
      'publication-date',
      'published_time',
      'published-date',
      'published_date',
      'published',
      'pubdate',
      'pub_date',
      'cxenseparse:recs:publishtime',
      'dc.date.issued',
      'dcterms.issued',
      'dcterms.created',
      'dcterms.date',
      'dc.date.created',
      'dc.date',
      'article:published',
      'article_date_original',
      'originalpublicationdate',
      'citation_publication_date',
      'citation_online_date',
      'date',
      'datecreated',
    ].map((name) => meta.first(name)),
    textOf(article?.dateCreated),
  ]
}

function statedModified(sources: MetadataSources): readonly string[] {
  const { meta, article } = sources
  return [
    textOf(article?.dateModified),
    ...[
      'article:modified_time',
      'og:updated_time',
      'og:modified_time',
      'last-modified',
      'dcterms.modified',
      'dc.date.modified',
      'lastmod',
    ].map((name) => meta.first(name)),
    microdata(sources, /\bdateModified\b/i),
  ]
}

function microdata({ page }: MetadataSources, property: RegExp): string {
  const [node] = markedAs(page, 'itemprop', property)
  return node === undefined ? '' : itemValue(page, node)
}

function addressDate(address: string): Moment | null {
  const digits = /[/-](20\d{2})[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?:[/_.-]|$)/.exec(address)
  if (digits !== null) return parseMoment(`${digits[1]}-${digits[2]}-${digits[3]}`)
  const named = /\/(20\d{2})\/([a-z]{3,9})\/(\d{1,2})(?:\/|$)/i.exec(address)
  return named === null ? null : parseMoment(`${named[3]} ${named[2]} ${named[1]}`, 'en')
}
