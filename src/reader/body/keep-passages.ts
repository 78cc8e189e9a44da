import type { PassageWhy } from '../../model/passage-why.ts'
import { isFurnitureText } from '../data/furniture.ts'
import { parseMoment } from '../metadata/parse-moment.ts'
import { isOfLetters, lettersOf } from '../parse/clean-text.ts'
import { attribute, type Page, type PageNode } from '../parse/page-node.ts'
import { boxesToAct } from './boxes-to-act.ts'
import { callsAtEnd } from './calls-at-end.ts'
import type { Roles } from './element-roles.ts'
import { insertsIn } from './inserts.ts'
import { isWrittenAddress, leadsOn } from './link-lines.ts'
import type { Passage } from './passages.ts'
import { firstFrom } from './passages-in.ts'
import { endsSentence } from './prose.ts'
import { proseSums } from './prose-sums.ts'
import { repeatedQuotes } from './repeated-quotes.ts'
import { role } from './role.ts'
import type { StatedBody } from './stated-body.ts'
import { otherPages } from './teasers.ts'

/** An embedded post is no passage of the text; it becomes a block of its own. */
const embedded = 'embed'

export interface Judged {
  readonly passage: Passage
  readonly keep: boolean
  /** For an editor who asks. */
  readonly why: PassageWhy
  /** The outlet's rule that decided, where one did. */
  readonly rule?: string
  /** What other pages of the outlet say decided, not this page. */
  readonly byMemory?: true
}

export interface Judgement {
  readonly container: PageNode | null
  readonly judged: readonly Judged[]
  /** Whether an element stands in one that was dropped with all it holds. */
  readonly isDropped: (node: PageNode) => boolean
}

export interface KnownTexts {
  readonly headline: string
  readonly description: string
  readonly authors: readonly string[]
  readonly language: string
  readonly address: string
}

/** Of the passages in the container, those that are the article's. */
export function keepPassages(
  page: Page,
  roles: Roles,
  container: PageNode,
  passages: readonly Passage[],
  known: KnownTexts,
  stated: StatedBody | null,
): Judgement {
  const inside = passages.filter(
    (passage) => passage.start >= container.index && passage.start < container.end,
  )
  const headline = lettersOf(known.headline)
  const dropped = droppedElements(page, roles, container, inside, headline)
  const nextArticle = startOfNextArticle(page, inside, headline, known.language)
  const lastThird = inside[Math.floor(inside.length * 0.66)]?.start ?? 0
  const lastRule = ruleBeforeTail(page, container, inside)
  const isRepeatedQuote = repeatedQuotes(inside)
  const isOther = otherPages(known.address)
  const first = judgeAll()
  return {
    container,
    judged: trimTail(trimEnds(withoutCalls(withoutInserts(first, stated), known.address))),
    isDropped: (node) => {
      if (node.index >= nextArticle) return true
      const why = reasonAt(dropped, node)
      return why !== null && why !== embedded
    },
  }

  function judgeAll(): Judged[] {
    const seen = new Set<string>()
    return inside.map((passage) => {
      const why = reasonToDrop(passage, seen)
      return { passage, keep: why === null, why: why ?? 'part of the article' }
    })
  }

  function isAboutAuthor(passage: Passage): boolean {
    if (passage.start < lastThird || passage.weight > 900) return false
    return startsWithName(passage.text, known.authors)
  }

  function reasonToDrop(passage: Passage, seen: Set<string>): PassageWhy | null {
    const reason = reasonAt(dropped, passage.node)
    if (reason !== null) return reason
    if (passage.start >= nextArticle) return 'another article'
    const { roles: standsIn } = passage
    const opening = passage.text.slice(0, 2000)
    if (isOfLetters(opening, '') && !/\d/.test(passage.text)) return 'no words'
    if (isCaption(standsIn) && passage.weight < 600) return 'caption'
    if ((standsIn & role.pullQuote) !== 0 || isRepeatedQuote(passage)) return 'pull quote'
    if ((standsIn & role.button) !== 0) return 'button'
    if (headline !== '' && isOfLetters(opening, headline)) return 'headline again'
    // The rows of a table may well say the same.
    if (passage.weight > 60 && (standsIn & role.cell) === 0) {
      const letters = lettersOf(opening)
      if (seen.has(letters)) return 'said before'
      seen.add(letters)
    }
    const agreed = stated !== null && stated.agreement(passage.text) > 0.8
    if (agreed && lettersOf(opening).length > 20) return null
    if (isFurnitureText(passage.text)) return 'furniture words'
    if (isSignature(passage.text, known.authors)) return 'signature'
    if (isDateLine(passage, known.language)) return 'date'
    if (passage.start > lastRule) return 'behind the last rule'
    if (isAboutAuthor(passage)) return 'about the author'
    if (
      passage.linkDensity > 0.8 &&
      ((standsIn & role.heading) === 0 || isOfCard(passage)) &&
      passage.weight < 250 &&
      !isEntry(passage)
    )
      return isWrittenAddress(passage, isOther) ? null : 'only links'
    if (leadsOn(passage, isOther)) return 'only links'
    if (stated !== null && stated.agreement(passage.text) < 0.3 && (standsIn & role.heading) === 0)
      return 'not in the stated body'
    return null
  }
}

