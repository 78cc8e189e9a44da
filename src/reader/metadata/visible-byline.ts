import { bylineWords } from '../data/byline-words.ts'
import { cleanText } from '../parse/clean-text.ts'
import { attribute, elementsOf, type Page, type PageNode } from '../parse/page-node.ts'
import { authorNames } from './author-names.ts'
import { isOfOthers } from './elsewhere.ts'
import { textWithin } from './page-data.ts'
import { isFullName, namesBesideDate, onlyNames } from './signed-names.ts'

const bylineHint =
  /(?:^|[\s_-])(?:by-?line|author|autor|auteur|writer|reporter|journalist|credits?-name|creator)(?:s|-?names?|-?link|__name|_name|-?info|-?details|-?meta|-?wrapper|-?box)?(?:$|[\s_-])/i

/** Where on the page a byline may stand. */
export interface Place {
  /** The node of the headline. */
  readonly heading: number
  /** How many nodes behind it a byline is looked for. */
  readonly reach: number
}

/** Who is named in an element whose class or id says that it is a byline: the nearest behind the headline first. */
export function hintedNames(page: Page, place: Place): readonly string[] {
  return firstNames(page, place, page.nodes, isNamedByline)
}

function isNamedByline(node: PageNode): boolean {
  return (
    node.attributes.length > 0 &&
    (bylineHint.test(attribute(node, 'class')) || bylineHint.test(attribute(node, 'id')))
  )
}

