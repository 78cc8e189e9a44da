import type { Block, LiveEntry } from '../../model/article.ts'
import type { Moment } from '../../model/time.ts'
import { makeBlocks } from '../blocks/make-blocks.ts'
import type { Passage } from '../body/passages.ts'
import { endsSentence } from '../body/prose.ts'
import type { Body } from '../body/read-body.ts'
import { role } from '../body/role.ts'
import { isFurnitureText } from '../data/furniture.ts'
import { isLiveName } from '../data/live-words.ts'
import { typesOf } from '../metadata/json-ld.ts'
import { markedAs, textWithin } from '../metadata/page-data.ts'
import { parseMoment } from '../metadata/parse-moment.ts'
import type { Metadata } from '../metadata/read-metadata.ts'
import { lettersOf } from '../parse/clean-text.ts'
import { attribute, type Page, type PageNode } from '../parse/page-node.ts'
import { entryElements } from './entry-elements.ts'
import { fullTimes } from './full-times.ts'
import { type StatedUpdate, statedUpdates } from './stated-updates.ts'

export interface LiveBlog {
  readonly entries: readonly LiveEntry[]
  /** Whether this node stands in an entry. */
  holds(index: number): boolean
}

/** Fewer repeated elements with times do not make a live blog of a page that does not say it is one. */
const fewestUnstated = 4

/**
 * The entries of a live blog, in the order of the page: its own elements, with the times, headlines and addresses that
 * its data states for them, or the data alone where the page shows fewer. Null where the page is no live blog.
 */
export function liveBlog(page: Page, metadata: Metadata, body: Body, base: string): LiveBlog | null {
  const isStated =
    metadata.types.includes('LiveBlogPosting') ||
    metadata.objects.some((object) => typesOf(object).includes('LiveBlogPosting')) ||
    markedAs(page, 'itemtype', /LiveBlogPosting$/).length > 0
  const found = entryElements(page, body, isStated)
  if (!isStated && !(found.length >= fewestUnstated && isNamedLive(metadata, base) && holdMost(found, body)))
    return null
  const stated = statedUpdates(metadata.objects, metadata.language, base)
  const shown = found.flatMap((element) => entryAt(page, body, metadata, element, base))
  // What the page shows is the outlet's choice: its data often lists every entry there ever was.
  if (isStated && (shown.length < 2 || (shown.length < fewestUnstated && shown.length * 2 < stated.length)))
    return { entries: stated.map(({ entry }) => entry), holds: () => false }
  const entries = fullTimes(
    shown.map(({ entry, time }) => ({ entry: withStated(entry, stated), time })),
    metadata.modifiedAt ?? metadata.publishedAt,
  )
  if (!isStated && entries.filter(({ at }) => at !== null).length < fewestUnstated) return null
  const elements = shown.map(({ element }) => element)
  return { entries, holds: (index) => isWithin(elements, index) }
}

/** Comments and forums repeat times too: only what is called live is believed to be. */
function isNamedLive({ headline, section, keywords }: Metadata, base: string): boolean {
  return (
    isLiveName(headline) || isLiveName(section ?? '') || keywords.some(isLiveName) || isLiveName(pathOf(base))
  )
}

function pathOf(address: string): string {
  return URL.canParse(address) ? new URL(address).pathname : ''
}

interface ShownEntry {
  readonly element: PageNode
  readonly entry: LiveEntry
  /** What the page writes of its time, for where that is no more than '14:05'. */
  readonly time: string
}

function entryAt(
  page: Page,
  body: Body,
  { language }: Metadata,
  element: PageNode,
  base: string,
): readonly ShownEntry[] {
  const { roles } = body
  const times: string[] = []
  let at: Moment | null = null
  for (let i = element.index; i < element.end && times.length < 3; i++) {
    const node = page.nodes[i] as PageNode
    if (node.tag !== 'time' && !attribute(node, 'itemprop').includes('datePublished')) continue
    const written = textWithin(page, node, 100)
    const machine = attribute(node, 'datetime') || attribute(node, 'content')
    at ??= parseMoment(machine, language) ?? parseMoment(written, language)
    times.push(written, machine)
  }
  const written = new Set(times.map(lettersOf))
  const passages = within(body.passages, element).filter((passage) => isOwn(passage, written))
  const [heading] = passages
  const headline = heading !== undefined && (heading.roles & role.heading) !== 0 ? heading.text : null
  const blocks = makeBlocks({
    page,
    roles,
    container: element,
    kept: headline === null ? passages : passages.slice(1),
    isDropped: (node) => ((roles.all[node.index] ?? 0) & notOwn) !== 0,
    address: base,
  })
  if (blocks.length === 0 && headline === null) return []
  const id = attribute(element, 'id')
  const address = id === '' || /\s/.test(id) || base === '' ? null : `${base.replace(/#.*$/, '')}#${id}`
  return [
    { element, entry: { headline, at, address, blocks }, time: times.find((time) => time !== '') ?? '' },
  ]
}

const notOwn =
  role.nav | role.footer | role.comments | role.form | role.dialog | role.button | role.hidden | role.unseen

function isOwn({ roles, text, linkDensity }: Passage, times: ReadonlySet<string>): boolean {
  if ((roles & (notOwn | role.caption | role.embed | role.byline | role.pullQuote)) !== 0) return false
  const letters = lettersOf(text)
  if (letters === '' || times.has(letters) || isTimeLine(text)) return false
  return !isFurnitureText(text) && !(linkDensity > 0.8 && (roles & role.heading) === 0 && text.length < 250)
}

/** '14:05', '14:05 Orla Finch'. */
function isTimeLine(text: string): boolean {
  return text.length < 50 && /^\W*\d{1,2}[:.]\d{2}(?!\d)/.test(text) && !endsSentence(text)
}

/** The passages are in page order. */
function within(passages: readonly Passage[], { index, end }: PageNode): readonly Passage[] {
  return passages.slice(firstFrom(passages, index), firstFrom(passages, end))
}

function firstFrom(passages: readonly Passage[], index: number): number {
  let [from, to] = [0, passages.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((passages[middle]?.start ?? 0) < index) from = middle + 1
    else to = middle
  }
  return from
}

/** Most of the article's text stands in these elements. */
function holdMost(elements: readonly PageNode[], { kept }: Body): boolean {
  let [held, all] = [0, 0]
  for (const { start, text } of kept) {
    all += text.length
    if (isWithin(elements, start)) held += text.length
  }
  return held > all * 0.6
}

function isWithin(elements: readonly PageNode[], index: number): boolean {
  let [from, to] = [0, elements.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((elements[middle]?.index ?? 0) <= index) from = middle + 1
    else to = middle
  }
  const last = elements[from - 1]
  return last !== undefined && index < last.end
}

function withStated(entry: LiveEntry, stated: readonly StatedUpdate[]): LiveEntry {
  const opening = openingOf(entry)
  const found = stated.find(
    (one) =>
      (entry.headline !== null && one.headline === lettersOf(entry.headline)) ||
      (opening.length >= 20 && one.opening.startsWith(opening)),
  )
  if (found === undefined) return entry
  return {
    headline: entry.headline ?? found.entry.headline,
    at: entry.at ?? found.entry.at,
    address: found.entry.address ?? entry.address,
    blocks: entry.blocks,
  }
}

function openingOf({ blocks }: LiveEntry): string {
  const first = blocks.find(
    (block): block is Extract<Block, { kind: 'paragraph' }> => block.kind === 'paragraph',
  )
  return lettersOf(first?.text.slice(0, 60) ?? '')
}