/** Of a list or table that is not all links. */
function isEntry({ node }: Passage): boolean {
  return /^(?:li|d[dt]|t[dh])$/.test(node.tag)
}

/** A heading in a link, not a link in a heading: of a card that leads to another page. */
function isOfCard({ node }: Passage): boolean {
  let at: PageNode | null = node
  for (let steps = 0; at !== null && steps < 5; steps++, at = at.parent) if (at.tag === 'a') return true
  return false
}

/** 'Orla Finch is a reporter who …' behind most of the text. */
function startsWithName(text: string, authors: readonly string[]): boolean {
  const opening = text.slice(0, 80).toLowerCase()
  return authors.some((name) => name.includes(' ') && opening.startsWith(name.toLowerCase()))
}

/** 'Orla Finch' or 'Orla Finch, “The Outlet”' in a line of its own. */
function isSignature(text: string, authors: readonly string[]): boolean {
  return authors.some(
    (name) =>
      name.includes(' ') && text.startsWith(name) && text.length < name.length + 40 && !endsSentence(text),
  )
}

/** '24 November 2026, 09:16' in a line of its own. */
function isDateLine({ text, roles }: Passage, language: string): boolean {
  if (text.length > 50 || (roles & (role.heading | role.item | role.cell)) !== 0 || endsSentence(text))
    return false
  return parseMoment(text, language) !== null && (text.match(/\p{L}+/gu) ?? []).length < 5
}

/** Where the last <hr> stands, when no more than a line or two follows the text: an address, a note. */
function ruleBeforeTail(page: Page, container: PageNode, inside: readonly Passage[]): number {
  for (let i = container.end - 1; i > container.index; i--) {
    if (page.nodes[i]?.tag !== 'hr') continue
    const tail = weightBehind(i)
    return tail < 160 && tail * 4 < weightBehind(container.index) ? i : Number.POSITIVE_INFINITY
  }
  return Number.POSITIVE_INFINITY

  function weightBehind(index: number): number {
    return inside.reduce((sum, { start, weight }) => sum + (start > index ? weight : 0), 0)
  }
}

/** Where an endless scroll adds the next article: at another main heading, with a date of its own before its text. */
function startOfNextArticle(
  page: Page,
  inside: readonly Passage[],
  headline: string,
  language: string,
): number {
  let isTitled = false
  let heading: Passage | null = null
  let isDated = false
  for (const passage of inside) {
    if (isMainHeading(passage)) {
      const isHeadline = headline !== '' && isOfLetters(passage.text, headline)
      heading = isTitled && !isHeadline ? passage : null
      isDated = false
      isTitled ||= isHeadline
    } else if (heading !== null && passage.isProse) {
      if (isDated || holdsTime(page, heading.start, passage.start)) return heading.start
      heading = null
    } else if (heading !== null) isDated ||= isDateLine(passage, language)
  }
  return Number.POSITIVE_INFINITY
}

function holdsTime(page: Page, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (page.nodes[i]?.tag === 'time') return true
  return false
}

function isMainHeading({ node, roles }: Passage): boolean {
  if ((roles & role.heading) === 0) return false
  let at: PageNode | null = node
  while (at !== null && !/^h[1-6]$/.test(at.tag)) at = at.parent
  return at?.tag === 'h1'
}

