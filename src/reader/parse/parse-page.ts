import { inlineTags, tagsClosedBy, voidTags } from './element-habits.ts'
import { type Markup, markupOfText } from './markup.ts'
import { mostLines, mostNodes, mostOf } from './page-bounds.ts'
import { type Attributes, noAttributes, type Page, type PageNode, statedAttribute } from './page-node.ts'
import { placeStreamed } from './place-streamed.ts'
import { type TokenSink, tokenize } from './tokenize.ts'

/** Browsers nest no deeper either; what lies deeper belongs to the deepest element that is kept. */
const maxDepth = 512

/**
 * HTML to our light tree, with the attributes that the reader looks at or with all of them, in time linear in its
 * length whatever it holds.
 */
export function parsePage(page: string | Markup, attributes: 'kept' | 'all' = 'kept'): Page {
  const markup = typeof page === 'string' ? markupOfText(page) : page
  const builder = new TreeBuilder()
  tokenize(markup, builder, attributes)
  return placeStreamed(builder.finish())
}

/** What is known of a tag, and of its elements on this page. */
interface Tag {
  readonly name: string
  readonly isVoid: boolean
  readonly isInline: boolean
  readonly closes: ReadonlySet<string> | undefined
  readonly nodes: PageNode[]
  /** How deep the last that is open lies, or -1. */
  last: number
  /** How many were left out of the tree because they lay too deep. */
  tooDeep: number
  readonly most: number
}

/** An element that is open, and how deep among the open ones lie others. */
interface Open {
  readonly node: PageNode
  readonly tag: Tag
  /** The last before it of the same tag, or -1. */
  readonly sameTag: number
  /** The last, itself included, that is no inline element. */
  readonly block: number
}

class TreeBuilder implements TokenSink {
  /** Whether it holds as much as a page is read for. */
  isFull = false
  #lines = 0
  #isInLine = false
  readonly #nodes: PageNode[] = []
  readonly #tags = new Map<string, Tag>()
  readonly #marked: PageNode[] = []
  readonly #open: Open[] = []
  /** Those of the html element, which is no node of its own. */
  readonly #rootAttributes: string[] = []
  #text = ''

  constructor() {
    const tag = this.#tag('#root')
    const root = this.#add(tag, null, 0, this.#rootAttributes)
    this.#open.push({ node: root, tag, sameTag: -1, block: 0 })
  }

  text(text: string): void {
    this.#text = this.#text === '' ? text : this.#text + text
  }

  openTag(name: string, attributes: Attributes): void {
    this.#flushText()
    if (name === 'html') {
      this.#addToRoot(attributes)
      return
    }
    const tag = this.#tag(name)
    if (!tag.isInline) this.#isInLine = false
    if (tag.closes !== undefined) while (tag.closes.has(this.#top().tag)) this.#pop()
    const depth = this.#open.length
    if (depth > maxDepth && !tag.isVoid) {
      tag.tooDeep++
      return
    }
    const node = this.#add(tag, this.#top(), depth, attributes)
    if (isMarked(attributes)) this.#marked.push(node)
    if (tag.isVoid) return
    const block = tag.isInline ? (this.#open[depth - 1]?.block ?? 0) : depth
    this.#open.push({ node, tag, sameTag: tag.last, block })
    tag.last = depth
  }

  closeTag(name: string): void {
    this.#flushText()
    const tag = this.#tags.get(name)
    if (tag === undefined) return
    if (!tag.isInline) this.#isInLine = false
    if (tag.tooDeep > 0) {
      tag.tooDeep--
      return
    }
    const { last } = tag
    // `<b>one <div>two</b> three</div>`: the end of an inline element ends no block.
    const isCrossing = tag.isInline && last < (this.#open[this.#open.length - 1]?.block ?? 0)
    if (last > 0 && !isCrossing) while (this.#open.length > last) this.#pop()
  }

  finish(): Page {
    this.#flushText()
    while (this.#open.length > 0) this.#pop()
    const byTag = new Map([...this.#tags.values()].map(({ name, nodes }) => [name, nodes]))
    return { nodes: this.#nodes, byTag, marked: this.#marked, isCut: this.isFull }
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
      const node = this.#add(this.#tag('#text'), top, top.depth + 1, noAttributes)
      node.text = this.#text
      if (!this.#isInLine && this.#text !== ' ') {
        this.#isInLine = true
        if (++this.#lines === mostLines) this.isFull = true
      }
    }
    this.#text = ''
  }

  #tag(name: string): Tag {
    const known = this.#tags.get(name)
    if (known !== undefined) return known
    const tag: Tag = {
      name,
      isVoid: voidTags.has(name),
      isInline: inlineTags.has(name),
      closes: tagsClosedBy.get(name),
      nodes: [],
      last: -1,
      tooDeep: 0,
      most: mostOf(name),
    }
    this.#tags.set(name, tag)
    return tag
  }

  #add(tag: Tag, parent: PageNode | null, depth: number, attributes: Attributes): PageNode {
    const index = this.#nodes.length
    const node: PageNode = { tag: tag.name, attributes, text: '', parent, index, end: index + 1, depth }
    this.#nodes.push(node)
    tag.nodes.push(node)
    if (tag.nodes.length === tag.most || index === mostNodes) this.isFull = true
    return node
  }

  #top(): PageNode {
    return (this.#open[this.#open.length - 1] as Open).node
  }

  #pop(): void {
    const { node, tag, sameTag } = this.#open.pop() as Open
    node.end = this.#nodes.length
    tag.last = sameTag
  }
}

function isMarked(attributes: Attributes): boolean {
  for (let i = 0; i < attributes.length; i += 2) {
    const name = attributes[i]
    if (name === 'itemprop' || name === 'rel' || name === 'itemtype') return true
  }
  return false
}
