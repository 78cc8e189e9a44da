import { readFileSync } from 'node:fs'
import { canonicalAddress, outletKey } from '../../../kit/address.ts'
import { bareEntry } from '../../../model/bare-entry.ts'
import type { Entry } from '../../../model/source.ts'
import { all, attribute, baseOf, type Document, type Element, first, parsePage, textOf } from '../document.ts'
import { absolute, type Listing, maxEntries, primarySubtag } from '../listing.ts'
import { lacksZone, parseDate } from '../parse-date.ts'

/**
 * The articles that a section or home page links to, told from its navigation by the shape of their addresses, the
 * words of their links, and where on the page and how often alike they stand. Pages list the newest first; entries
 * are oldest first. Only articles of the same outlet.
 */
export function parseSection(html: string, address: string): Listing {
  const page = parsePage(html)
  const base = baseOf(page, address)
  const links = all('a[href]', page)
    .slice(0, maxLinks)
    .flatMap((anchor, place) => linkOf(anchor, place, base) ?? [])
  const own = links.filter((link) => isOwn(link, address))
  return {
    title: titleOf(page),
    language: primarySubtag(attribute(first('html[lang]', page), 'lang')),
    home: null,
    entries: articles(own).slice(0, maxEntries).reverse(),
  }
}

/** Far beyond any page of people's. */
const maxLinks = 20_000

interface Words {
  readonly text: string
  readonly rank: 1 | 2 | 3
}

interface Link {
  readonly address: string
  readonly canonical: string
  readonly anchor: Element
  readonly words: Words
  /** Of links that look alike in the page's tree. */
  readonly pattern: string
  readonly isFurniture: boolean
  readonly place: number
}

function titleOf(page: Document): string | null {
  return (
    attribute(first('meta[property="og:site_name"]', page), 'content') || textOf(first('title', page)) || null
  )
}

function linkOf(anchor: Element, place: number, base: string): Link | null {
  const address = absolute(attribute(anchor, 'href'), base)
  const canonical = address === null ? null : canonicalAddress(address)
  if (address === null || canonical === null) return null
  const ancestors = ancestorsOf(anchor)
  return {
    address,
    canonical,
    anchor,
    words: wordsOf(anchor),
    pattern: [anchor, ...ancestors.slice(0, 4)].map(signature).join('<'),
    isFurniture: [anchor, ...ancestors].some(isFurniture),
    place,
  }
}

function ancestorsOf(element: Element): Element[] {
  const found: Element[] = []
  for (let node = element.parent; node !== null; node = node.parent)
    if ('attribs' in node) found.push(node as Element)
  return found
}

/** A heading outranks what else a link holds (a time, a section's name, a lead), and that what describes a picture. */
function wordsOf(anchor: Element): Words {
  const isInHeading = ancestorsOf(anchor)
    .slice(0, 2)
    .some((element) => /^h[1-6]$/.test(element.name))
  const heading = textOf(
    first('h1, h2, h3, h4, h5, [class*="title"], [class*="headline"], [itemprop="headline"]', anchor),
  )
  if (heading !== '') return { text: heading, rank: 3 }
  const text = textWithoutTime(anchor)
  if (text !== '') return { text, rank: isInHeading ? 3 : 2 }
  return { text: attribute(anchor, 'title') || attribute(first('img[alt]', anchor), 'alt') || '', rank: 1 }
}

function textWithoutTime(anchor: Element): string {
  const time = first('time, [class*="time"], [class*="date"]', anchor)
  const words = textOf(anchor)
  const clock = textOf(time)
  return (clock !== '' && words.startsWith(clock) ? words.slice(clock.length) : words)
    .replace(/^\d{1,2}:\d{2}\s+/, '')
    .trim()
}

function signature(element: Element): string {
  return `${element.name}.${(element.attribs.class ?? '').trim().split(/\s+/)[0] ?? ''}`
}

function isFurniture(element: Element): boolean {
  if (/^(nav|footer|form|button)$/.test(element.name)) return true
  if (/^(navigation|menu|menubar|contentinfo)$/.test(element.attribs.role ?? '')) return true
  if (/^(body|html|main)$/.test(element.name)) return false
  const names = `${element.attribs.class ?? ''} ${element.attribs.id ?? ''}`.toLowerCase()
  return names
    .split(/[\s_]+/)
    .some(
      (name) =>
        navigation.furniture.has(name) ||
        name
          .split('-')
          .some((part) => part === 'nav' || part === 'menu' || part === 'footer' || part === 'breadcrumbs'),
    )
}

function isOwn(link: Link, page: string): boolean {
  if (link.canonical === canonicalAddress(page) || outletKey(link.address) !== outletKey(page)) return false
  const { pathname } = new URL(link.canonical)
  const segments = pathname.toLowerCase().split('/').filter(Boolean)
  const file = /\.(\w+)$/.exec(segments.at(-1) ?? '')?.[1] ?? ''
  if (navigation.files.has(file)) return false
  // /archives/2026/11/24/100423 is an article for all its first word.
  const isClear = addressScore(new URL(link.canonical)) >= 4
  return isClear || !segments.some((segment) => navigation.pathWords.has(segment))
}

