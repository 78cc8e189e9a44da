import { inlineTags, tagsClosedBy, voidTags } from './element-habits.ts'
import { type Markup, markupOfText } from './markup.ts'
import { type Attributes, noAttributes, type Page, type PageNode, statedAttribute } from './page-node.ts'
import { type TokenSink, tokenize } from './tokenize.ts'

/** Browsers nest no deeper either; what lies deeper belongs to the deepest element that is kept. */
const maxDepth = 512
/**
 * A page is read as far as this, so that its tree stays in proportion to its length. Real pages have a node in a
 * hundred characters, and the densest table that was seen 25,000 nodes.
 */
const maxNodes = 30_000
const lengthPerNode = 32

/**
 * HTML to our light tree, with the attributes that the reader looks at or with all of them, in time linear in its
 * length whatever it holds.
 */
export function parsePage(page: string | Markup, attributes: 'kept' | 'all' = 'kept'): Page {
  const markup = typeof page === 'string' ? markupOfText(page) : page
  const builder = new TreeBuilder(Math.max(maxNodes, markup.codes.length / lengthPerNode))
  tokenize(markup, builder, attributes)
  return builder.finish()
}

/** An element that is open, and how deep among the open ones lie others. */
interface Open {
  readonly node: PageNode
  /** The last before it of the same tag, or -1. */
  readonly sameTag: number
  /** The last, itself included, that is no inline element. */
  readonly block: number
}

class TreeBuilder implements TokenSink {
  readonly #maxNodes: number
  readonly #nodes: PageNode[] = []
  readonly #byTag = new Map<string, PageNode[]>()
  readonly #marked: PageNode[] = []
  readonly #open: Open[] = []
  /** How deep the last open element of a tag lies, and how many were left out of the tree because they lay too deep. */
  readonly #lastByTag = new Map<string, number>()
  readonly #tooDeepByTag = new Map<string, number>()
  /** Those of the html element, which is no node of its own. */
  readonly #rootAttributes: string[] = []
  #text = ''

  constructor(nodes: number) {
    this.#maxNodes = nodes
    const root = makeNode('#root', null, 0, 0, this.#rootAttributes)
    this.#add(root)
    this.#open.push({ node: root, sameTag: -1, block: 0 })
  }

  get isFull(): boolean {
    return this.#nodes.length >= this.#maxNodes
  }

  text(text: string): void {
    this.#text = this.#text === '' ? text : this.#text + text
  }

  openTag(tag: string, attributes: Attributes): void {
    this.#flushText()
    if (tag === 'html') {
      this.#addToRoot(attributes)
      return
    }
    const closed = tagsClosedBy.get(tag)
    if (closed !== undefined) while (closed.has(this.#top().tag)) this.#pop()
    const isVoid = voidTags.has(tag)
    const depth = this.#open.length
    if (depth > maxDepth && !isVoid) {
      this.#tooDeepByTag.set(tag, (this.#tooDeepByTag.get(tag) ?? 0) + 1)
      return
    }
    const node = makeNode(tag, this.#top(), this.#nodes.length, depth, attributes)
    this.#add(node)
    if (isMarked(attributes)) this.#marked.push(node)
    if (isVoid) return
    const block = inlineTags.has(tag) ? (this.#open[depth - 1]?.block ?? 0) : depth
    this.#open.push({ node, sameTag: this.#lastByTag.get(tag) ?? -1, block })
    this.#lastByTag.set(tag, depth)
  }

  closeTag(tag: string): void {
    this.#flushText()
    const tooDeep = this.#tooDeepByTag.get(tag) ?? 0
    if (tooDeep > 0) {
      this.#tooDeepByTag.set(tag, tooDeep - 1)
      return
    }
    const last = this.#lastByTag.get(tag) ?? -1
    // `<b>one <div>two</b> three</div>`: the end of an inline element ends no block.
    const isCrossing = inlineTags.has(tag) && last < (this.#open[this.#open.length - 1]?.block ?? 0)
    if (last > 0 && !isCrossing) while (this.#open.length > last) this.#pop()
  }

  finish(): Page {
    this.#flushText()
    while (this.#open.length > 0) this.#pop()
    return { nodes: this.#nodes, byTag: this.#byTag, marked: this.#marked }
  }

  /** Of several html tags the first to state an attribute counts. */
  #addToRoot(attributes: Attributes): void {
    const root = this.#nodes[0] as PageNode
    for (let i = 0; i < attributes.length; i += 2) {
      const [name = '', value = ''] = attributes.slice(i, i + 2)
      if (statedAttribute(root, name) === undefined) this.#rootAttributes.push(name, value)
    }
  }

  #flushText(): void {
    if (this.#text === '') return
    const top = this.#top()
    if (top.tag === 'script' || top.tag === 'title') top.text += this.#text
    else {
      const node = makeNode('#text', top, this.#nodes.length, top.depth + 1, noAttributes)
      node.text = this.#text
      this.#add(node)
    }
    this.#text = ''
  }

  #add(node: PageNode): void {
    this.#nodes.push(node)
    const alike = this.#byTag.get(node.tag)
    if (alike === undefined) this.#byTag.set(node.tag, [node])
    else alike.push(node)
  }

  #top(): PageNode {
    return (this.#open[this.#open.length - 1] as Open).node
  }

  #pop(): void {
    const { node, sameTag } = this.#open.pop() as Open
    node.end = this.#nodes.length
    this.#lastByTag.set(node.tag, sameTag)
  }
}

function isMarked(attributes: Attributes): boolean {
  for (let i = 0; i < attributes.length; i += 2) {
    const name = attributes[i]
    if (name === 'itemprop' || name === 'rel' || name === 'itemtype') return true
  }
  return false
}

function makeNode(
  tag: string,
  parent: PageNode | null,
  index: number,
  depth: number,
  attributes: Attributes,
): PageNode {
  return { tag, attributes, text: '', parent, index, end: index + 1, depth }
}
