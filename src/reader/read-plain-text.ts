import type { Article, Block, Reading } from '../model/article.ts'
import type { Moment } from '../model/time.ts'
import { endsSentence, weightOf } from './body/prose.ts'
import { isFurnitureText } from './data/furniture.ts'
import { authorNames } from './metadata/author-names.ts'
import { parseMoment } from './metadata/parse-moment.ts'
import { cleanText } from './parse/clean-text.ts'
import { type IdentifyLanguage, inTextLanguage } from './text-language.ts'

/**
 * Text scraped from a page, without markup, as an article: the first line is the headline, a sentence of its own
 * behind it the lead; dates, bylines and the column of other news at the end are told from the text. Never throws.
 */
export function readPlainText(text: string, address = '', identifyLanguage?: IdentifyLanguage): Reading {
  const lines = text
    .split(/\r\n?|\n|\u2028|\u2029/)
    .map(cleanText)
    .filter((line) => line !== '')
  const own = lines.slice(0, endOfArticle(lines))
  const head = ownHead(own)
  if (head.headline === '') return { kind: 'empty', why: 'There is no text.' }
  const { lead, rest } = partLead(own.slice(head.lines).filter((line) => !isFurnitureText(line)))
  const blocks = rest.map(toBlock)
  const article = { ...emptyArticle, address, ...head.found, headline: head.headline, lead, blocks }
  return { kind: 'article', article: inTextLanguage(article, identifyLanguage) }
}

interface Head {
  readonly headline: string
  /** How many lines it takes. */
  readonly lines: number
  readonly found: Pick<Article, 'authors' | 'publishedAt'>
}

/** The headline, and the lines of dates and names that stand before and after it. */
function ownHead(lines: readonly string[]): Head {
  let headline = ''
  let publishedAt: Moment | null = null
  let authors: readonly string[] = []
  let at = 0
  for (; at < lines.length && at < 8; at++) {
    const line = lines[at] ?? ''
    const moment = line.length < 60 ? parseMoment(line) : null
    const names = bylineOf(line)
    if (moment !== null) publishedAt ??= moment
    else if (names.length > 0) authors = names
    else if (headline === '' && !isFurnitureText(line)) headline = line
    else if (headline !== '') break
  }
  return { headline, lines: at, found: { authors, publishedAt } }
}

function bylineOf(line: string): readonly string[] {
  return line.length < 80 &&
    /^(?:by|автор[иы]?|авторлар|von|par|por|di|мәтін)(?:\s*:\s*|\s)\p{Lu}/iu.test(line) &&
    !endsSentence(line)
    ? authorNames(line)
    : []
}

/** A sentence that stands by itself before longer paragraphs. */
function partLead(lines: readonly string[]): {
  readonly lead: string | null
  readonly rest: readonly string[]
} {
  const [first, second] = lines
  const isLead =
    first !== undefined &&
    second !== undefined &&
    lines.length > 3 &&
    weightOf(first) < 250 &&
    endsSentence(first) &&
    !/[.!?…]\s+\p{Lu}/u.test(first)
  return isLead ? { lead: first, rest: lines.slice(1) } : { lead: null, rest: lines }
}

/** Where the furniture at the end begins: a line known as its heading, or times of day, with hardly a sentence behind. */
function endOfArticle(lines: readonly string[]): number {
  for (let at = 2; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const opens = (line.length < 60 && isFurnitureText(line)) || isTimed(line)
    if (opens && isColumn(lines.slice(isTimed(line) ? at : at + 1))) return at
  }
  return lines.length
}

/** Short lines of which many carry a time, or that mostly end like headlines. */
function isColumn(lines: readonly string[]): boolean {
  if (lines.length === 0) return true
  const timed = lines.filter(isTimed).length
  const paragraphs = lines.filter((line) => weightOf(line) > 220 && endsSentence(line)).length
  const headlines = lines.filter((line) => !endsSentence(line) || isTimed(line)).length
  return paragraphs <= lines.length * 0.2 && (timed >= lines.length * 0.25 || headlines >= lines.length * 0.6)
}

/** '18:30' by itself, or glued before or behind a headline. */
function isTimed(line: string): boolean {
  return /^(?:[01]?\d|2[0-3]):[0-5]\d(?!\d)/.test(line) || /(?:[01]?\d|2[0-3]):[0-5]\d$/.test(line)
}

function toBlock(text: string): Block {
  return weightOf(text) < 90 && !endsSentence(text) && !/^[-–—•«"„]/.test(text)
    ? { kind: 'heading', level: 2, text, links: [] }
    : { kind: 'paragraph', text, links: [] }
}

const emptyArticle: Article = {
  address: '',
  headline: '',
  lead: null,
  authors: [],
  agency: null,
  publishedAt: null,
  modifiedAt: null,
  language: 'und',
  blocks: [],
  image: null,
  outletName: null,
  section: null,
  keywords: [],
  outgoingLinks: [],
  textFrom: 'page',
}
