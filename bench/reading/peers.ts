import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { decodePage } from '../../src/reader/index.ts'
import { parseMoment } from '../../src/reader/metadata/parse-moment.ts'
import type { GoldPage } from './load-pages.ts'
import type { Found } from './score.ts'

export type ReadPage = (page: GoldPage) => Found | Promise<Found>

const folder = path.join(import.meta.dirname, '../peers')

/** Installs bench/peers/package.json once: other readers are measured, and are no dependencies of the package. */
export function installPeers(): void {
  if (existsSync(path.join(folder, 'node_modules'))) return
  execFileSync('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund'], { stdio: 'inherit' })
}

/** The other readers by name, each loaded when it is asked for. */
export const peers: Readonly<Record<string, () => ReadPage | Promise<ReadPage>>> = {
  'Readability + jsdom': () => readability('jsdom'),
  'Readability + linkedom': () => readability('linkedom'),
  defuddle: () => defuddle(),
  '@postlight/parser': () => postlight(),
}

const load = createRequire(path.join(folder, 'package.json'))

interface ReadabilityArticle {
  readonly title?: string | null
  readonly byline?: string | null
  readonly publishedTime?: string | null
  readonly content?: string | null
}
type ReadabilityClass = new (document: unknown) => { parse(): ReadabilityArticle | null }
interface Jsdom {
  readonly JSDOM: new (
    html: string,
    options: { url: string },
  ) => { readonly window: { readonly document: unknown; close(): void } }
}
interface Linkedom {
  readonly parseHTML: (html: string) => { readonly document: unknown }
}

function readability(dom: 'jsdom' | 'linkedom'): ReadPage {
  const { Readability } = load('@mozilla/readability') as { readonly Readability: ReadabilityClass }
  const open =
    dom === 'jsdom' ? throughJsdom(load('jsdom') as Jsdom) : throughLinkedom(load('linkedom') as Linkedom)
  return (page) => {
    const { document, close } = open(decodePage(page.bytes, null).text, addressOf(page))
    try {
      const article = new Readability(document).parse()
      return found(article?.content, article?.title, article?.byline, article?.publishedTime)
    } finally {
      close()
    }
  }
}

type OpenDocument = (html: string, url: string) => { readonly document: unknown; readonly close: () => void }

function throughJsdom({ JSDOM }: Jsdom): OpenDocument {
  return (html, url) => {
    const { window } = new JSDOM(html, { url })
    return { document: window.document, close: () => window.close() }
  }
}

function throughLinkedom({ parseHTML }: Linkedom): OpenDocument {
  return (html) => ({ document: parseHTML(html).document, close: () => undefined })
}

interface DefuddleArticle {
  readonly content?: string
  readonly title?: string
  readonly author?: string
  readonly published?: string
}

async function defuddle(): Promise<ReadPage> {
  const node = pathToFileURL(path.join(folder, 'node_modules/defuddle/dist/node.js'))
  const { Defuddle } = (await import(node.href)) as {
    readonly Defuddle: (dom: unknown, url: string) => Promise<DefuddleArticle>
  }
  const { parseHTML } = load('linkedom') as Linkedom
  return async (page) => {
    const { document } = parseHTML(decodePage(page.bytes, null).text)
    const article = await Defuddle(document, addressOf(page))
    return found(article.content, article.title, article.author, article.published)
  }
}

interface PostlightArticle {
  readonly content?: string | null
  readonly title?: string | null
  readonly author?: string | null
  readonly date_published?: string | null
}

function postlight(): ReadPage {
  const parser = load('@postlight/parser') as {
    parse(url: string, options: { html: string; fetchAllPages: boolean }): Promise<PostlightArticle>
  }
  return async (page) => {
    const html = decodePage(page.bytes, null).text
    const article = await parser.parse(addressOf(page), { html, fetchAllPages: false })
    return found(article.content, article.title, article.author, article.date_published)
  }
}

function addressOf(page: GoldPage): string {
  return URL.canParse(page.url) && page.url.startsWith('http') ? page.url : 'https://outlet.example/'
}

function found(
  content?: string | null,
  title?: string | null,
  byline?: string | null,
  published?: string | null,
): Found {
  const moment = parseMoment(published ?? '')
  return {
    body: textOf(content ?? ''),
    title: title ?? '',
    authors: (byline ?? '')
      .replace(/^\s*by\s+/i, '')
      .split(/\s*[,;|]\s*|\s+and\s+/)
      .filter((name) => name !== ''),
    date: moment === null ? null : { at: moment.at, offsetMinutes: 0 },
  }
}

function textOf(html: string): string {
  return html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/<(?:br|\/?(?:p|div|h\d|li|ul|ol|blockquote|tr|td|figure|figcaption|section))\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(nbsp|amp|lt|gt|quot|#39|#x27|#xA0);/gi, entity)
}

function entity(_whole: string, name: string): string {
  const known: Readonly<Record<string, string>> = {
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    '#39': "'",
    '#x27': "'",
  }
  return known[name.toLowerCase()] ?? ' '
}
