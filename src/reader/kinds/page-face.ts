import type { Article } from '../../model/article.ts'
import type { Roles } from '../body/element-roles.ts'
import { weightOf } from '../body/prose.ts'
import { role } from '../body/role.ts'
import type { Metadata } from '../metadata/read-metadata.ts'
import { cleanText } from '../parse/clean-text.ts'
import { attribute, type Page, type PageNode } from '../parse/page-node.ts'

/** What a visitor sees first of a page: what its kind is told by. */
export interface PageFace {
  /** The title, the headline and the first headings. */
  readonly titles: readonly string[]
  /** Of the article as it was read. */
  readonly text: string
  readonly weight: number
  /** All that the page shows, its menus with it, up to `visibleLength`. */
  readonly visible: string
  /** What it shows to those without scripts alone. */
  readonly withoutScripts: string
  /** What its buttons and links say, where that is short. */
  readonly buttons: readonly string[]
  readonly asksPassword: boolean
  readonly hasScripts: boolean
  readonly isDated: boolean
}

export const visibleLength = 6000

/** An article that goes on for this long is one, whatever words it begins with. */
const longWeight = 1200

/** Null where it can say nothing against the article: the text is long, or the page's data states an article and dates it. */
export function pageFace(
  page: Page,
  roles: Roles,
  { types, openGraphType }: Metadata,
  { headline, publishedAt }: Article,
  text: string,
): PageFace | null {
  const weight = weightOf(text)
  const isDated = publishedAt !== null
  const isArticle =
    types.some((type) => /Article$|Posting$|^Report$/.test(type)) || /^article/.test(openGraphType)
  if (weight >= longWeight || (isArticle && isDated)) return null
  return { ...shownOn(page, roles, headline), text, weight, isDated }
}

function shownOn(page: Page, roles: Roles, headline: string): Omit<PageFace, 'text' | 'weight' | 'isDated'> {
  const visible: string[] = []
  const withoutScripts: string[] = []
  const titles: string[] = [headline]
  const buttons: string[] = []
  let [shown, asksPassword, hasScripts] = [0, false, false]
  for (const node of page.nodes) {
    if (node.tag === '#text') {
      if (node.text === ' ') continue
      const within = roles.all[node.index] ?? 0
      if ((within & role.unseen) === 0) {
        if (shown < visibleLength) {
          const clean = cleanText(node.text.slice(0, visibleLength))
          if (clean !== '') visible.push(clean)
          shown += clean.length + 1
        }
        const isPressed = (within & (role.button | role.link)) !== 0
        if (isPressed && node.text.length < 60 && buttons.length < 300) buttons.push(cleanText(node.text))
        if ((within & role.heading) !== 0 && titles.length < 6 && node.text.length < 200)
          titles.push(cleanText(node.text))
      } else if (withoutScripts.length < 40 && isIn(node, 'noscript'))
        withoutScripts.push(cleanText(node.text.slice(0, 1000)))
    } else if (node.tag === 'title' && titles.length < 6) titles.push(cleanText(node.text.slice(0, 500)))
    else if (node.tag === 'script') hasScripts ||= !/json/i.test(attribute(node, 'type'))
    else if (node.tag === 'input') {
      const type = attribute(node, 'type').toLowerCase()
      if (type === 'password') asksPassword = true
    }
  }
  return {
    titles,
    visible: visible.join(' '),
    withoutScripts: withoutScripts.join(' '),
    buttons,
    asksPassword,
    hasScripts,
  }
}

function isIn(node: PageNode, tag: string): boolean {
  for (let at = node.parent, steps = 0; at !== null && steps < 4; at = at.parent, steps++)
    if (at.tag === tag) return true
  return false
}
