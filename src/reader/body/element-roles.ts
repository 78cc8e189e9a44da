import { hintsOf, namesLead, spokenOnly } from '../data/class-hints.ts'
import { isLinkNote } from '../data/link-notes.ts'
import { inlineTags } from '../parse/element-habits.ts'
import type { Page, PageNode } from '../parse/page-node.ts'
import { role } from './role.ts'

export interface Roles {
  /** By node index: what the node itself is. */
  readonly own: Int32Array
  /** By node index: what it is and stands in. */
  readonly all: Int32Array
}

/**
 * Takes back what names and landmarks say of elements that hold most of the page's prose: `div.premium-overlay` around
 * everything is no overlay. Comments and footers can be longer than the article; they are believed unless the headline
 * stands in them.
 */
export function withoutMisleading(
  page: Page,
  roles: Roles,
  shareOf: (node: PageNode) => number,
  holdsHeadline: (node: PageNode) => boolean,
  proseIn: (node: PageNode) => number,
): Roles {
  const hasHeadline = holdsHeadline(page.nodes[0] as PageNode)
  const own = roles.own.slice()
  let isChanged = false
  for (const node of page.nodes) {
    const { index } = node
    const stated = own[index] ?? 0
    if (
      (stated & (doubtful | doubtfulAroundHeadline)) !== 0 &&
      (shareOf(node) > 0.5 || holdsArticle(node, stated)) &&
      !isNote(node)
    ) {
      const taken = holdsHeadline(node) ? doubtful | doubtfulAroundHeadline : doubtful
      own[index] = stated & ~(isBesideText(node) ? taken & ~role.box : taken)
      isChanged = true
    }
  }
  return isChanged ? { own, all: inherited(page, own) } : roles

  /** A box can be longer than the text that it stands beside, as one with the wording of a speech is. */
  function isBesideText(node: PageNode): boolean {
    const prose = proseIn(node)
    return shareOf(node) < 0.7 && (prose / shareOf(node)) * (1 - shareOf(node)) > 2000 && !holdsHeadline(node)
  }

  /** On a page of little text, a note beside it can be the longer one. */
  function isNote(node: PageNode): boolean {
    return proseIn(node) < 1000 && hasHeadline && !holdsHeadline(node)
  }

  /** Menus hold no prose: a panel of tabs that does is the article's. */
  function holdsArticle(node: PageNode, stated: number): boolean {
    return (stated & role.nav) !== 0 && shareOf(node) > 0.15 && proseIn(node) > 1000
  }
}

/** What each element is and stands in, from what each is. */
export function inherited(page: Page, own: Int32Array): Int32Array {
  const all = new Int32Array(own.length)
  for (const { index, parent } of page.nodes)
    all[index] = (own[index] ?? 0) | (parent === null ? 0 : (all[parent.index] ?? 0))
  return all
}

const doubtful =
  role.nav |
  role.aside |
  role.form |
  role.hidden |
  role.furniture |
  role.byline |
  role.standfirst |
  role.caption |
  role.pullQuote |
  role.button |
  role.embed |
  role.box

const doubtfulAroundHeadline = role.footer | role.comments | role.dialog

export function elementRoles(page: Page): Roles {
  const own = new Int32Array(page.nodes.length)
  const all = new Int32Array(page.nodes.length)
  for (const node of page.nodes) {
    if (node.tag !== '#text') own[node.index] = ownRole(node) | roleByPlace(page, node)
    all[node.index] = (own[node.index] ?? 0) | (node.parent === null ? 0 : (all[node.parent.index] ?? 0))
  }
  return { own, all }
}

const roleByTag: ReadonlyMap<string, number> = new Map<string, number>([
  ...[
    'script',
    'style',
    'template',
    'head',
    'svg',
    'math',
    'object',
    'canvas',
    'datalist',
    'noembed',
    'iframe',
    'noframes',
    'map',
    'audio',
    'video',
    'noscript',
    'textarea',
    'select',
    'option',
    'rp',
    'rt',
  ].map((tag): [string, number] => [tag, role.unseen]),
  ['nav', role.nav],
  ['menu', role.nav],
  ['footer', role.footer],
  ['aside', role.aside],
  ['form', role.form],
  ['fieldset', role.form],
  ['figure', role.figure],
  ['figcaption', role.figure | role.caption],
  ['amp-img', role.figure],
  ['blockquote', role.quote],
  ['li', role.item],
  ['dd', role.item],
  ['dt', role.item],
  ['td', role.cell],
  ['th', role.cell],
  ['h1', role.heading],
  ['h2', role.heading],
  ['h3', role.heading],
  ['h4', role.heading],
  ['h5', role.heading],
  ['h6', role.heading],
  ['a', role.link],
  ['header', role.header],
  ['button', role.button],
  ['label', role.button],
  ['pre', role.pre],
  ['dialog', role.dialog],
  ['b', role.strong],
  ['strong', role.strong],
])

const roleByAria: ReadonlyMap<string, number> = new Map<string, number>([
  ['navigation', role.nav],
  ['menu', role.nav],
  ['menubar', role.nav],
  ['tablist', role.nav],
  ['toolbar', role.nav],
  ['search', role.form],
  ['contentinfo', role.footer],
  ['complementary', role.aside],
  ['banner', role.nav],
  ['button', role.button],
  ['dialog', role.dialog],
  ['alertdialog', role.dialog],
  ['tooltip', role.unseen],
])

