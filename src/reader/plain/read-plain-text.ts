import type { Article, Block, Reading } from '../../model/article.ts'
import { endsSentence, weightOf } from '../body/prose.ts'
import { isFurnitureText } from '../data/furniture.ts'
import { isCounter } from '../data/plain-text-words.ts'
import { cleanText } from '../parse/clean-text.ts'
import { type IdentifyLanguage, inTextLanguage } from '../text-language.ts'
import { endOfArticle } from './end-of-article.ts'
import { headOfArticle } from './head-of-article.ts'

/**
 * Text scraped from a page or copied from a messenger, without markup, as an article: the first line that is no menu,
 * date or name is the headline, a sentence of its own behind it the lead; the column of other news at the end and what
 * channels set below their posts are told from the text. Never throws.
 */
export function readPlainText(text: string, address = '', identifyLanguage?: IdentifyLanguage): Reading {
  const lines = text
    .split(/\r\n?|\n|\u2028|\u2029/)
    .map(cleanText)
    .filter((line) => line !== '')
  const own = lines.slice(0, endOfArticle(lines))
  const head = headOfArticle(own)
  if (head.headline === '') return { kind: 'empty', why: 'There is no text.' }
  const rest = own.slice(head.lines).filter((line) => !isFurnitureText(line) && !isCounter(line))
  const { headline, opening } = partHeadline(head.headline)
  const { lead, body } = partLead(opening === '' ? rest : [opening, ...rest])
  const blocks = body.map(toBlock)
  const article = { ...emptyArticle, address, ...head.found, headline, lead, blocks }
  return { kind: 'article', article: inTextLanguage(article, identifyLanguage) }
}

/** Of a text in one line, or one whose first line is a paragraph, the first sentence stands for the headline. */
function partHeadline(line: string): { readonly headline: string; readonly opening: string } {
  if (weightOf(line) < 200) return { headline: line, opening: '' }
  const [, first, rest] =
    /^(.{10,250}?[.!?…][»”"']?)\s+(?=[\p{Lu}\p{Lo}«“"—–\d])(.+)$/su.exec(line.slice(0, 4000)) ?? []
  if (first === undefined || rest === undefined) return { headline: line, opening: '' }
  return { headline: first, opening: line.slice(first.length).trim() }
}

/** A sentence that stands by itself before longer paragraphs. */
function partLead(lines: readonly string[]): {
  readonly lead: string | null
  readonly body: readonly string[]
} {
  const [first, second] = lines
  const isLead =
    first !== undefined &&
    second !== undefined &&
    lines.length > 3 &&
    weightOf(first) < 250 &&
    endsSentence(first) &&
    !/[.!?…]\s+\p{Lu}/u.test(first)
  return isLead ? { lead: first, body: lines.slice(1) } : { lead: null, body: lines }
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
