import type { Said, TracedFact } from '../../model/explanation.ts'
import type { Moment } from '../../model/time.ts'
import { articleObject } from '../metadata/article-data.ts'
import { authorNames } from '../metadata/author-names.ts'
import { isObject, type JsonObject, jsonLdObjects, listOf, textOf } from '../metadata/json-ld.ts'
import { type MetaTags, readMetaTags } from '../metadata/meta-tags.ts'
import { itemValue, markedAs, textWithin } from '../metadata/page-data.ts'
import { parseMoment } from '../metadata/parse-moment.ts'
import { cleanText, lettersOf, plainText } from '../parse/clean-text.ts'
import { attribute, elementsOf, type Page } from '../parse/page-node.ts'
import type { Whole } from '../read.ts'

/** What the page says of itself in its several places, beside what was taken. */
export function traceFacts({ page, metadata, rules }: Whole): readonly TracedFact[] {
  const meta = readMetaTags(page)
  const objects = jsonLdObjects(page)
  const title = cleanText(elementsOf(page, 'title')[0]?.text ?? '')
  const headings = elementsOf(page, 'h1')
    .slice(0, 50)
    .map((node) => textWithin(page, node))
  const data = articleObject(objects, [title, ...headings])
  const places: Places = { page, meta, data, title, headings }
  const ruled = (field: 'title' | 'date' | 'author'): readonly (readonly [string, string])[] =>
    (rules?.elements(field) ?? []).map((node) => ['rule', cleanText(itemValue(page, node))])
  return [
    {
      fact: 'headline',
      taken: metadata.headline,
      said: agreeing([...ruled('title'), ...headlines(places)], (text) => sameWords(text, metadata.headline)),
    },
    {
      fact: 'published',
      taken: iso(metadata.publishedAt),
      said: agreeing([...ruled('date'), ...publishedTimes(places)], (text) =>
        sameTime(text, metadata.publishedAt, metadata.language),
      ),
    },
    {
      fact: 'modified',
      taken: iso(metadata.modifiedAt),
      said: agreeing(modifiedTimes(places), (text) => sameTime(text, metadata.modifiedAt, metadata.language)),
    },
    {
      fact: 'authors',
      taken: metadata.authors.join(', '),
      said: agreeing([...ruled('author'), ...authors(places)], (text) =>
        [text, ...authorNames(text)].some((name) => metadata.authors.includes(name)),
      ),
    },
  ]
}

interface Places {
  readonly page: Page
  readonly meta: MetaTags
  readonly data: JsonObject | null
  readonly title: string
  readonly headings: readonly string[]
}

/** By whom, and what. */
type Words = readonly (readonly [by: string, text: string])[]

const textShown = 300

function agreeing(words: Words, agrees: (text: string) => boolean): readonly Said[] {
  const seen = new Set<string>()
  return words.flatMap(([by, raw]) => {
    const text = plainText(raw).slice(0, textShown)
    const key = `${by} ${text}`
    if (text === '' || seen.has(key)) return []
    seen.add(key)
    return [{ by, text, agrees: agrees(text) }]
  })
}

function headlines({ page, meta, data, title, headings }: Places): Words {
  return [
    ['json-ld', textOf(data?.headline)],
    ['meta', meta.first('og:title', 'twitter:title', 'dc.title')],
    ['microdata', microdata(page, /^headline$/i)],
    ...headings.slice(0, 3).map((text) => ['h1', text] as const),
    ['title', title],
  ]
}

function publishedTimes({ page, meta, data }: Places): Words {
  return [
    ['json-ld', textOf(data?.datePublished)],
    ['meta', meta.first('article:published_time', 'og:published_time', 'pubdate', 'dc.date', 'date')],
    ['microdata', microdata(page, /\bdatePublished\b/i)],
    ...times(page),
  ]
}

function modifiedTimes({ page, meta, data }: Places): Words {
  return [
    ['json-ld', textOf(data?.dateModified)],
    ['meta', meta.first('article:modified_time', 'og:updated_time', 'last-modified')],
    ['microdata', microdata(page, /\bdateModified\b/i)],
  ]
}

function times(page: Page): Words {
  return elementsOf(page, 'time')
    .slice(0, 3)
    .map((node) => ['time', attribute(node, 'datetime') || textWithin(page, node)])
}

function authors({ page, meta, data }: Places): Words {
  return [
    ...listOf(data?.author).map(
      (author) => ['json-ld', textOf(isObject(author) ? author.name : author)] as const,
    ),
    ['meta', meta.first('author', 'article:author', 'byl', 'dc.creator')],
    ['microdata', microdata(page, /\bauthor\b/i)],
  ]
}

function microdata(page: Page, property: RegExp): string {
  const [node] = markedAs(page, 'itemprop', property)
  return node === undefined ? '' : itemValue(page, node)
}

/** 'Headline — Outlet' says the headline too. */
function sameWords(text: string, taken: string): boolean {
  const [one, other] = [lettersOf(text), lettersOf(taken)]
  return other !== '' && (one === other || (one.startsWith(other) && other.length >= 12))
}

function sameTime(text: string, taken: Moment | null, language: string): boolean {
  return taken !== null && parseMoment(text, language)?.at === taken.at
}

function iso(moment: Moment | null): string {
  return moment === null ? '' : new Date(moment.at).toISOString()
}
