import { attribute, elementsOf, type Page, type PageNode, statedAttribute } from './page-node.ts'

/** More parts than any page was seen to have. */
const mostParts = 500
/** As deep as the tree itself may be, about. */
const deepest = 600
/** 'Loading, please wait'. */
const longestNote = 60

/**
 * Some frameworks stream parts of a page behind its end as they get ready, in hidden elements, and a script puts each in
 * the place that an empty template holds for it: React names them `S:1` and `B:1` or `P:1`. The page as it stands when
 * all are in place; the page itself where none was streamed, or where they would hold one another.
 */
export function placeStreamed(page: Page): Page {
  const parts = streamedParts(page)
  if (parts.size === 0) return page
  const builder = new Placement(page, parts)
  builder.add(0, page.nodes.length, null)
  return builder.isWhole ? builder.page() : page
}

/** By the template in whose place each stands. */
function streamedParts(page: Page): ReadonlyMap<PageNode, PageNode> {
  const parts = new Map<PageNode, PageNode>()
  const templates = elementsOf(page, 'template')
  if (templates.length === 0) return parts
  const places = new Map(templates.map((node) => [attribute(node, 'id'), node]))
  for (const node of elementsOf(page, 'div')) {
    const [, prefix, number] = /^(.{0,30})S:([\da-f]{1,6})$/.exec(attribute(node, 'id')) ?? []
    if (number === undefined || statedAttribute(node, 'hidden') === undefined) continue
    const place = places.get(`${prefix}B:${number}`) ?? places.get(`${prefix}P:${number}`)
    if (place !== undefined) parts.set(place, node)
  }
  return parts.size > mostParts ? new Map() : parts
}

class Placement {
  readonly #from: Page
  readonly #parts: ReadonlyMap<PageNode, PageNode>
  readonly #moved: ReadonlySet<PageNode>
  /** Those that have no place yet. */
  readonly #waiting: Set<PageNode>
  readonly #nodes: PageNode[] = []
  readonly #made = new Map<PageNode, PageNode>()
  #depth = 0

  constructor(from: Page, parts: ReadonlyMap<PageNode, PageNode>) {
    this.#from = from
    this.#parts = parts
    this.#moved = new Set(parts.values())
    this.#waiting = new Set(this.#moved)
  }

  get isWhole(): boolean {
    return this.#waiting.size === 0 && this.#depth <= deepest
  }

  /** Adds the nodes between two places of the page, those at the top of them to `parent`. */
  add(from: number, to: number, parent: PageNode | null): void {
    const open: PageNode[] = []
    for (let i = from; i < to; i++) {
      const node = this.#from.nodes[i] as PageNode
      while (open.length > 0 && (open[open.length - 1] as PageNode).end <= i) this.#close(open.pop())
      const above = open.length === 0 ? parent : (this.#made.get(open[open.length - 1] as PageNode) ?? parent)
      const part = this.#parts.get(node)
      if (part !== undefined && this.#waiting.delete(part)) this.add(part.index + 1, part.end, above)
      if (part !== undefined) i = this.#endOfNote(node) - 1
      else if (this.#moved.has(node)) i = node.end - 1
      else {
        this.#make(node, above)
        open.push(node)
      }
    }
    while (open.length > 0) this.#close(open.pop())
  }

  page(): Page {
    const byTag = new Map<string, PageNode[]>()
    for (const node of this.#nodes) {
      const nodes = byTag.get(node.tag)
      if (nodes === undefined) byTag.set(node.tag, [node])
      else nodes.push(node)
    }
    const marked = new Set(this.#from.marked.map((node) => this.#made.get(node)))
    return {
      nodes: this.#nodes,
      byTag,
      marked: this.#nodes.filter((node) => marked.has(node)),
      isCut: this.#from.isCut,
    }
  }

  /** Where what a part takes the place of ends: behind the template stands a line to wait by, or nothing. */
  #endOfNote({ end, parent }: PageNode): number {
    const note = this.#from.nodes[end]
    if (note === undefined || note.parent !== parent || !/^(?:p|div|span)$/.test(note.tag)) return end
    let length = 0
    for (let i = note.index; i < note.end; i++) length += (this.#from.nodes[i] as PageNode).text.length
    return length > 0 && length < longestNote ? note.end : end
  }

  #make(node: PageNode, parent: PageNode | null): void {
    const index = this.#nodes.length
    const depth = parent === null ? 0 : parent.depth + 1
    const made: PageNode = { ...node, parent, index, end: index + 1, depth }
    this.#depth = Math.max(this.#depth, depth)
    this.#made.set(node, made)
    this.#nodes.push(made)
  }

  #close(node: PageNode | undefined): void {
    const made = node === undefined ? undefined : this.#made.get(node)
    if (made !== undefined) made.end = this.#nodes.length
  }
}
