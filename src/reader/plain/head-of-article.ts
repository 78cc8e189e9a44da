import type { Article } from '../../model/article.ts'
import { endsSentence } from '../body/prose.ts'
import { isFurnitureText } from '../data/furniture.ts'
import { forwardedFrom, isCounter } from '../data/plain-text-words.ts'
import { authorNames } from '../metadata/author-names.ts'
import { parseMoment } from '../metadata/parse-moment.ts'

export interface Head {
  readonly headline: string
  /** How many lines it takes. */
  readonly lines: number
  readonly found: Pick<Article, 'authors' | 'publishedAt' | 'outletName'>
}

const mostLines = 14

/** The headline, and what stands before and after it: menus, paths, dates, names, counters, whose message it was. */
export function headOfArticle(lines: readonly string[]): Head {
  let headline = ''
  let found: Head['found'] = { authors: [], publishedAt: null, outletName: null }
  let at = menuLines(lines)
  for (; at < lines.length && at < mostLines; at++) {
    const line = lines[at] ?? ''
    const told = factsIn(line)
    if (told !== null) {
      found = {
        authors: found.authors.length > 0 ? found.authors : told.authors,
        publishedAt: found.publishedAt ?? told.publishedAt,
        outletName: found.outletName ?? told.outletName,
      }
    } else if (headline === '' && !isBesideText(line)) headline = line
    else if (headline !== '' && !isBesideText(line)) break
  }
  return { headline, lines: at, found }
}

/** Words of a menu, each in a line of its own before the headline: three at least. */
function menuLines(lines: readonly string[]): number {
  let count = 0
  while (count < lines.length - 2 && isMenuWord(lines[count] ?? '')) count++
  return count >= 3 ? count : 0
}

function isMenuWord(line: string): boolean {
  return line.length <= 22 && line.split(' ').length <= 2 && !/[\d.!?…:«"“]/.test(line)
}

/** What a line says of the article, where it says nothing else; null for a line of text. */
function factsIn(line: string): Head['found'] | null {
  const nothing = { authors: [], publishedAt: null, outletName: null }
  if (line.length > 160) return null
  const from = forwardedFrom(line)
  if (from !== null) return { ...nothing, outletName: from }
  if (line.length >= 80) return null
  // As messengers copy posts: 'Valley Post, [24.11.2026 18:30]'.
  const [, name = '', time = ''] = /^(.{0,60}?),?\s*\[([^\]]{8,40})\]:?$/.exec(line) ?? []
  const sent = parseMoment(time)
  if (sent !== null) return { ...nothing, publishedAt: sent, outletName: name.trim() || null }
  const publishedAt = line.length < 60 && !endsSentence(line) ? parseMoment(line) : null
  const names = bylineOf(line)
  if (publishedAt === null && names.length === 0) return null
  return { ...nothing, publishedAt, authors: names }
}

function bylineOf(line: string): readonly string[] {
  return /^(?:by|автор[иы]?|авторы|авторлар|von|par|por|di|мәтін|текст)(?:\s*:\s*|\s)\p{Lu}/iu.test(line) &&
    !endsSentence(line)
    ? authorNames(line)
    : []
}

/** 'Share', '12 views', 'Home › News › County', a line without a letter. */
function isBesideText(line: string): boolean {
  if (line.length > 300) return false
  return isFurnitureText(line) || isCounter(line) || isPath(line) || !/\p{L}/u.test(line)
}

function isPath(line: string): boolean {
  const parts = line.split(/\s*[›»>→]\s*|\s+[/|]\s+/)
  return line.length < 100 && parts.length > 2 && parts.every((part) => part.length < 30)
}
