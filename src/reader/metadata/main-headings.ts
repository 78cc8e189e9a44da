import { hostOf, outletKey } from '../../kit/address.ts'
import { isOfLetters, lettersOf } from '../parse/clean-text.ts'
import { absolute } from '../parse/page-address.ts'
import { attribute, elementsOf, type Page, type PageNode } from '../parse/page-node.ts'
import { isFrontPage } from './is-front-page.ts'
import { textWithin } from './page-data.ts'

const mostHeadings = 50
const farthestLink = 4

export interface MainHeadings {
  /** The h1 elements that may show the headline. */
  readonly nodes: readonly PageNode[]
  /** What the others say, which are links to the front page: how the site calls itself. */
  readonly siteNames: readonly string[]
}

/** The page's h1 elements, those that hold only the site's name told apart. */
export function mainHeadings(page: Page, address: string): MainHeadings {
  const all = elementsOf(page, 'h1').slice(0, mostHeadings)
  const ofSite = new Set(isFrontPage(address) ? [] : all.filter((node) => leadsToFront(page, node, address)))
  return {
    nodes: all.filter((node) => !ofSite.has(node)),
    siteNames: [...ofSite].map((node) => textWithin(page, node)).filter((text) => text !== ''),
  }
}

function leadsToFront(page: Page, heading: PageNode, base: string): boolean {
  const link = linkAround(heading) ?? linkOver(page, heading)
  const address = link === null ? null : absolute(attribute(link, 'href') || 'none:', base)
  return (
    address !== null &&
    isFrontPage(address) &&
    (hostOf(base) === '' || outletKey(address) === outletKey(base))
  )
}

function linkAround(heading: PageNode): PageNode | null {
  let node = heading.parent
  for (let steps = 0; node !== null && steps < farthestLink; steps++, node = node.parent)
    if (node.tag === 'a') return node
  return null
}

/** The link that all of the heading's text stands in. */
function linkOver(page: Page, heading: PageNode): PageNode | null {
  for (let at = heading.index + 1; at < heading.end; at++) {
    const node = page.nodes[at] as PageNode
    if (node.tag === 'a')
      return isOfLetters(textWithin(page, heading), lettersOf(textWithin(page, node))) ? node : null
  }
  return null
}
