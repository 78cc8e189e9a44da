import type { Body } from '../body/read-body.ts'
import { role } from '../body/role.ts'
import { markedAs } from '../metadata/page-data.ts'
import { elementsOf, type Page, type PageNode } from '../parse/page-node.ts'

const mostTimes = 3000
/** A time stands in its entry, not far down. */
const mostSteps = 8
const fewestLetters = 40

/**
 * The repeated elements of a live blog: those that microdata names as its updates, or else the most children of one
 * element that each hold a time and some text.
 */
export function entryElements(page: Page, body: Body, isStated: boolean): readonly PageNode[] {
  const named = markedAs(page, 'itemprop', /\bliveBlogUpdate\b/)
  if (named.length > 1) return outermost(named)
  const byParent = new Map<PageNode, Set<PageNode>>()
  let times = 0
  for (const node of isStated ? page.nodes : elementsOf(page, 'time')) {
    if (!isTime(page, node) || ((body.roles.all[node.index] ?? 0) & elsewhere) !== 0) continue
    if (times++ > mostTimes) break
    for (let at = node, steps = 0; at.parent !== null && steps < mostSteps; at = at.parent, steps++) {
      const known = byParent.get(at.parent)
      if (known === undefined) byParent.set(at.parent, new Set([at]))
      else known.add(at)
    }
  }
  if (byParent.size === 0) return []
  const lengths = textLengths(page, body)
  let best: readonly PageNode[] = []
  for (const children of byParent.values()) {
    if (children.size <= best.length) continue
    const entries = [...children].filter(
      ({ index, end }) => (lengths[end] ?? 0) - (lengths[index] ?? 0) >= fewestLetters,
    )
    if (entries.length > best.length && entries.length > children.size / 2) best = entries
  }
  return best.length < 2 ? [] : [...best].sort((a, b) => a.index - b.index)
}

const elsewhere = role.comments | role.footer | role.nav | role.form | role.dialog

/** Outlets that say that a page is live often write bare times of day: '14:05' alone in its element. */
function isTime(page: Page, node: PageNode): boolean {
  if (node.tag === 'time') return true
  if (node.tag === '#text' || node.end - node.index !== 2) return false
  return /^\s*(?:[01]?\d|2[0-3])[:.][0-5]\d\s*$/.test(page.nodes[node.index + 1]?.text ?? '')
}

/** Text that is no link, by prefix sums over the nodes. */
function textLengths(page: Page, { passages }: Body): Float64Array {
  const sums = new Float64Array(page.nodes.length + 1)
  for (const { start, text, linkLength } of passages) sums[start + 1] = Math.max(0, text.length - linkLength)
  for (let i = 1; i < sums.length; i++) sums[i] = (sums[i] ?? 0) + (sums[i - 1] ?? 0)
  return sums
}

function outermost(nodes: readonly PageNode[]): readonly PageNode[] {
  let end = 0
  return nodes.filter((node) => {
    if (node.index < end) return false
    end = node.end
    return true
  })
}
