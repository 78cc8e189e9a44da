import type { Figure, Image } from '../../model/article.ts'
import type { Roles } from '../body/element-roles.ts'
import { role } from '../body/role.ts'
import { textWithin } from '../metadata/page-data.ts'
import { cleanText } from '../parse/clean-text.ts'
import { hints, type Page, type PageNode } from '../parse/page-node.ts'
import { type Images, isImage } from './images-of.ts'

const creditHint = /(?:^|[\s_-])(?:credits?|copyright|photographer|source|autor|author)(?:$|[\s_-])/
const spokenCredit =
  /(?:^|\s)(?:\(?(?:photo|photograph|image|picture|credit|foto|фото|сурет|bild|imagem|imagen|photo credit|image credit)\s*(?:by|:|credit:)\s*|[©]\s*)([^)]{2,80})\)?\s*$/iu

/** A figure element, or a picture that stands by itself, with its caption and credit; null for anything else. */
export function figureAt(page: Page, roles: Roles, node: PageNode, pictures: Images): Figure | null {
  if (!pictures.isIn(node)) return null
  if (isImage(node)) {
    const image = pictures.at(node)
    return image === null ? null : { kind: 'figure', images: [image], caption: '', credit: '' }
  }
  if (node.tag !== 'figure' && !isCaptioned(page, roles, node)) return null
  if (holdsFigures(page, node, pictures)) return null
  const images = new Map<string, Image>()
  let caption = ''
  let credit = ''
  for (let i = node.index + 1; i < node.end; i++) {
    const inner = page.nodes[i] as PageNode
    const own = roles.own[i] ?? 0
    if (isImage(inner)) {
      const image = pictures.at(inner)
      if (image !== null && !images.has(image.address)) images.set(image.address, image)
    } else if (creditHint.test(hints(inner)) && inner.tag !== 'figcaption') {
      credit ||= textWithin(page, inner, 200)
      i = inner.end - 1
    } else if (inner.tag === '#text' && (roles.all[i] ?? 0) & role.caption) {
      caption += ` ${inner.text}`
    } else if ((own & role.unseen) !== 0) i = inner.end - 1
  }
  if (images.size === 0) return null
  return {
    kind: 'figure',
    images: [...images.values()],
    ...partCredit(cleanText(caption), cleanText(credit)),
  }
}

/** A gallery's figure of figures: each of those has a caption of its own. */
function holdsFigures(page: Page, node: PageNode, pictures: Images): boolean {
  for (let i = node.index + 1; i < node.end; i++) {
    const inner = page.nodes[i] as PageNode
    if (inner.tag === 'figure') return pictures.isIn(inner)
  }
  return false
}

function partCredit(caption: string, credit: string): { caption: string; credit: string } {
  if (credit !== '') return { caption, credit: (spokenCredit.exec(credit)?.[1] ?? credit).trim() }
  const spoken = spokenCredit.exec(caption)
  return spoken === null
    ? { caption, credit: '' }
    : { caption: caption.slice(0, spoken.index).trim(), credit: (spoken[1] ?? '').trim() }
}

/** A small element of pictures with a caption in it, as `div.wp-caption`. */
function isCaptioned(page: Page, roles: Roles, node: PageNode): boolean {
  if (node.end - node.index > 60 || node.tag === 'body') return false
  let hasImage = false
  let hasCaption = false
  for (let i = node.index + 1; i < node.end; i++) {
    if (page.nodes[i]?.tag === 'img') hasImage = true
    else if ((roles.all[i] ?? 0) & role.caption) hasCaption = true
    else if (page.nodes[i]?.tag === 'p' && !((roles.all[i] ?? 0) & role.caption)) return false
  }
  return hasImage && hasCaption
}
