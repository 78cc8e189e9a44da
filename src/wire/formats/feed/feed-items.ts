import type { parseFeed } from 'feedsmith'
import { present } from '../listing.ts'

/** What the feed formats have in common, as written: nothing decoded, resolved or parsed yet. */
export interface FeedHead {
  readonly title: string | null
  readonly language: string | null
  readonly home: string | null
  readonly base: string | null
}

export interface FeedItem {
  /** The first that is an address is the item's. */
  readonly links: readonly string[]
  readonly base: string | null
  readonly title: string | null
  readonly summary: string | null
  readonly html: string | null
  readonly published: string | null
  readonly modified: string | null
  readonly authors: readonly string[]
  readonly categories: readonly string[]
  readonly images: readonly string[]
  readonly language: string | null
}

type Parsed = ReturnType<typeof parseFeed<string>>

export function feedItems(parsed: Parsed): { readonly head: FeedHead; readonly items: readonly FeedItem[] } {
  switch (parsed.format) {
    case 'rss':
      return { head: rssHead(parsed.feed), items: (parsed.feed.items ?? []).map(rssItem) }
    case 'rdf':
      return { head: rdfHead(parsed.feed), items: (parsed.feed.items ?? []).map(rdfItem) }
    case 'atom':
      return { head: atomHead(parsed.feed), items: (parsed.feed.entries ?? []).map(atomItem) }
    case 'json':
      return { head: jsonHead(parsed.feed), items: (parsed.feed.items ?? []).map(jsonItem) }
  }
}

type RssHead = Extract<Parsed, { format: 'rss' }>['feed']
type RdfHead = Extract<Parsed, { format: 'rdf' }>['feed']
type AtomHead = Extract<Parsed, { format: 'atom' }>['feed']
type JsonHead = Extract<Parsed, { format: 'json' }>['feed']
type RssItem = NonNullable<RssHead['items']>[number]
type RdfItem = NonNullable<RdfHead['items']>[number]
type AtomEntry = NonNullable<AtomHead['entries']>[number]
type JsonItem = NonNullable<JsonHead['items']>[number]

function rssHead(feed: RssHead): FeedHead {
  return {
    title: feed.title ?? null,
    language: feed.language ?? feed.dc?.languages?.[0] ?? feed.xml?.lang ?? null,
    home: feed.link ?? null,
    base: feed.xml?.base ?? null,
  }
}

function rssItem(item: RssItem): FeedItem {
  const published = item.pubDate ?? item.dc?.dates?.[0] ?? item.dcterms?.issued?.[0] ?? item.atom?.published
  return {
    ...common(item),
    links: present([item.link, item.guid?.isPermaLink === false ? null : item.guid?.value]),
    title: item.title ?? item.dc?.titles?.[0] ?? item.media?.title?.value ?? null,
    summary: item.description ?? item.media?.description?.value ?? null,
    html: item.content?.encoded ?? null,
    published: published ?? null,
    modified: item.atom?.updated ?? item.dcterms?.modified?.[0] ?? null,
    authors: [...(item.dc?.creators ?? []), ...present((item.authors ?? []).map((author) => author.name))],
    categories: [
      ...present((item.categories ?? []).map((category) => category.name)),
      ...(item.dc?.subjects ?? []),
    ],
    images: [
      ...present(
        (item.enclosures ?? []).filter((file) => isImage(file.type, file.url)).map((file) => file.url),
      ),
      ...mediaImages(item.media),
    ],
  }
}

function rdfHead(feed: RdfHead): FeedHead {
  return {
    title: feed.title ?? null,
    language: feed.dc?.languages?.[0] ?? feed.xml?.lang ?? null,
    home: feed.link ?? null,
    base: feed.xml?.base ?? null,
  }
}

function rdfItem(item: RdfItem): FeedItem {
  return {
    ...common(item),
    links: present([item.link, item.rdf?.about]),
    title: item.title ?? item.dc?.titles?.[0] ?? null,
    summary: item.description ?? null,
    html: item.content?.encoded ?? null,
    published: item.dc?.dates?.[0] ?? item.dcterms?.issued?.[0] ?? null,
    modified: item.dcterms?.modified?.[0] ?? null,
    authors: item.dc?.creators ?? [],
    categories: item.dc?.subjects ?? [],
    images: mediaImages(item.media),
  }
}

