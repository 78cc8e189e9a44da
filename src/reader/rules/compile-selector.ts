import { compile, type Options } from 'css-select'
import { type Page, type PageNode, statedAttribute } from '../parse/page-node.ts'

/** A CSS selector as a test of the nodes of one page. Throws what css-select says of one that it cannot read. */
export function compileSelector(selector: string, page: Page): (node: PageNode) => boolean {
  return compile<PageNode, PageNode>(selector, { adapter: adapterOf(page), relativeSelector: false })
}

type Adapter = NonNullable<Options<PageNode, PageNode>['adapter']>

/** Our light tree as css-select walks it. The root stands for the html element. */
function adapterOf({ nodes }: Page): Adapter {
  const children = new Map<PageNode, PageNode[]>()
  return {
    isTag: isElement,
    getName: ({ tag }) => (tag === '#root' ? 'html' : tag),
    getAttributeValue: statedAttribute,
    hasAttrib: (node, name) => statedAttribute(node, name) !== undefined,
    getParent: ({ parent }) => parent,
    getChildren,
    getSiblings: (node) => (node.parent === null ? [node] : getChildren(node.parent)),
    getText(node) {
      let text = node.text
      for (let i = node.index + 1; i < node.end; i++) text += nodes[i]?.text ?? ''
      return text
    },
    removeSubsets: (all) => {
      const chosen = new Set(all)
      return [...chosen].filter((node) => {
        for (let at = node.parent; at !== null; at = at.parent) if (chosen.has(at)) return false
        return true
      })
    },
  }

  function getChildren(node: PageNode): PageNode[] {
    const known = children.get(node)
    if (known !== undefined) return known
    const found: PageNode[] = []
    for (let i = node.index + 1; i < node.end; i = (nodes[i] as PageNode).end)
      found.push(nodes[i] as PageNode)
    children.set(node, found)
    return found
  }
}

function isElement(node: PageNode): node is PageNode {
  return node.tag !== '#text'
}