/** A figure can also hold a quotation or a table. */
function isCaption(roles: number): boolean {
  if ((roles & role.caption) !== 0) return true
  return (roles & role.figure) !== 0 && (roles & (role.quote | role.cell | role.item | role.pre)) === 0
}

/** Enough to be an article by itself, whatever follows. */
const longText = 2000

/** An element that is dropped with all it holds, and why. */
interface Dropped {
  readonly node: PageNode
  readonly why: PassageWhy
}

/** In document order. */
function droppedElements(
  page: Page,
  roles: Roles,
  container: PageNode,
  inside: readonly Passage[],
  headline: string,
): readonly Dropped[] {
  const sums = proseSums(page, inside)
  const total = sums.prose(container)
  const main = mainArticle()
  const boxes = boxesToAct(page, container, inside)
  const namesMislead = namedShare() > 0.4
  const found: Dropped[] = []
  for (let i = container.index + 1; i < container.end; i++) {
    const node = page.nodes[i] as PageNode
    if (node.tag === '#text') continue
    const why = reasonToDropAll(node, roles.own[i] ?? 0)
    if (why !== null) {
      found.push({ node, why })
      i = node.end - 1
    }
  }
  return found

  /** Where most of the prose stands in elements named as furniture, the names mean something else here. */
  function namedShare(): number {
    let named = 0
    for (const passage of inside)
      if (passage.isProse && (namedBelow(passage.node) & role.furniture) !== 0) named += passage.weight
    return total === 0 ? 0 : named / total
  }

  function namedBelow(node: PageNode): number {
    let found = 0
    for (let at: PageNode | null = node; at !== null && at !== container; at = at.parent)
      found |= roles.own[at.index] ?? 0
    return found
  }

  /** What is named for social media around an embedded post and little else is no furniture. */
  function isWrapper(node: PageNode): boolean {
    for (let i = node.index + 1; i < Math.min(node.end, node.index + 12); i++) {
      const inner = page.nodes[i] as PageNode
      if (((roles.own[i] ?? 0) & role.embed) !== 0 && sums.text(inner) > sums.text(node) * 0.8) return true
    }
    return false
  }

  /**
   * Of several articles in the element, the one that it is about: the first that holds much of the text, or the page's
   * headline and some of the text.
   */
  function mainArticle(): PageNode | null {
    const title = inside.find((passage) => isMainHeading(passage) && isOfLetters(passage.text, headline))
    const isTitled = ({ index, end }: PageNode): boolean =>
      headline !== '' && title !== undefined && title.start > index && title.start < end
    for (let i = container.index + 1; i < container.end; i++) {
      const node = page.nodes[i] as PageNode
      if (node.tag === 'article' && sums.prose(node) > total * (isTitled(node) ? 0.1 : 0.3)) return node
    }
    return null
  }

  /** Named for the 'read more' that unfolds it, not for other pages: no link leads there. */
  function isFolded(node: PageNode): boolean {
    return sums.prose(node) > 0 && sums.links(node) === 0 && /read[-_]?more/i.test(attribute(node, 'class'))
  }

  /** An article of its own has a heading or a date; without, it is a part that somebody named so. */
  function isHeaded({ index, end }: PageNode): boolean {
    if (holdsTime(page, index, end)) return true
    for (let at = firstFrom(inside, index); at < inside.length; at++) {
      const { start, roles, linkDensity } = inside[at] as Passage
      if (start >= end) return false
      if ((roles & role.heading) !== 0 || (linkDensity > 0.8 && (roles & role.caption) === 0)) return true
    }
    return false
  }

  /** Comments can be longer than the text that they stand behind. */
  function areBehindLongText(node: PageNode): boolean {
    const text = total - sums.prose(node)
    return text > longText && sums.proseBefore(node) - sums.proseBefore(container) > text * 0.9
  }

  function reasonToDropAll(node: PageNode, own: number): PassageWhy | null {
    const text = sums.text(node)
    if (text === 0) return null
    if (boxes.has(node)) return 'box to fill in or press'
    if ((own & role.embed) !== 0) return embedded
    if (isWrapper(node)) return null
    const share = total === 0 ? 0 : sums.prose(node) / total
    const density = sums.links(node) / text
    if (node.tag === 'article' && main !== null && node.index >= main.end && isHeaded(node))
      return 'another article'
    if ((own & (role.comments | role.dialog)) !== 0 && share < 0.5) return 'comments or dialog'
    if ((own & role.comments) !== 0 && areBehindLongText(node)) return 'comments or dialog'
    if ((own & (role.nav | role.footer)) !== 0 && share < 0.4) return 'navigation or footer'
    if ((own & (role.aside | role.form)) !== 0 && share < 0.3) return 'aside'
    if ((own & role.teaser) !== 0 && share < 0.3) return 'teaser of another page'
    if ((own & role.box) !== 0 && (share < 0.3 || (share < 0.7 && total * (1 - share) > 2000))) return 'box'
    if (
      (own & role.furniture) !== 0 &&
      !isFolded(node) &&
      (namesMislead ? share === 0 && density > 0.5 : share < 0.3)
    )
      return 'named as furniture'
    if ((own & role.byline) !== 0 && share < 0.1) return 'byline'
    if ((own & role.hidden) !== 0 && (own & role.gate) === 0 && node.tag !== 'p' && share < 0.3)
      return 'hidden'
    if (
      (node.tag === 'ul' || node.tag === 'ol' || node.tag === 'table' || node.tag === 'dl') &&
      density > 0.75
    )
      return 'list of links'
    return null
  }
}

