import { cleanText } from '../parse/clean-text.ts'
import { attribute, type Page, type PageNode } from '../parse/page-node.ts'

/** The text of a node and all below it, scripts left out. */
export function textWithin(page: Page, node: PageNode, maxLength = 2000): string {
  let text = ''
  for (let i = node.index + 1; i < node.end && text.length < maxLength; i++) {
    const one = page.nodes[i] as PageNode
    if (one.tag === '#text') text += one.text
    else if (one.tag === 'script' || one.tag === 'style' || one.tag === 'svg' || one.tag === 'noscript')
      i = one.end - 1
    else if (one.tag === 'br' || one.tag === 'div' || one.tag === 'p' || one.tag === 'li') text += ' '
  }
  return cleanText(text)
}

/** The value of a microdata property, as HTML §5.2.4 finds it. */
export function itemValue(page: Page, node: PageNode): string {
  return (
    attribute(node, 'content') ||
    (node.tag === 'time' ? attribute(node, 'datetime') : '') ||
    textWithin(page, node)
  )
}

/** Elements of which microdata or `rel` says what the pattern asks for, in document order. */
export function markedAs(
  page: Page,
  name: 'itemprop' | 'itemtype' | 'rel',
  pattern: RegExp,
): readonly PageNode[] {
  return page.marked.filter((node) => pattern.test(attribute(node, name)))
}
