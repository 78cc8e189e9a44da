import type { Block, Image } from '../../model/article.ts'
import type { Roles } from '../body/element-roles.ts'
import { role } from '../body/role.ts'
import { textWithin } from '../metadata/page-data.ts'
import { cleanText } from '../parse/clean-text.ts'
import { absolute, pixels } from '../parse/page-address.ts'
import { attribute, hints, type Page, type PageNode } from '../parse/page-node.ts'

type Figure = Extract<Block, { kind: 'figure' }>

const creditHint = /(?:^|[\s_-])(?:credits?|copyright|photographer|source|autor|author)(?:$|[\s_-])/
const spokenCredit =
  /(?:^|\s)(?:\(?(?:photo|photograph|image|picture|credit|foto|фото|сурет|bild|imagem|imagen|photo credit|image credit)\s*(?:by|:|credit:)\s*|[©]\s*)([^)]{2,80})\)?\s*$/iu

/** A figure element, or a picture that stands by itself, with its caption and credit; null for anything else. */
export function figureAt(page: Page, roles: Roles, node: PageNode, base: string): Figure | null {
  if (node.tag === 'img' || node.tag === 'amp-img') {
    const image = imageAt(node, base)
    return image === null ? null : { kind: 'figure', images: [image], caption: '', credit: '' }
  }
  if (node.tag !== 'figure' && !isCaptioned(page, roles, node)) return null
  const images: Image[] = []
  let caption = ''
  let credit = ''
  for (let i = node.index + 1; i < node.end; i++) {
    const inner = page.nodes[i] as PageNode
    const own = roles.own[i] ?? 0
    if (inner.tag === 'img' || inner.tag === 'amp-img') {
      const image = imageAt(inner, base)
      if (image !== null && !images.some((other) => other.address === image.address)) images.push(image)
    } else if (creditHint.test(hints(inner)) && inner.tag !== 'figcaption') {
      credit ||= textWithin(page, inner, 200)
      i = inner.end - 1
    } else if (inner.tag === '#text' && (roles.all[i] ?? 0) & role.caption) {
      caption += ` ${inner.text}`
    } else if ((own & role.unseen) !== 0) i = inner.end - 1
  }
  if (images.length === 0) return null
  return { kind: 'figure', images, ...partCredit(cleanText(caption), cleanText(credit)) }
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

function imageAt(node: PageNode, base: string): Image | null {
  const width = pixels(attribute(node, 'width'))
  const height = pixels(attribute(node, 'height'))
  if ((width !== null && width < 80) || (height !== null && height < 60)) return null
  const address = absolute(sourceOf(node), base)
  if (address === null || /\b(?:pixel|spacer|blank|1x1|avatar|logo|icon|sprite|emoji)\b/i.test(address))
    return null
  return { address, alt: cleanText(attribute(node, 'alt')), width, height }
}

/** Lazy pictures keep a placeholder in `src` and their address elsewhere. */
function sourceOf(node: PageNode): string {
  for (const name of ['data-src', 'data-lazy-src', 'data-original', 'data-lazy']) {
    const value = attribute(node, name)
    if (value !== '' && !value.startsWith('data:')) return value
  }
  const source = attribute(node, 'src')
  if (source !== '' && !source.startsWith('data:')) return source
  const set =
    attribute(node, 'srcset') || attribute(node, 'data-srcset') || attribute(node, 'data-lazy-srcset')
  return set.trim().split(/\s+/)[0] ?? 'data:'
}
