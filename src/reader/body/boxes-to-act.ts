import { attribute, type Page, type PageNode } from '../parse/page-node.ts'
import { formOf, mainSetting, settingOf } from './paragraph-form.ts'
import type { Passage } from './passages.ts'
import { firstFrom, passagesIn } from './passages-in.ts'
import { role } from './role.ts'

/**
 * Boxes between the paragraphs that ask to do something, told by what they are built of and not by their names: a field
 * for an address, or a button behind the words that ask to press it. None holds a paragraph that is set as the text is.
 */
export function boxesToAct(
  page: Page,
  container: PageNode,
  inside: readonly Passage[],
): ReadonlySet<PageNode> {
  const setting = mainSetting(inside)
  const begin = inside.find((passage) => settingOf(passage) === setting)?.start
  const boxes = new Set<PageNode>()
  if (begin === undefined) return boxes
  for (let i = begin + 1; i < container.end; i++) {
    const node = page.nodes[i] as PageNode
    const box = isControl(node) ? boxAround(node) : null
    if (box !== null) boxes.add(box)
  }
  return withoutMany(boxes, (box) => inside[firstFrom(inside, box.index)]?.text ?? '')

  /** The outermost element around the control that holds no more than a box does. */
  function boxAround(control: PageNode): PageNode | null {
    let box: PageNode | null = null
    for (let at = control.parent, steps = 0; at !== null && at !== container && steps < 12; steps++) {
      const texts = passagesIn(at, inside, 20)
      if (texts === null || texts.some((passage) => settingOf(passage) === setting)) break
      if (texts.length > 0) {
        if (!isBox(texts, control)) break
        box = at
      }
      at = at.parent
    }
    return box
  }
}

/** What a button unfolds stands behind it: only words before it are about pressing it. */
function isBox(texts: readonly Passage[], control: PageNode): boolean {
  const weighed = texts.reduce((sum, { weight }) => sum + weight, 0)
  if (weighed > 1500 || texts.filter(({ isProse }) => isProse).length > 3) return false
  if (texts.some(({ roles }) => (roles & role.pre) !== 0)) return false
  return control.tag === 'input' || (texts[0]?.start ?? 0) < control.index
}

/** Buttons of headings copy or unfold. */
function isControl(node: PageNode): boolean {
  const { tag, parent } = node
  if (parent !== null && (/^h\d$/.test(parent.tag) || /^h\d$/.test(parent.parent?.tag ?? ''))) return false
  if (tag === 'a') return signsUp.test(attribute(node, 'href'))
  return tag === 'button' || (tag === 'input' && /^(?:email|password|tel)$/i.test(attribute(node, 'type')))
}

/** A link that is as good as a button: it leads to where one makes an account. */
const signsUp = /\/(?:register|registration|registrierung|sign-?up|subscribe)\b/i

/** Products with a button to buy them, questions with one to unfold the answer: what comes often is the text. */
function withoutMany(boxes: ReadonlySet<PageNode>, textOf: (box: PageNode) => string): ReadonlySet<PageNode> {
  const said = new Map<string, Set<string>>()
  for (const box of boxes) said.set(formOf(box), (said.get(formOf(box)) ?? new Set()).add(textOf(box)))
  return new Set([...boxes].filter((box) => (said.get(formOf(box))?.size ?? 0) < 3))
}
