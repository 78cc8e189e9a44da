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

export type Attributes = Readonly<Record<string, string>>

export interface Page {
  readonly nodes: readonly PageNode[]
}

export const noAttributes: Attributes = Object.freeze({})

export function attribute(node: PageNode, name: string): string {
  return node.attributes[name] ?? ''
}

/** Class and id, in lower case: a weak hint at what an element is for. */
export function hints(node: PageNode): string {
  const { class: names = '', id = '' } = node.attributes
  return names === '' && id === '' ? '' : `${names} ${id}`.toLowerCase()
}
