/**
 * A node of our own light tree. A page is its nodes in document order: the descendants of a node are those from
 * `index + 1` to `end`, exclusive, so that any sum over a subtree is the difference of two prefix sums.
 */
export interface PageNode {
  /** Lower case; '#text' for text. */
  readonly tag: string
  readonly attributes: Attributes
  /** Of '#text', and the raw content of script, style and title. */
  text: string
  readonly parent: PageNode | null
  readonly index: number
  end: number
  readonly depth: number
}

/** Names and values by turns: elements have few, and most of them none that is kept. */
export type Attributes = readonly string[]

export interface Page {
  readonly nodes: readonly PageNode[]
  /** The nodes of each tag, in document order: see elementsOf. */
  readonly byTag: ReadonlyMap<string, readonly PageNode[]>
  /** Elements that state what they or their links are, in document order: those with `itemprop`, `itemtype` or `rel`. */
  readonly marked: readonly PageNode[]
  /** Whether it has more nodes or lines than are read: its end was left unread. */
  readonly isCut: boolean
}

const none: readonly PageNode[] = []

/** The elements of a tag, or the texts ('#text'), in document order. */
export function elementsOf(page: Page, tag: string): readonly PageNode[] {
  return page.byTag.get(tag) ?? none
}

export const noAttributes: Attributes = []

/** Empty where the element has no such attribute. */
export function attribute(node: PageNode, name: string): string {
  return statedAttribute(node, name) ?? ''
}

/** Undefined where the element has no such attribute. */
export function statedAttribute({ attributes }: PageNode, name: string): string | undefined {
  for (let i = 0; i < attributes.length; i += 2) if (attributes[i] === name) return attributes[i + 1]
  return undefined
}

/** Class and id, in lower case: a weak hint at what an element is for. */
export function hints(node: PageNode): string {
  if (node.attributes.length === 0) return ''
  const names = attribute(node, 'class')
  const id = attribute(node, 'id')
  return names === '' && id === '' ? '' : `${names} ${id}`.toLowerCase()
}