function atomHead(feed: AtomHead): FeedHead {
  return {
    title: feed.title?.value ?? null,
    language: feed.xml?.lang ?? feed.dc?.languages?.[0] ?? null,
    home: pageLink(feed.links) ?? null,
    base: feed.xml?.base ?? null,
  }
}

function atomItem(entry: AtomEntry): FeedItem {
  const pictures = (entry.links ?? []).filter(
    (link) => link.rel === 'enclosure' && isImage(link.type, link.href),
  )
  return {
    ...common(entry),
    links: present([pageLink(entry.links), entry.content?.src, entry.id]),
    title: entry.title?.value ?? entry.dc?.titles?.[0] ?? null,
    summary: entry.summary?.value ?? entry.media?.groups?.[0]?.description?.value ?? null,
    html: asHtml(entry.content),
    published: entry.published ?? entry.dc?.dates?.[0] ?? null,
    modified: entry.updated ?? null,
    authors: present([...(entry.authors ?? []).map((author) => author.name), ...(entry.dc?.creators ?? [])]),
    categories: present((entry.categories ?? []).map((category) => category.label ?? category.term)),
    images: [...present(pictures.map((link) => link.href)), ...mediaImages(entry.media)],
  }
}

function jsonHead(feed: JsonHead): FeedHead {
  return {
    title: feed.title ?? null,
    language: feed.language ?? null,
    home: feed.home_page_url ?? null,
    base: null,
  }
}

function jsonItem(item: JsonItem): FeedItem {
  const pictures = (item.attachments ?? []).filter((file) => isImage(file.mime_type, file.url))
  return {
    links: present([item.url, item.external_url, item.id]),
    base: null,
    title: item.title ?? null,
    summary: item.summary ?? null,
    html: item.content_html ?? (item.content_text === undefined ? null : asParagraphs(item.content_text)),
    published: item.date_published ?? null,
    modified: item.date_modified ?? null,
    authors: present((item.authors ?? []).map((author) => author.name)),
    categories: item.tags ?? [],
    images: present([item.image, item.banner_image, ...pictures.map((file) => file.url)]),
    language: item.language ?? null,
  }
}

function common(item: RssItem | RdfItem | AtomEntry): Pick<FeedItem, 'base' | 'language'> {
  return { base: item.xml?.base ?? null, language: item.xml?.lang ?? item.dc?.languages?.[0] ?? null }
}

function pageLink(links: AtomEntry['links']): string | null {
  const pages = (links ?? []).filter((link) => link.rel === undefined || link.rel === 'alternate')
  return (pages.find((link) => link.type === undefined || /html/.test(link.type)) ?? pages[0])?.href ?? null
}

function asHtml(content: AtomEntry['content']): string | null {
  if (content?.value === undefined) return null
  return content.type === 'text' || content.type === 'text/plain'
    ? asParagraphs(content.value)
    : content.value
}

function asParagraphs(text: string): string {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
  return escaped
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${paragraph.replace(/\n/g, '<br>')}</p>`)
    .join('')
}

function mediaImages(media: RssItem['media']): string[] {
  const groups = media?.groups ?? []
  const contents = [...(media?.contents ?? []), ...groups.flatMap((group) => group.contents ?? [])]
  const images = contents.filter(
    (content) =>
      content.medium === 'image' || (content.medium === undefined && isImage(content.type, content.url)),
  )
  const thumbnails = [media, ...groups, ...contents].flatMap((part) => part?.thumbnails ?? [])
  return present((images.length > 0 ? images : thumbnails).map((image) => image.url))
}

function isImage(type: string | undefined, address: string | undefined): boolean {
  return type === undefined || type === ''
    ? /\.(jpe?g|png|webp|gif|avif)(\?|$)/i.test(address ?? '')
    : /^image\//i.test(type)
}
