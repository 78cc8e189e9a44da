import { attribute, type Page, type PageNode } from '../parse/page-node.ts'
import { inherited, type Roles } from './element-roles.ts'
import type { Passage } from './passages.ts'
import { firstFrom } from './passages-in.ts'
import type { ProseSums } from './prose-sums.ts'
import { role } from './role.ts'

/** Fewer alike can be the article's own sections. */
const fewestInRow = 3
/** A teaser is a headline and a few lines. */
const longestTeaser = 700

/**
 * Marks teasers of other pages: three or more elements in a row that are made alike, each with a headline that is a link
 * and a few lines at most. Where no text on the page is longer than they are, the list is the text itself.
 */
export function withTeasers(
  page: Page,
  roles: Roles,
  passages: readonly Passage[],
  sums: ProseSums,
  address: string,
): Roles {
  const isOther = otherPages(address)
  const rows = rowsOf(page, mayBeTeaser)
    .map((row) => row.filter(isTeaser))
    .filter((row) => row.length >= fewestInRow)
  const text = heaviestColumn(passages)
  const own = roles.own.slice()
  let isChanged = false
  for (const row of rows) {
    const prose = row.reduce((sum, node) => sum + sums.prose(node), 0)
    if (prose > text) continue
    for (const node of row) own[node.index] = (own[node.index] ?? 0) | role.teaser
    isChanged = true
  }
  return isChanged ? { own, all: inherited(page, own) } : roles

  /** By what is known of it without a look at its passages: most elements hold too much or no link. */
  function mayBeTeaser(node: PageNode): boolean {
    return sums.text(node) <= longestTeaser && sums.links(node) > shortestHeadline / 2
  }

  /** Before its headline stand no more than a rubric and a date. */
  function isTeaser(node: PageNode): boolean {
    const first = firstFrom(passages, node.index)
    for (let at = first; at < first + 3; at++) {
      const passage = passages[at]
      if (passage === undefined || passage.start >= node.end || passage.weight > 200) return false
      if (isLinkedHeadline(passage, isOther)) return true
      if (passage.weight > 60) return false
    }
    return false
  }
}

/** The most prose that paragraphs of one element hold. */
function heaviestColumn(passages: readonly Passage[]): number {
  const columns = new Map<PageNode | null, number>()
  let most = 0
  for (const { isProse, node, weight } of passages) {
    if (!isProse) continue
    const held = (columns.get(node.parent) ?? 0) + weight
    columns.set(node.parent, held)
    most = Math.max(most, held)
  }
  return most
}

/** In letters, as all that weighs a text. */
const shortestHeadline = 20

function isLinkedHeadline(passage: Passage, isOther: (address: string) => boolean): boolean {
  const { text, links, weight } = passage
  return (
    passage.linkDensity > 0.8 &&
    weight >= shortestHeadline &&
    text.includes(' ') &&
    links.some(({ address }) => isOther(address))
  )
}

/** Tells links to other pages of the same site: a list of products or books links to others. */
export function otherPages(base: string): (address: string) => boolean {
  const own = URL.canParse(base) ? new URL(base) : null
  return (address) => {
    if (own === null || address.startsWith('#') || !URL.canParse(address, base)) return false
    const target = new URL(address, base)
    return siteOf(target) === siteOf(own) && target.pathname !== own.pathname
  }
}

function siteOf({ hostname }: URL): string {
  return hostname.replace(/^(?:www|m)\./, '')
}

/** Elements of one parent that share tag and classes. */
function rowsOf(page: Page, test: (node: PageNode) => boolean): readonly (readonly PageNode[])[] {
  const rows = new Map<string, PageNode[]>()
  for (const [tag, nodes] of page.byTag) {
    if (notTeasers.has(tag)) continue
    for (const node of nodes) {
      if (node.parent === null || !test(node)) continue
      const key = `${node.parent.index} ${tag} ${firstClass(node)}`
      const row = rows.get(key)
      if (row === undefined) rows.set(key, [node])
      else row.push(node)
    }
  }
  return [...rows.values()].filter((row) => row.length >= fewestInRow)
}

function firstClass(node: PageNode): string {
  return attribute(node, 'class').trim().split(/\s+/, 1)[0] ?? ''
}

const notTeasers: ReadonlySet<string> = new Set(
  '#text p h1 h2 h3 h4 h5 h6 tr td th tbody br img span b i em strong script style link meta option path'.split(
    ' ',
  ),
)
