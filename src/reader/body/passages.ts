import type { TextLink } from '../../model/article.ts'
import { inlineTags } from '../parse/element-habits.ts'
import { attribute, type Page, type PageNode } from '../parse/page-node.ts'
import type { Roles } from './element-roles.ts'
import { readsAsProse, weightOf } from './prose.ts'
import { role } from './role.ts'

/** A run of text that stands by itself on the page: a paragraph, a heading, a list item, a cell, a loose line. */
export interface Passage {
  /** The nearest element around it that is no inline one. */
  readonly node: PageNode
  /** The index of its first text node: where it stands in the page. */
  readonly start: number
  readonly end: number
  readonly roles: number
  readonly text: string
  /** How much reading it is: see weightOf. */
  readonly weight: number
  /** Written to be read on, and no mere list of links. */
  readonly isProse: boolean
  /** Addresses as written in the page. */
  readonly links: readonly TextLink[]
  readonly linkLength: number
  /** The share of its text that is links, 0 to 1. */
  readonly linkDensity: number
}

/** The text of the page as passages, in document order. */
export function passagesOf(page: Page, roles: Roles): readonly Passage[] {
  const passages: Passage[] = []
  const blocks: PageNode[] = []
  const draft = new Draft()
  const { nodes } = page
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i] as PageNode
    while (blocks.length > 0 && (blocks[blocks.length - 1] as PageNode).end <= i) {
      flush()
      blocks.pop()
    }
    if (node.tag === '#text') {
      if (blocks.length > 0) draft.add(node, roles)
    } else if (isLineBreak(node)) {
      if (draft.lineBreak()) flush()
    } else if (((roles.own[i] ?? 0) & role.unseen) !== 0) {
      i = node.end - 1
    } else if (!inlineTags.has(node.tag) && node.tag !== '#root') {
      flush()
      blocks.push(node)
    }
  }
  flush()
  return passages

  function flush(): void {
    const block = blocks[blocks.length - 1]
    const made = block === undefined ? null : draft.take(block)
    if (made === null) return
    if (isListOfLinks(made)) for (const line of linesOf(made, page, roles)) passages.push(line)
    else passages.push(made)
  }
}

/** A column of headlines that only line breaks part, as glued to articles on old sites. */
function isListOfLinks({ text, links }: Passage): boolean {
  if (links.length < 3 || !text.includes('\n')) return false
  let from = 0
  let ofLinks = 0
  let at = 0
  for (const line of text.split('\n')) {
    const to = from + line.length
    let linked = 0
    for (; at < links.length && (links[at] as TextLink).start < to; at++) {
      const { start, end } = links[at] as TextLink
      linked += Math.min(end, to) - start
    }
    if (linked > line.length * 0.7 && isHeadline(line)) ofLinks++
    from = to + 1
  }
  return ofLinks > 2
}

/** A footnote's line is an address, a shop's a name. */
function isHeadline(line: string): boolean {
  return line.length > 24 && line.includes(' ') && !/:\/\/|www\./.test(line)
}

function linesOf(passage: Passage, page: Page, roles: Roles): readonly Passage[] {
  const lines: Passage[] = []
  const draft = new Draft()
  for (let i = passage.start; i < passage.end; i++) {
    const node = page.nodes[i] as PageNode
    if (node.tag === '#text') draft.add(node, roles)
    else if (isLineBreak(node)) take()
    else if (((roles.own[i] ?? 0) & role.unseen) !== 0) i = node.end - 1
  }
  take()
  return lines

  function take(): void {
    const line = draft.take(passage.node)
    if (line !== null) lines.push(line)
  }
}

/** The same passages where elements have other roles, but the same links and the same that nobody sees. */
export function withRoles(
  page: Page,
  passages: readonly Passage[],
  before: Roles,
  after: Roles,
): readonly Passage[] {
  return passages.map((passage) => {
    const { start, end } = passage
    let isChanged = false
    for (let i = start; i < end && !isChanged; i++) isChanged = before.all[i] !== after.all[i]
    return isChanged ? { ...passage, roles: rolesWithin(page, after, start, end) } : passage
  })
}

