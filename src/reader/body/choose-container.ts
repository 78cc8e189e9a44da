import { inlineTags } from '../parse/element-habits.ts'
import type { Page, PageNode } from '../parse/page-node.ts'
import type { Passage } from './passages.ts'
import { isProse, linkDensity, weightOf } from './prose.ts'
import { role } from './role.ts'
import type { StatedBody } from './stated-body.ts'

/**
 * The element that holds the article: the one whose passages are worth most together, where prose is worth its
 * length and everything else costs. Of several with the same passages, the innermost.
 */
export function chooseContainer(
  page: Page,
  passages: readonly Passage[],
  stated: StatedBody | null,
): PageNode | null {
  const sums = prefixSums(page, passages, stated)
  let best: PageNode | null = null
  let bestWorth = 0
  for (const node of page.nodes) {
    if (node.tag === '#root' || inlineTags.has(node.tag)) continue
    const worth = (sums[node.end] ?? 0) - (sums[node.index] ?? 0)
    if (worth > 0 && worth >= bestWorth) {
      best = node
      bestWorth = worth
    }
  }
  return best === null ? null : wholeOf(best, (node) => holdsSeveral(node, passages))
}

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
    passages.filter((passage) => passage.start > cell.index && passage.start < cell.end && isProse(passage))
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
    const isLink = linkDensity(passage) > 0.5
    // Lines of one element that are links cost as the one list that they are.
    if (!isLink || column !== passage.node) sums[passage.start + 1] = worthOf(passage, stated)
    column = isLink ? passage.node : null
  }
  for (let i = 1; i < sums.length; i++) sums[i] = (sums[i] ?? 0) + (sums[i - 1] ?? 0)
  return sums
}

function worthOf(passage: Passage, stated: StatedBody | null): number {
  const weight = weightOf(passage.text)
  const density = linkDensity(passage)
  const { roles } = passage
  if ((roles & (role.comments | role.dialog)) !== 0) return -weight * 0.3 - 10
  if ((roles & (role.footer | role.nav | role.button | role.teaser)) !== 0)
    return -15 - Math.min(weight, 60) * 0.3
  if (isProse(passage)) {
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
  return -6
}
