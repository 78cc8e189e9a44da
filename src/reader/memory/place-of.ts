import { attribute, type PageNode } from '../parse/page-node.ts'
import { digest } from './digest.ts'

/** Elements whose class tells of the page's topic or number rather than of what they are for. */
const wholePage: ReadonlySet<string> = new Set(['#root', 'body', 'main', 'article'])

/**
 * Where on the pages of its outlet an element stands, as a digest: its tag, class and id, and those of the two elements
 * around it. Numbers in names are passed over ('post-1204').
 */
export function placeOf(node: PageNode): string {
  const known = places.get(node)
  if (known !== undefined) return known
  const place = digest([node, node.parent, node.parent?.parent ?? null].map(nameOf).join('<'))
  places.set(node, place)
  return place
}

/** Paragraphs of one column stand in one place, and are asked for one by one. */
const places = new WeakMap<PageNode, string>()

function nameOf(node: PageNode | null): string {
  if (node === null) return ''
  const names = attribute(node, 'class')
  const id = attribute(node, 'id')
  if (wholePage.has(node.tag) || (names === '' && id === '')) return node.tag
  return `${node.tag}.${names}#${id}`.replace(/\d+/g, '0').replace(/\s+/g, ' ')
}
