import type { Block, Image, LinkedText } from '../../model/article.ts'
import type { Roles } from '../body/element-roles.ts'
import type { Passage } from '../body/passages.ts'
import { role } from '../body/role.ts'
import { absolute } from '../parse/page-address.ts'
import type { Page, PageNode } from '../parse/page-node.ts'
import { embedAt } from './embed-at.ts'
import { figureAt } from './figure-at.ts'

export interface BlockInput {
  readonly page: Page
  readonly roles: Roles
  readonly container: PageNode
  readonly kept: readonly Passage[]
  /** Elements whose pictures and players are not the article's. */
  readonly isDropped: (node: PageNode) => boolean
  readonly address: string
  /** Elements outside of the container whose pictures and posts are the article's too. */
  readonly added?: readonly PageNode[]
}

/** The kept passages, with the pictures and posts between them, as the blocks of an article, in page order. */
export function makeBlocks(input: BlockInput): readonly Block[] {
  const { page, container, kept, roles, address, isDropped, added = [] } = input
  const placed: { readonly at: number; readonly block: Block }[] = []
  const groups = new Map<PageNode, Passage[]>()
  const tables = new Map<PageNode, boolean>()
  for (const passage of kept) {
    const group = groupOf(passage)
    if (group === null) placed.push({ at: passage.start, block: single(passage, address) })
    else {
      const known = groups.get(group)
      if (known === undefined) groups.set(group, [passage])
      else known.push(passage)
    }
  }
  for (const [group, passages] of groups) {
    const block = group.tag === 'table' ? tableBlock(group, passages) : listBlock(group, passages, address)
    placed.push({ at: passages[0]?.start ?? group.index, block })
  }
  const seenImages = new Set<string>()
  for (const element of [container, ...added]) placeFigures(element)
  return placed.sort((a, b) => a.at - b.at).map(({ block }) => block)

  function placeFigures(element: PageNode): void {
    for (let i = element.index; i < element.end; i++) {
      const node = page.nodes[i] as PageNode
      if (node.tag === '#text') continue
      const found = embedAt(page, roles, node, address) ?? figureAt(page, roles, node, address)
      if (found === null) continue
      if (!isDropped(node) && isNew(found)) placed.push({ at: node.index, block: found })
      i = node.end - 1
    }
  }

  function isNew(block: Block): boolean {
    const key =
      block.kind === 'figure'
        ? block.images.map((image: Image) => image.address).join(' ')
        : block.kind === 'embed'
          ? block.address
          : ''
    if (key === '' || seenImages.has(key)) return false
    seenImages.add(key)
    return true
  }

  function groupOf(passage: Passage): PageNode | null {
    if ((passage.roles & (role.item | role.cell)) === 0 || (passage.roles & role.heading) !== 0) return null
    for (let at: PageNode | null = passage.node; at !== null && at !== container.parent; at = at.parent) {
      if (at.tag === 'ul' || at.tag === 'ol' || at.tag === 'dl') return isListOfParagraphs(at) ? null : at
      if (at.tag === 'table') {
        let isData = tables.get(at)
        if (isData === undefined) {
          isData = isDataTable(at, kept)
          tables.set(at, isData)
        }
        return isData ? at : null
      }
    }
    return null
  }

  function isListOfParagraphs(list: PageNode): boolean {
    return list.index < container.index && list.end >= container.end
  }
}

/**
 * A table of data has rows of several cells, none of which holds most of the text. One that lays out the page has one
 * column of text, or other tables.
 */
function isDataTable(table: PageNode, kept: readonly Passage[]): boolean {
  const texts = kept.filter((passage) => passage.start > table.index && passage.start < table.end)
  if (texts.length < 4) return false
  const weights = new Map<PageNode, number>()
  const cellsInRow = new Map<PageNode, Set<PageNode>>()
  let total = 0
  for (const { node, text } of texts) {
    const cell = nearest(node, 'td', 'th')
    const row = nearest(node, 'tr', 'tr')
    if (cell === null || row === null || row.index < table.index) continue
    if (nearest(row, 'table', 'table') !== table) return false
    total += text.length
    weights.set(cell, (weights.get(cell) ?? 0) + text.length)
    cellsInRow.set(row, (cellsInRow.get(row) ?? new Set()).add(cell))
  }
  const hasColumns = [...cellsInRow.values()].some((cells) => cells.size > 1)
  return hasColumns && [...weights.values()].every((weight) => weight < 400 || weight < total / 2)
}

function single(passage: Passage, base: string): Block {
  const linked = linkedText(passage, base)
  if ((passage.roles & role.heading) !== 0) {
    const level = Number(/^h([2-6])$/.exec(headingTag(passage.node))?.[1] ?? 2) as 2 | 3 | 4 | 5 | 6
    return { kind: 'heading', level, ...linked }
  }
  return { kind: (passage.roles & role.quote) === 0 ? 'paragraph' : 'quote', ...linked }
}

function headingTag(node: PageNode): string {
  for (let at: PageNode | null = node; at !== null; at = at.parent) if (/^h[1-6]$/.test(at.tag)) return at.tag
  return 'h2'
}

function listBlock(list: PageNode, passages: readonly Passage[], base: string): Block {
  const items = new Map<PageNode, LinkedText>()
  for (const passage of passages) {
    const item = itemOf(passage.node, list)
    const before = items.get(item)
    items.set(
      item,
      before === undefined ? linkedText(passage, base) : joined(before, linkedText(passage, base)),
    )
  }
  return { kind: 'list', ordered: list.tag === 'ol', items: [...items.values()] }
}

function itemOf(node: PageNode, list: PageNode): PageNode {
  let item = node
  for (let at: PageNode | null = node; at !== null && at !== list; at = at.parent) item = at
  return item
}

function joined(a: LinkedText, b: LinkedText): LinkedText {
  const offset = a.text.length + 1
  return {
    text: `${a.text}\n${b.text}`,
    links: [
      ...a.links,
      ...b.links.map((link) => ({ ...link, start: link.start + offset, end: link.end + offset })),
    ],
  }
}

function tableBlock(table: PageNode, passages: readonly Passage[]): Block {
  const rows = new Map<PageNode, Map<PageNode, string>>()
  let caption = ''
  for (const passage of passages) {
    const cell = nearest(passage.node, 'td', 'th')
    const row = nearest(passage.node, 'tr', 'tr')
    if (cell === null || row === null || row.index < table.index) {
      caption = caption === '' ? passage.text : `${caption} ${passage.text}`
      continue
    }
    const cells = rows.get(row) ?? new Map<PageNode, string>()
    const before = cells.get(cell)
    cells.set(cell, before === undefined ? passage.text : `${before}\n${passage.text}`)
    rows.set(row, cells)
  }
  return { kind: 'table', caption, rows: [...rows.values()].map((cells) => [...cells.values()]) }
}

function nearest(node: PageNode, tag: string, or: string): PageNode | null {
  for (let at: PageNode | null = node; at !== null; at = at.parent)
    if (at.tag === tag || at.tag === or) return at
  return null
}

function linkedText(passage: Passage, base: string): LinkedText {
  return {
    text: passage.text,
    links: passage.links.flatMap((link) => {
      const address = absolute(link.address, base)
      return address === null ? [] : [{ ...link, address }]
    }),
  }
}