/** Why the element that a node stands in was dropped, or null. None of the dropped stands in another. */
function reasonAt(dropped: readonly Dropped[], { index }: PageNode): PassageWhy | null {
  let low = 0
  let high = dropped.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((dropped[middle] as Dropped).node.index <= index) low = middle + 1
    else high = middle
  }
  const last = dropped[low - 1]
  return last !== undefined && index < last.node.end ? last.why : null
}

function withoutInserts(judged: readonly Judged[], stated: StatedBody | null): readonly Judged[] {
  const inserts = insertsIn(judged.filter(({ keep }) => keep).map(({ passage }) => passage))
  if (inserts.size === 0) return judged
  return judged.map(
    (one): Judged =>
      inserts.has(one.passage) && !(stated !== null && stated.agreement(one.passage.text) > 0.8)
        ? { ...one, keep: false, why: 'set apart from the text' }
        : one,
  )
}

function withoutCalls(judged: readonly Judged[], address: string): readonly Judged[] {
  const kept = judged.filter(({ keep }) => keep).map(({ passage }) => passage)
  const from = callsAtEnd(kept, address)
  if (from === Number.POSITIVE_INFINITY) return judged
  return judged.map(
    (one): Judged =>
      one.keep && one.passage.start >= from
        ? { ...one, keep: false, why: 'sends to other pages, behind the text' }
        : one,
  )
}

/**
 * The article begins and ends with prose: short lines before the first and after the last are furniture, unless they
 * stand in paragraphs or lists beside it.
 */
function trimEnds(judged: readonly Judged[]): readonly Judged[] {
  const isSolid = ({ passage, keep }: Judged): boolean =>
    keep && (passage.isProse || (passage.weight > 40 && endsSentence(passage.text)))
  const firstSolid = judged.findIndex(isSolid)
  if (firstSolid < 0) return judged
  const columns = new Set<PageNode>()
  for (const one of judged) if (isSolid(one)) columns.add(columnOf(one.passage.node))
  const isLine = ({ passage }: Judged): boolean => standsIn(columns, passage)
  const mayPass = ({ passage }: Judged): boolean =>
    isInside(columns, passage.node) && (passage.node.tag !== 'p' || passage.linkDensity < 0.5)
  let first = reach(judged, firstSolid, -1, isLine, mayPass)
  if (isHeading(judged[first - 1])) first--
  const before = judged.findLastIndex(({ keep }, at) => keep && at < first)
  if (announces(judged[before], judged[first])) first = before
  const lastSolid = judged.findLastIndex(isSolid)
  const last = reach(judged, lastSolid, 1, (one) => isLine(one) && !isBold(one), mayPass)
  return judged.map(
    (one, at): Judged =>
      one.keep && (at < first || at > last) ? { ...one, keep: false, why: 'before or after the text' } : one,
  )
}

/** The furthest line that belongs to the text, with headings, bold lines and items that are links at most between it and the text. */
function reach(
  judged: readonly Judged[],
  from: number,
  step: 1 | -1,
  isLine: (one: Judged) => boolean,
  mayPass: (one: Judged) => boolean,
): number {
  let reached = from
  for (let at = from + step; at >= 0 && at < judged.length; at += step) {
    const one = judged[at] as Judged
    if (!one.keep) continue
    if (isLine(one)) reached = at
    else if (!mayPass(one)) break
  }
  return reached
}