/** In the order of the page, each address once. */
function articles(links: readonly Link[]): Entry[] {
  const byAddress = grouped(links, (link) => link.canonical)
  const patternScores = new Map(
    [...grouped(links, (link) => link.pattern)].map(([pattern, alike]) => [pattern, patternScore(alike)]),
  )
  const found: Entry[] = []
  for (const same of byAddress.values()) {
    const best = Math.max(...same.map((link) => score(link) + (patternScores.get(link.pattern) ?? 0)))
    const headline = bestWords(same.map((link) => link.words))
    if (best >= threshold && headline !== '') found.push(entryOf(same, headline))
  }
  return found
}

const threshold = 4

function score(link: Link): number {
  return addressScore(new URL(link.canonical)) + wordScore(link.words.text) + placeScore(link)
}

function addressScore({ pathname, search }: URL): number {
  const segments = decodeSafely(pathname).split('/').filter(Boolean)
  const last = (segments.at(-1) ?? '').replace(/\.\w{3,5}$/, '')
  const parts = last.split(/[-_]+/).filter(Boolean).length
  let score = 0
  if (/\/(19|20)\d{2}[/-]?(0?[1-9]|1[0-2])([/-]?[0-3]?\d)?(\/|-|_|$)/.test(pathname)) score += 2
  if (/(^|[-_a-z])\d{3,}$|^\d{3,}/i.test(last)) score += 2
  if (parts >= 3 || last.length >= 25) score += 2
  if (/\.(s?html?|php|aspx?)$/i.test(pathname)) score += 1
  if (/[?&](id|p|news|article|nid|newsid|story)=\d+/i.test(search)) score += 2
  if (segments.length >= 3) score += 0.5
  if (segments.length <= 1 && parts <= 1 && !/\d{3,}/.test(last) && search === '') score -= 2
  return score
}

function wordScore(words: string): number {
  // Chinese and Japanese leave no space between words, which are of two characters more often than not.
  const unspaced = words.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0
  const count = Math.max(words.match(/[\p{L}\d]+/gu)?.length ?? 0, unspaced / 2)
  if (words.length < 12 || count < 2) return -1.5
  return (count >= 4 || words.length >= 30 ? 1.5 : 0) + (count >= 7 ? 1 : 0)
}

function placeScore(link: Link): number {
  if (link.isFurniture) return -4
  const near = ancestorsOf(link.anchor).slice(0, 3)
  const isHeading =
    near.some((element) => /^h[1-5]$/.test(element.name)) || first('h1, h2, h3, h4, h5', link.anchor) !== null
  const isDated = timeNear(link) !== null
  return (
    (isHeading ? 1.5 : 0) + (isDated ? 1 : 0) + (near.some((element) => element.name === 'article') ? 1 : 0)
  )
}

/** Headlines stand in rows of their like; so do the words of a menu, but those are short. */
function patternScore(alike: readonly Link[]): number {
  const lengths = alike
    .map((link) => link.words.text.length)
    .filter((length) => length > 0)
    .sort((a, b) => a - b)
  const median = lengths[Math.floor(lengths.length / 2)] ?? 0
  if (alike.length < 3) return 0
  return median >= 25 ? 1 : median < 14 ? -1 : 0
}

function entryOf(same: readonly Link[], headline: string): Entry {
  const [link] = same
  if (link === undefined) throw new Error('an address without a link')
  const time = same.map(timeNear).find((found) => found !== null) ?? null
  const stated = attribute(time, 'datetime')
  // A bare day says less than the page itself will.
  return {
    ...bareEntry(link.address),
    headline,
    publishedAt: stated?.includes(':') ? parseDate(stated) : null,
    ...(lacksZone(stated) ? { zoneUnknown: true as const } : {}),
  }
}

/** The time stated beside this link, in the smallest box around it that holds one, if the box is not the whole list's. */
function timeNear({ anchor }: Link): Element | null {
  for (const box of [anchor, ...ancestorsOf(anchor).slice(0, 4)]) {
    const times = timesIn(box)
    if (times.length > 1) return null
    if (times[0] !== undefined) return times[0]
  }
  return null
}

/** Remembered, for many links share their boxes. */
function timesIn(box: Element): readonly Element[] {
  const known = knownTimes.get(box)
  if (known !== undefined) return known
  const times = all('time', box)
  knownTimes.set(box, times)
  return times
}

const knownTimes = new WeakMap<Element, readonly Element[]>()

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group === undefined) groups.set(keyOf(item), [item])
    else group.push(item)
  }
  return groups
}

function bestWords(all: readonly Words[]): string {
  const usable = all.filter(({ text }) => text !== '' && text.length <= 300)
  const rank = Math.max(...usable.map((words) => words.rank))
  const texts = usable.filter((words) => words.rank === rank).map(({ text }) => text)
  return texts.reduce((best, text) => (text.length > best.length ? text : best), '')
}

function decodeSafely(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

const navigation = loadNavigation()

interface Navigation {
  readonly pathWords: ReadonlySet<string>
  readonly files: ReadonlySet<string>
  readonly furniture: ReadonlySet<string>
}

function loadNavigation(): Navigation {
  const file = new URL('../data/navigation.json', import.meta.url)
  const table = JSON.parse(readFileSync(file, 'utf8')) as Record<keyof Navigation, readonly string[]>
  return {
    pathWords: new Set(table.pathWords),
    files: new Set(table.files),
    furniture: new Set(table.furniture),
  }
}
