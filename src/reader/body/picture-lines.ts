import { namesPicture } from '../data/class-hints.ts'
import { attribute, elementsOf, type Page, type PageNode } from '../parse/page-node.ts'
import { inherited, type Roles } from './element-roles.ts'
import { mainSetting, settingOf } from './paragraph-form.ts'
import type { Passage } from './passages.ts'
import { passagesIn } from './passages-in.ts'
import { role } from './role.ts'

/**
 * Marks captions that nothing names: an element that holds a picture and, under it, a line or two that are not set as the
 * text is.
 */
export function withPictureLines(page: Page, roles: Roles, passages: readonly Passage[]): Roles {
  const setting = mainSetting(passages.filter(({ node }) => ((roles.all[node.index] ?? 0) & notText) === 0))
  if (setting === '') return roles
  const own = roles.own.slice()
  let isChanged = false
  for (const node of pictures.flatMap((tag) => elementsOf(page, tag))) {
    if (((roles.all[node.index] ?? 0) & role.figure) !== 0) continue
    for (const { node: line } of linesUnder(node)) {
      own[line.index] = (own[line.index] ?? 0) | role.caption
      isChanged = true
    }
  }
  return isChanged ? { own, all: inherited(page, own) } : roles

  function linesUnder(picture: PageNode): readonly Passage[] {
    let lines: readonly Passage[] = []
    for (let at = picture.parent, steps = 0; at !== null && steps < 8; at = at.parent, steps++) {
      const inner = at
      const texts = passagesIn(at, passages, 2)
      const longest = namesPicture(attribute(at, 'class')) ? 500 : 250
      if (
        texts === null ||
        !texts.every((text) => text.node.index >= inner.index && isLineUnder(text, picture, longest))
      )
        break
      lines = texts
    }
    return lines
  }

  function isLineUnder(passage: Passage, picture: PageNode, longest: number): boolean {
    return (
      passage.start > picture.index &&
      settingOf(passage) !== setting &&
      (passage.roles & (role.heading | role.item | role.cell | role.quote)) === 0 &&
      passage.links.length < 2 &&
      passage.weight < longest
    )
  }
}

const notText = role.nav | role.footer | role.aside | role.comments | role.furniture | role.teaser

const pictures: readonly string[] = ['img', 'amp-img', 'picture', 'video']