/** Of a part: the headline itself is the article's, not the text's. */
function isHeading(one: Judged | undefined): boolean {
  return one !== undefined && (one.passage.roles & role.heading) !== 0 && one.passage.node.tag !== 'h1'
}

/** 'What to pack:' before a list. */
function announces(line: Judged | undefined, list: Judged | undefined): boolean {
  return (
    line?.passage.text.endsWith(':') === true &&
    line.passage.linkDensity === 0 &&
    ((list?.passage.roles ?? 0) & role.item) !== 0
  )
}

/** At the end, a line in bold is a heading of what was left out, or a signature. */
function isBold({ passage }: Judged): boolean {
  return (passage.roles & role.strong) !== 0
}

/** The element whose children are paragraphs, lists and tables, this in one of them; or the cell that it stands in. */
function columnOf(node: PageNode): PageNode {
  let at = node
  while (at.parent !== null && inColumn.has(at.tag) && at.tag !== 'td') at = at.parent
  return at
}

/** Whether it stands in a paragraph, list or table of one of the columns. */
function isInside(columns: ReadonlySet<PageNode>, node: PageNode): boolean {
  let at = node
  while (at.parent !== null && inColumn.has(at.tag)) {
    at = at.parent
    if (columns.has(at)) return true
  }
  return false
}

const inColumn: ReadonlySet<string> = new Set(
  'p ul ol li dl dt dd table thead tbody tr td th blockquote pre h1 h2 h3 h4 h5 h6'.split(' '),
)

/** A line that belongs to the paragraphs beside it: no link, no heading, no signature in bold. */
function standsIn(columns: ReadonlySet<PageNode>, { node, roles, text, linkLength }: Passage): boolean {
  if (linkLength > text.length * 0.3 || (roles & role.heading) !== 0) return false
  // The time of the last headline in a list.
  if (/^\d{1,2}[:.]\d\d$/.test(text) || !isInside(columns, node)) return false
  return node.tag !== 'p' || (text.includes(' ') && !text.endsWith(':'))
}

/**
 * Behind the text stand other boxes of the page: where nearly all prose stands in elements made alike, what stands in
 * other elements behind the last of them, and is little beside it, is none of the text.
 */
function trimTail(judged: readonly Judged[]): readonly Judged[] {
  const weights = new Map<string, number>()
  let total = 0
  for (const { passage, keep } of judged) {
    if (!keep || !passage.isProse) continue
    const form = formOf(columnOf(passage.node))
    weights.set(form, (weights.get(form) ?? 0) + passage.weight)
    total += passage.weight
  }
  const [form, most] = [...weights].reduce((a, b) => (b[1] > a[1] ? b : a), ['', 0])
  const last = judged.findLast(
    ({ passage, keep }) => keep && passage.isProse && formOf(columnOf(passage.node)) === form,
  )
  if (last === undefined || most < total * 0.7) return judged
  const column = columnOf(last.passage.node)
  const isBehind = ({ passage, keep }: Judged): boolean =>
    keep && passage.start >= column.end && !isAround(columnOf(passage.node), column)
  if (asksTwice(judged.filter(({ passage }) => passage.start >= column.end))) return judged
  const tail = judged.reduce((sum, one) => sum + (isBehind(one) ? one.passage.weight : 0), 0)
  if (tail === 0 || tail > total * 0.25) return judged
  return judged.map((one): Judged => (isBehind(one) ? { ...one, keep: false, why: 'behind the text' } : one))
}

/** The text goes on in the element around the one in which most of it stands. */
function isAround(outer: PageNode, { index, end }: PageNode): boolean {
  return outer.index < index && outer.end >= end
}

/** Questions with their answers, as many a text ends with. */
function asksTwice(tail: readonly Judged[]): boolean {
  const asked = tail.filter(
    ({ passage }, at) =>
      /[?？؟]$/.test(passage.text) && tail[at + 1]?.passage.isProse === true && tail[at + 1]?.keep,
  )
  return asked.length > 1
}

function formOf(node: PageNode): string {
  return `${node.tag} ${attribute(node, 'class')}`
}
