import { hints, type Page, type PageNode } from '../parse/page-node.ts'

const otherArticles =
  /comment|respons|disqus|related|recommend|popular|trending|teaser|newsletter|testimonial|review(?:er|ed)|fact-?check|(?:^|[\s_-])(?:footer|menu|nav)(?:$|[\s_-])/

/** Where pages set the day of their own article, but not who wrote it: names there are of others. */
const sideBoxes = /sidebar|(?:^|[\s_-])cards?(?:$|[\s_-])/

/** Whether a name in a node is of another article, or of who reads this one. */
export function isOfOthers(page: Page, node: PageNode, heading: number): boolean {
  return (
    isElsewhere(page, node, heading) || isWithin(page, node, heading, (one) => sideBoxes.test(hints(one)))
  )
}

/**
 * Whether a node lies in a comment, a menu or a box of another article. What holds the headline too, or much of the page,
 * is no such box, whatever it is called.
 */
export function isElsewhere(page: Page, node: PageNode, heading: number): boolean {
  return isWithin(
    page,
    node,
    heading,
    (one) =>
      one.tag === 'nav' ||
      one.tag === 'form' ||
      otherArticles.test(hints(one)) ||
      (one.tag === 'footer' && !/entry|post|article|story/.test(hints(one))),
  )
}

function isWithin(page: Page, node: PageNode, heading: number, isBox: (one: PageNode) => boolean): boolean {
  for (let at: PageNode | null = node; at !== null; at = at.parent) {
    if (at.tag === 'body' || (at.index < heading && heading < at.end)) return false
    if (at.end - at.index > page.nodes.length / 3) return false
    if (isBox(at)) return true
  }
  return false
}