const authorPath =
  /\/(?:authors?|autor(?:es|en)?|auteurs?|people|staff|contributors?|journalists?|profile|producers|writers?|team)\/[^/?#]+\/?$/i

/** Who the first link to a page of an author behind the headline names. */
export function linkedNames(page: Page, place: Place): readonly string[] {
  return firstNames(
    page,
    place,
    elementsOf(page, 'a'),
    (node) =>
      node.index > place.heading &&
      node.index < place.heading + 200 &&
      authorPath.test(attribute(node, 'href')),
  )
}

const author = /\bauthor\b/i

/** Elements that are marked as naming an author: those that stand together with the first of them. */
export function markedNames(page: Page, place: Place): readonly string[] {
  const marked = candidates(
    page,
    place,
    page.marked,
    (node) =>
      node.tag !== 'link' &&
      (author.test(attribute(node, 'itemprop')) || author.test(attribute(node, 'rel'))),
  )
  const names: string[] = []
  let end = Number.POSITIVE_INFINITY
  for (const node of marked) {
    if (names.length > 0 && Math.abs(node.index - end) > nearby) break
    const found =
      attribute(node, 'content') === ''
        ? namesWithin(page, node, isFullName, isShortName)
        : authorNames(attribute(node, 'content'))
    if (found.length > 0) end = node.end
    names.push(...found)
  }
  return [...new Set(names)]
}

/** Who signs with one word, or as a team: where the page marks it as an author's name, it is one. */
function isShortName(name: string): boolean {
  return /^\p{Lu}/u.test(name) && name.length <= 30 && !bylineWords.role.test(name)
}

/** So many nodes apart, two bylines are of two articles. */
const nearby = 40

/** A line that says it is a byline: 'Автор: Ганна Лісова', or 'By' and the name in the next element. */
export function spokenNames(page: Page, place: Place): readonly string[] {
  for (const node of elementsOf(page, '#text')) {
    if (node.text.length > 120) continue
    if (node.index > place.heading + place.reach) break
    const isNear = node.index > place.heading - 60 && node.index < place.heading + 200
    const found = spokenIn(page, node, isNear)
    if (found.length > 0 && !isOfOthers(page, node, place.heading)) return found
  }
  return []
}

function spokenIn(page: Page, node: PageNode, isNear: boolean): readonly string[] {
  const text = node.text.trim()
  if (!bylineWords.mayOpen(text)) return []
  if (bylineWords.onlyOpening.test(text))
    return isNear || text.length >= plainLabel || text.endsWith(':') ? namesBehind(page, node) : []
  if (bylineWords.labelled.test(text)) return authorNames(text).filter(isFullName)
  const isSpoken = isNear || /^(?:\p{L}+ ){1,4}(?:by|von|par|por)\s/iu.test(text)
  return isSpoken && bylineWords.opening.test(text) ? onlyNames(text) : []
}

/** A shorter label may say anything, far from the headline: 'By', 'von'. */
const plainLabel = 6

/** In the line that dates the article, right behind the headline. */
export function namesByTheDate(page: Page, { heading }: Place): readonly string[] {
  if (heading === 0) return []
  for (const node of page.nodes.slice(heading, heading + 30)) {
    if (node.tag !== '#text' || node.text.length > 120) continue
    const found = namesBesideDate(node.text.trim())
    if (found.length > 0) return found
  }
  return []
}

/** A paragraph of nothing but names before the first sentence: '<p><b>Orla Finch</b></p>'. */
export function namesBeforeText(page: Page, place: Place): readonly string[] {
  if (place.heading === 0) return []
  for (const node of page.nodes.slice(place.heading + 1, place.heading + 400)) {
    if (node.tag === '#text' && node.text.length > 150) break
    if (node.tag !== 'p' || isOfOthers(page, node, place.heading)) continue
    const text = textWithin(page, node, 100)
    // 'PORT LINDEN, 24 November. The ferry …' begins the report.
    const found = text.length > 100 ? [] : onlyNames(text)
    if (found.length > 0) return found
  }
  return []
}

function namesBehind(page: Page, label: PageNode): readonly string[] {
  const names: string[] = []
  for (let at = label.index + 1; at < Math.min(page.nodes.length, label.index + 14); at++) {
    const node = page.nodes[at] as PageNode
    if (node.tag !== '#text' || node.text.trim() === '') continue
    if (/^\s*(?:[,&]|and|und|et|y|и|та)\s*$/iu.test(node.text)) continue
    const found = onlyNames(node.text)
    if (found.length === 0) break
    names.push(...found)
  }
  return names
}

function firstNames(
  page: Page,
  place: Place,
  nodes: readonly PageNode[],
  test: (node: PageNode) => boolean,
): readonly string[] {
  for (const node of candidates(page, place, nodes, test)) {
    const found = namesWithin(page, node, isFullName)
    if (found.length > 0) return found
  }
  return []
}

/** Those behind the headline before those above it; none of a comment, a menu or another article. */
function candidates(
  page: Page,
  place: Place,
  nodes: readonly PageNode[],
  test: (node: PageNode) => boolean,
): readonly PageNode[] {
  const found = nodes
    .filter(
      (node) =>
        node.index < place.heading + place.reach && test(node) && !isOfOthers(page, node, place.heading),
    )
    .slice(0, 60)
  return [
    ...found.filter((node) => node.index > place.heading),
    ...found.filter((node) => node.index <= place.heading).reverse(),
  ].slice(0, 12)
}

/** The texts of an element one by one, as names and jobs stand in elements of their own; else all of it as one line. */
function namesWithin(
  page: Page,
  node: PageNode,
  test: (name: string) => boolean,
  wholeTest: (name: string) => boolean = test,
): readonly string[] {
  const whole = textWithin(page, node, 300)
  if (whole.length < 3) return []
  const texts = textsWithin(page, node)
  const names: string[] = []
  let isOther = false
  for (const text of texts) {
    if (bylineWords.notAuthor.test(text.replace(/^[\s.,|•·–—-]+/, ''))) isOther = true
    else if (bylineWords.opening.test(text) || bylineWords.onlyOpening.test(text)) isOther = false
    if (text.length < 120 && !isOther) names.push(...authorNames(text).filter(test))
    if (names.length > 0 && text.length > 160) break
  }
  if (names.length > 0) return [...new Set(names)]
  return whole.length < 120 ? authorNames(whole).filter(wholeTest) : []
}

function textsWithin(page: Page, node: PageNode): readonly string[] {
  const texts: string[] = []
  for (let at = node.index + 1; at < node.end && texts.length < 30; at++) {
    const one = page.nodes[at] as PageNode
    if (one.tag === 'script' || one.tag === 'style' || one.tag === 'svg' || one.tag === 'noscript')
      at = one.end - 1
    else if (one.tag === '#text' && one.text.trim() !== '') texts.push(cleanText(one.text))
  }
  return texts
}
