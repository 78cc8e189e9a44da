import { pageKindWords } from '../data/page-kind-words.ts'
import { inlineTags } from '../parse/element-habits.ts'
import type { Page, PageNode } from '../parse/page-node.ts'
import type { Passage } from './passages.ts'
import { role } from './role.ts'
import type { StatedBody } from './stated-body.ts'

/**
 * The element that holds the article: the one whose passages are worth most together, where prose is worth its
 * length and everything else costs. Of several with the same passages, the innermost. Where little prose is found, the
 * lines under the headline are the article sooner than a note in a side column.
 */
export function chooseContainer(
  page: Page,
  passages: readonly Passage[],
  stated: StatedBody | null,
  headlines: readonly number[],
): PageNode | null {
  const found = worthiest(page, prefixSums(page, passages, stated))
  const isDoubtful =
    found.node === null ||
    (found.worth < shortWorth && isBeside(found.node, passages)) ||
    asksConsent(found.node, passages, headlines)
  const chosen = isDoubtful ? (underHeadline(page, passages, headlines) ?? found.node) : found.node
  return chosen === null ? null : wholeOf(chosen, (node) => holdsSeveral(node, passages))
}

/** A note in a side column is no longer than this. */
const shortWorth = 600

function worthiest(
  page: Page,
  sums: Float64Array,
): { readonly node: PageNode | null; readonly worth: number } {
  let best: PageNode | null = null
  let bestWorth = 0
  for (const node of page.nodes) {
    const worth = (sums[node.end] ?? 0) - (sums[node.index] ?? 0)
    if (worth <= 0 || worth < bestWorth || node.tag === '#root' || inlineTags.has(node.tag)) continue
    best = node
    bestWorth = worth
  }
  return { node: best, worth: bestWorth }
}

function isBeside(node: PageNode, passages: readonly Passage[]): boolean {
  const prose = passages.filter(
    (passage) => passage.start > node.index && passage.start < node.end && passage.isProse,
  )
  return prose.length > 0 && prose.every(({ roles }) => (roles & beside) !== 0)
}

/** A dialog about cookies can say more than a short article does; the article's headline stands elsewhere. */
function asksConsent(node: PageNode, passages: readonly Passage[], headlines: readonly number[]): boolean {
  if (headlines.length === 0 || headlines.some((at) => at > node.index && at < node.end)) return false
  const first = passages.find(({ start }) => start > node.index)
  return first !== undefined && first.weight < 400 && pageKindWords.consent.within.test(first.text)
}

/** The innermost element that holds the headline and a line of text behind it. */
function underHeadline(
  page: Page,
  passages: readonly Passage[],
  headlines: readonly number[],
): PageNode | null {
  // What stands before each node of the page, summed once: there may be as many headlines as passages.
  const before = new Float64Array(page.nodes.length + 1)
  for (const { start, roles, linkDensity, weight } of passages)
    if ((roles & notLine) === 0 && linkDensity < 0.5) before[start + 1] = weight
  for (let i = 0; i < page.nodes.length; i++) before[i + 1] = (before[i + 1] ?? 0) + (before[i] ?? 0)
  for (const start of headlines) {
    for (let at = page.nodes[start]?.parent ?? null; at !== null && at.tag !== 'body'; at = at.parent)
      if ((before[at.end] ?? 0) - (before[start + 1] ?? 0) >= fewestUnderHeadline) return at
  }
  return null
}

const beside = role.aside | role.furniture | role.footer | role.nav | role.comments | role.dialog | role.form
const notLine = beside | role.byline | role.teaser | role.heading | role.button

/** More than a date and a name. */
const fewestUnderHeadline = 70

/** A single paragraph is never the article's element: what stands beside it belongs to it too. */
function wholeOf(node: PageNode, isLaidOut: (cell: PageNode) => boolean): PageNode {
  let at = node
  while (leaves.has(at.tag) && at.parent !== null) {
    if (at.tag === 'td' && isLaidOut(at)) return at
    at = at.parent
  }
  return at
}

/** The cell of a table that lays out the page: paragraphs stand in it, and other columns beside it. */
function holdsSeveral(cell: PageNode, passages: readonly Passage[]): boolean {
  return (
    passages.filter((passage) => passage.start > cell.index && passage.start < cell.end && passage.isProse)
      .length > 2
  )
}

const leaves: ReadonlySet<string> = new Set([
  'p',
  'li',
  'ul',
  'ol',
  'blockquote',
  'td',
  'tr',
  'tbody',
  'dd',
  'h1',
  'h2',
  'h3',
  'pre',
])

function prefixSums(page: Page, passages: readonly Passage[], stated: StatedBody | null): Float64Array {
  const sums = new Float64Array(page.nodes.length + 1)
  let column: PageNode | null = null
  for (const passage of passages) {
    const isLink = passage.linkDensity > 0.5
    // Lines of one element that are links cost as the one list that they are.
    if (!isLink || column !== passage.node) sums[passage.start + 1] = worthOf(passage, stated)
    column = isLink ? passage.node : null
  }
  for (let i = 1; i < sums.length; i++) sums[i] = (sums[i] ?? 0) + (sums[i - 1] ?? 0)
  return sums
}

function worthOf(passage: Passage, stated: StatedBody | null): number {
  const { roles, weight, linkDensity: density } = passage
  if ((roles & (role.comments | role.dialog)) !== 0) return -weight * 0.3 - 10
  if ((roles & (role.footer | role.nav | role.button | role.teaser)) !== 0)
    return -15 - Math.min(weight, 60) * 0.3
  if (passage.isProse) {
    let worth = weight * (1 - density)
    if ((roles & (role.furniture | role.aside | role.form)) !== 0) worth *= 0.3
    if ((roles & role.hidden) !== 0) worth *= 0.6
    if ((roles & role.caption) !== 0) worth *= 0.1
    if ((roles & (role.item | role.cell)) !== 0) worth *= 0.7
    if (stated !== null) worth *= stated.agreement(passage.text) > 0.6 ? 1.3 : 0.2
    return worth
  }
  if ((roles & role.heading) !== 0 && density < 0.5) return -4
  if (density > 0.5) return -12 - Math.min(weight, 100) * 0.3
  // A menu has links in its items; a text of short lines has none.
  if (density < 0.3 && lines.has(passage.node.tag) && (roles & besideText) === 0)
    return weight < 25 ? -2 : weight * 0.2
  return -6
}

const lines: ReadonlySet<string> = new Set(['p', 'li', 'dd', 'pre', 'blockquote'])

const besideText = role.furniture | role.aside | role.form | role.hidden | role.caption | role.byline
