import type { Table } from '../../model/article.ts'
import type { Passage } from '../body/passages.ts'
import { textWithin } from '../metadata/page-data.ts'
import { attribute, type Page, type PageNode } from '../parse/page-node.ts'

/** Wider tables are cut, and no more cells than this are added for those that span others. */
const widest = 200
const mostAdded = 15_000
const longestCell = 4000

/**
 * A table with all of its cells, whatever became of each one's text by itself. A cell that spans columns or rows is
 * followed, and stands above, empty ones, so that columns stay under each other.
 */
export function tableBlock(page: Page, table: PageNode): Table {
  const { captions, rows } = structureOf(page, table)
  /** By column: in how many of the next rows a cell from above stands. */
  const covered: number[] = []
  let added = 0
  const lines: string[][] = []
  for (const { cells } of rows) {
    const line: string[] = []
    for (let column = 0; column < covered.length; column++) {
      const left = covered[column] ?? 0
      if (left > 0) line[column] = ''
      covered[column] = left - 1
    }
    let column = 0
    for (const cell of cells) {
      while (line[column] !== undefined) column++
      if (column >= widest) break
      line[column] = textWithin(page, cell, longestCell)
      const across = Math.min(spanOf(cell, 'colspan'), widest - column)
      const down = spanOf(cell, 'rowspan')
      for (let step = 0; step < across && added < mostAdded; step++) {
        if (step > 0) line[column + step] ??= ''
        if (down > 1) covered[column + step] = down - 1
        if (step > 0 || down > 1) added++
      }
    }
    lines.push(Array.from(line, (cell) => cell ?? ''))
  }
  const width = lines.reduce((most, line) => Math.max(most, line.length), 0)
  const even = lines.map((line) =>
    width * lines.length > mostAdded ? line : [...line, ...Array<string>(width - line.length).fill('')],
  )
  const filled = even.map((line) => line.some((cell) => cell !== ''))
  const headerRows = rows.findIndex(({ isHeader }) => !isHeader)
  const headers = filled.slice(0, headerRows < 0 ? rows.length : headerRows).filter(Boolean).length
  return {
    kind: 'table',
    caption: captions.map((caption) => textWithin(page, caption)).join(' '),
    rows: even.filter((_, at) => filled[at]),
    ...(headers > 0 && headers < filled.filter(Boolean).length ? { headerRows: headers } : {}),
    ...(namesRows(rows.slice(Math.max(0, headerRows))) ? { headerColumn: true } : {}),
  }
}

interface Row {
  readonly cells: readonly PageNode[]
  /** It stands in the head, or all of its cells name columns. */
  readonly isHeader: boolean
}

function structureOf(page: Page, table: PageNode): { captions: readonly PageNode[]; rows: readonly Row[] } {
  const captions: PageNode[] = []
  const rows: { cells: PageNode[]; isHeader: boolean }[] = []
  let headEnd = 0
  for (let i = table.index + 1; i < table.end; i++) {
    const node = page.nodes[i] as PageNode
    if (node.tag === 'caption') captions.push(node)
    else if (node.tag === 'thead') headEnd = node.end
    else if (node.tag === 'tr') rows.push({ cells: [], isHeader: true })
    else if (node.tag === 'td' || node.tag === 'th') {
      if (rows.length === 0) rows.push({ cells: [], isHeader: true })
      const row = rows[rows.length - 1]
      row?.cells.push(node)
      if (row !== undefined && node.tag === 'td' && i >= headEnd) row.isHeader = false
      i = node.end - 1
    }
  }
  return { captions, rows: rows.filter(({ cells }) => cells.length > 0) }
}

function namesRows(rows: readonly Row[]): boolean {
  return (
    rows.length > 1 &&
    rows.every(({ cells }) => cells.length > 1 && cells[0]?.tag === 'th' && cells[1]?.tag === 'td')
  )
}

function spanOf(cell: PageNode, name: 'colspan' | 'rowspan'): number {
  const span = Number.parseInt(attribute(cell, name), 10)
  return span > 1 ? Math.min(span, 1000) : 1
}

/**
 * A table of data has rows of several cells, none of which holds most of the text. One that lays out the page has one
 * column of text, or other tables. `texts` are the kept passages in it.
 */
export function isDataTable(table: PageNode, texts: readonly Passage[]): boolean {
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

function nearest(node: PageNode, tag: string, or: string): PageNode | null {
  for (let at: PageNode | null = node; at !== null; at = at.parent)
    if (at.tag === tag || at.tag === or) return at
  return null
}