function rolesWithin({ nodes }: Page, { own, all }: Roles, start: number, end: number): number {
  let roles = -1
  for (let i = start; i < end; i++) {
    const node = nodes[i] as PageNode
    if (node.tag === '#text') {
      if (collapsed(node.text).trim() !== '') roles &= all[i] ?? 0
    } else if (((own[i] ?? 0) & role.unseen) !== 0) i = node.end - 1
  }
  return roles
}

/** Collects the text of one passage, with white space collapsed as it goes, so that link offsets hold. */
class Draft {
  #text = ''
  #last = ''
  #links: TextLink[] = noLinks
  #linkLength = 0
  #start = -1
  #end = 0
  /** What all of its text stands in. */
  #roles = -1
  #breaks = 0

  add(node: PageNode, roles: Roles): void {
    let text = collapsed(node.text)
    if (text.startsWith(' ') && (this.#text === '' || this.#last === ' ' || this.#last === '\n'))
      text = text.slice(1)
    if (text === '') return
    if (text !== ' ') this.#breaks = 0
    if (this.#start < 0) this.#start = node.index
    this.#end = node.index + 1
    const from = this.#text.length
    this.#push(text)
    if (text !== ' ') this.#roles &= roles.all[node.index] ?? 0
    if (((roles.all[node.index] ?? 0) & role.link) !== 0) this.#addLink(node, from)
  }

  /** True when this is the second break in a row: the text before it stands by itself. */
  lineBreak(): boolean {
    if (this.#text === '') return false
    if (this.#last === ' ') this.#text = this.#text.slice(0, -1)
    this.#push('\n')
    this.#breaks++
    return this.#breaks > 1
  }

  take(block: PageNode): Passage | null {
    if (this.#text === '') return null
    const text = this.#text.trimEnd()
    const made = text === '' ? null : this.#passage(block, text)
    this.#text = ''
    this.#last = ''
    this.#links = noLinks
    this.#linkLength = 0
    this.#start = -1
    this.#roles = -1
    this.#breaks = 0
    return made
  }

  #passage(node: PageNode, text: string): Passage {
    const weight = weightOf(text)
    const linkDensity = Math.min(1, this.#linkLength / text.length)
    return {
      node,
      start: this.#start,
      end: this.#end,
      roles: this.#roles,
      text,
      weight,
      isProse: readsAsProse(text, weight, linkDensity),
      links: this.#takeLinks(text.length),
      linkLength: this.#linkLength,
      linkDensity,
    }
  }

  #takeLinks(length: number): readonly TextLink[] {
    const last = this.#links[this.#links.length - 1]
    if (last === undefined || last.end <= length) return this.#links
    return this.#links
      .map((link) => ({ ...link, end: Math.min(link.end, length) }))
      .filter((link) => link.end > link.start)
  }

  #push(part: string): void {
    this.#text += part
    this.#last = part.charAt(part.length - 1)
  }

  #addLink(node: PageNode, from: number): void {
    const anchor = anchorOf(node)
    const address = anchor === null ? '' : attribute(anchor, 'href').trim()
    this.#linkLength += this.#text.length - from
    if (address === '') return
    const last = this.#links[this.#links.length - 1]
    if (last !== undefined && last.end === from && last.address === address)
      this.#links[this.#links.length - 1] = { ...last, end: this.#text.length }
    else {
      if (last === undefined) this.#links = []
      this.#links.push({ start: from, end: this.#text.length, address })
    }
  }
}

/** Most passages have none: they share this. */
const noLinks: TextLink[] = []

/** A break, or an empty span that is named for one. */
function isLineBreak(node: PageNode): boolean {
  if (node.tag === 'br') return true
  return (
    node.tag === 'span' && node.end === node.index + 1 && /(?:^|\s)br(?:$|\s)/.test(attribute(node, 'class'))
  )
}

const uneven = /\s{2}|[^\S ]|[\u00ad\u200b\u2060]/
const everyInvisible = /[\u00ad\u200b\u2060\ufeff]/g
const everyUneven = /\s{2,}|[^\S ]/g

function collapsed(text: string): string {
  return uneven.test(text) ? text.replace(everyInvisible, '').replace(everyUneven, ' ') : text
}

function anchorOf(node: PageNode): PageNode | null {
  for (let at: PageNode | null = node; at !== null; at = at.parent) if (at.tag === 'a') return at
  return null
}
