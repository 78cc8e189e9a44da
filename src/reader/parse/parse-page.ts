import { Tokenizer } from 'htmlparser2'
import { inlineTags, keptAttributes, tagsClosedBy, voidTags } from './element-habits.ts'
import { noAttributes, type Page, type PageNode } from './page-node.ts'

/** Browsers nest no deeper either; what lies deeper belongs to the deepest element that is kept. */
const maxDepth = 512

/**
 * HTML to our light tree, with the attributes that the reader looks at or with all of them, in time linear in its length whatever it holds; NUL characters are dropped, as in browsers. The tokenizer is htmlparser2's; its
 * own parser is not used, as its time grows with the square of the nesting.
 */
export function parsePage(html: string, attributes: 'kept' | 'all' = 'kept'): Page {
  const text = html.replaceAll('\0', '')
  const builder = new TreeBuilder(text, attributes === 'all')
  const tokenizer = new Tokenizer({ decodeEntities: true }, builder)
  tokenizer.write(text)
  tokenizer.end()
  return { nodes: builder.nodes }
}

class TreeBuilder {
  readonly nodes: PageNode[] = []
  readonly #html: string
  readonly #open: PageNode[] = []
  /** How many elements of a tag are open, and how many were left out of the tree because they lay too deep. */
  readonly #openByTag = new Map<string, number>()
  readonly #tooDeepByTag = new Map<string, number>()
  /** Those of the html element, which is no node of its own. */
  readonly #rootAttributes: Record<string, string> = {}
  #text = ''
  #tag = ''
  #attributes: Record<string, string> | null = null
  #attribute = ''
  #value = ''
  #isKept = false
  readonly #keepsAll: boolean

  constructor(html: string, keepsAll: boolean) {
    this.#html = html
    this.#keepsAll = keepsAll
    const root = makeNode('#root', null, 0, 0, this.#rootAttributes)
    this.nodes.push(root)
    this.#open.push(root)
  }

  ontext(start: number, end: number): void {
    this.#text += this.#html.slice(start, end)
  }

  ontextentity(codePoint: number): void {
    this.#text += String.fromCodePoint(codePoint)
  }

  onopentagname(start: number, end: number): void {
    this.#flushText()
    this.#tag = this.#html.slice(start, end).toLowerCase()
    this.#attributes = null
  }

  onattribname(start: number, end: number): void {
    this.#attribute = this.#html.slice(start, end).toLowerCase()
    this.#isKept = this.#keepsAll || keptAttributes.has(this.#attribute)
    this.#value = ''
  }

  onattribdata(start: number, end: number): void {
    if (this.#isKept) this.#value += this.#html.slice(start, end)
  }

  onattribentity(codePoint: number): void {
    if (this.#isKept) this.#value += String.fromCodePoint(codePoint)
  }

  onattribend(): void {
    if (!this.#isKept) return
    this.#attributes ??= {}
    this.#attributes[this.#attribute] ??= this.#value
  }

  onopentagend(): void {
    const tag = this.#tag
    if (tag === 'html') Object.assign(this.#rootAttributes, this.#attributes)
    if (tag === '' || tag === 'html') return
    const closed = tagsClosedBy.get(tag)
    if (closed !== undefined) while (closed.has(this.#top().tag)) this.#pop()
    if (this.#open.length > maxDepth && !voidTags.has(tag)) {
      this.#tooDeepByTag.set(tag, (this.#tooDeepByTag.get(tag) ?? 0) + 1)
      return
    }
    const parent = this.#top()
    const node = makeNode(tag, parent, this.nodes.length, parent.depth + 1, this.#attributes ?? noAttributes)
    this.nodes.push(node)
    if (voidTags.has(tag)) return
    this.#open.push(node)
    this.#openByTag.set(tag, (this.#openByTag.get(tag) ?? 0) + 1)
  }

  onselfclosingtag(end: number): void {
    void end
    this.onopentagend()
  }

  onclosetag(start: number, end: number): void {
    this.#flushText()
    const tag = this.#html.slice(start, end).trim().toLowerCase()
    const tooDeep = this.#tooDeepByTag.get(tag) ?? 0
    if (tooDeep > 0) this.#tooDeepByTag.set(tag, tooDeep - 1)
    else if ((this.#openByTag.get(tag) ?? 0) > 0 && !this.#crossesBlock(tag)) while (this.#pop().tag !== tag);
  }

  onend(): void {
    this.#flushText()
    while (this.#open.length > 0) this.#pop()
  }

  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}

  /** `<b>one <div>two</b> three</div>`: the end of an inline element ends no block. */
  #crossesBlock(tag: string): boolean {
    if (!inlineTags.has(tag)) return false
    for (let i = this.#open.length - 1; i > 0; i--) {
      const open = this.#open[i]?.tag ?? ''
      if (open === tag) return false
      if (!inlineTags.has(open)) return true
    }
    return true
  }

  #flushText(): void {
    if (this.#text === '') return
    const top = this.#top()
    if (top.tag === 'script' || top.tag === 'title') top.text += this.#text
    else if (top.tag !== 'style') {
      const node = makeNode('#text', top, this.nodes.length, top.depth + 1)
      node.text = this.#text
      this.nodes.push(node)
    }
    this.#text = ''
  }

  #top(): PageNode {
    return this.#open[this.#open.length - 1] as PageNode
  }

  #pop(): PageNode {
    const node = this.#open.pop() as PageNode
    node.end = this.nodes.length
    this.#openByTag.set(node.tag, (this.#openByTag.get(node.tag) ?? 1) - 1)
    return node
  }
}

function makeNode(
  tag: string,
  parent: PageNode | null,
  index: number,
  depth: number,
  attributes: PageNode['attributes'] = noAttributes,
): PageNode {
  return { tag, attributes, text: '', parent, index, end: index + 1, depth }
}