/** Small print right under a picture is its caption; a card in a line is no part of it. */
function roleByPlace(page: Page, node: PageNode): number {
  if (isCardInLine(page, node) || saysWhereItOpens(page, node)) return role.unseen
  if (node.tag !== 'small') return 0
  for (let i = node.index - 1; i > 0; i--) {
    const before = page.nodes[i] as PageNode
    if (before.tag === 'img') return role.caption
    if (before.tag !== 'br' && !(before.tag === '#text' && before.text.trim() === '')) return 0
  }
  return 0
}

function ownRole(node: PageNode): number {
  const found = roleByTag.get(node.tag) ?? roleByOwnTag(node.tag)
  return node.attributes.length === 0 ? found : found | statedRole(node)
}

/** Pages that make elements of their own name them as others name classes: 'app-teaser'. */
function roleByOwnTag(tag: string): number {
  return tag.includes('-') ? namedRoles(tag, hintsOf(tag)) & ~role.hidden : 0
}

/** What its attributes say. */
function statedRole({ tag, attributes }: PageNode): number {
  let found = 0
  for (let i = 0; i < attributes.length; i += 2)
    found |= roleByAttribute(tag, attributes[i] ?? '', attributes[i + 1] ?? '')
  return found
}

function roleByAttribute(tag: string, name: string, value: string): number {
  switch (name) {
    case 'class':
      return isWhole(tag) ? 0 : roleByClass(tag, value)
    case 'id':
      return isWhole(tag) || headings.has(tag) ? 0 : roleById(tag, value)
    case 'role':
      return roleByAria.get(value.trim().toLowerCase()) ?? 0
    case 'style':
      return roleByStyle(tag, value)
    case 'hidden':
      return role.hidden
    case 'aria-hidden':
      return value === 'true' ? role.hidden : 0
    case 'aria-modal':
      return value === 'true' ? role.dialog : 0
    case 'itemprop':
      return roleByProperty(tag, value)
    default:
      return 0
  }
}

/** A line clipped to nothing is for those who listen. */
function roleByStyle(tag: string, style: string): number {
  if (/display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)) return role.hidden
  return inlineTags.has(tag) &&
    /clip\s*:\s*rect\(\s*[01](?:px)?[ ,]|clip-path\s*:\s*inset\(\s*50%/i.test(style)
    ? role.unseen
    : 0
}

/** What holds all of the page is named for all of it. */
function isWhole(tag: string): boolean {
  return tag === 'body' || tag === 'main' || tag === '#root'
}

function roleByClass(tag: string, classes: string): number {
  const hints = hintsOf(classes)
  let found = namedRoles(tag, hints)
  if ((hints & spokenOnly) !== 0 && inlineTags.has(tag)) found |= role.unseen
  if (tag === 'p' && namesLead(classes)) found |= role.standfirst
  return found
}

/** An id made of a heading's words, for links to it, says nothing of what the element is for. */
function roleById(tag: string, id: string): number {
  return isOfSixWords.test(id) ? 0 : namedRoles(tag, hintsOf(id)) & ~role.hidden
}

const isOfSixWords = /[-_](?:[^-_]+[-_]+){4}/

function namedRoles(tag: string, hints: number): number {
  const roles = hints & ~spokenOnly
  return tag === 'article' ? roles & ~role.furniture : roles
}

function roleByProperty(tag: string, property: string): number {
  if (/\barticleBody\b/i.test(property)) return role.articleBody
  if (/\b(author|dateP|dateM)/i.test(property)) return role.byline
  if (tag === 'p' && /\bdescription\b/i.test(property)) return role.standfirst
  return /^(caption|copyrightHolder)$/i.test(property) ? role.caption : 0
}

/** A card of links with a picture, in the middle of a line: it opens over the page when one points at a name. */
function isCardInLine(page: Page, node: PageNode): boolean {
  if (node.tag !== 'span' || node.end - node.index < 6) return false
  let links = 0
  let pictures = 0
  let linked = 0
  let text = 0
  for (let i = node.index + 1; i < Math.min(node.end, node.index + 60); i++) {
    const inner = page.nodes[i] as PageNode
    if (inner.tag === 'a') links++
    else if (inner.tag === 'img') pictures++
    else if (!inlineTags.has(inner.tag)) return false
    else if (inner.tag === '#text') {
      const { length } = inner.text.trim()
      text += length
      if (inner.parent?.tag === 'a') linked += length
    }
  }
  return pictures > 0 && links > 1 && linked === text
}

/** 'opens in a new window', in a link, for those who listen. */
function saysWhereItOpens(page: Page, node: PageNode): boolean {
  if (node.tag !== 'span' || node.end !== node.index + 2 || node.parent?.tag !== 'a') return false
  const said = page.nodes[node.index + 1] as PageNode
  return said.tag === '#text' && isLinkNote(said.text)
}

const headings: ReadonlySet<string> = new Set('h1 h2 h3 h4 h5 h6'.split(' '))
