import type { PageNode } from '../parse/page-node.ts'
import { formOf, mainSetting, settingOf } from './paragraph-form.ts'
import type { Passage } from './passages.ts'
import { firstFrom, passagesIn } from './passages-in.ts'
import { endsSentence } from './prose.ts'
import { role } from './role.ts'

/**
 * Paragraphs that stand between those of the text, set in another form and in another element: inserts of the page. Only
 * where the text is plainly set in one form; headings, lists, tables and quotations are set as they are.
 */
export function insertsIn(kept: readonly Passage[]): ReadonlySet<Passage> {
  const setting = mainSetting(kept)
  const text = kept.filter((passage) => passage.isProse && settingOf(passage) === setting)
  if (text.length < fewestParagraphs || weightOfAll(text) < weightOfAll(kept) * 0.6) return new Set()
  const begin = text[0]?.start ?? 0
  const end = text[text.length - 1]?.start ?? 0
  const form = text[0] === undefined ? '' : formOf(text[0].node)
  const sentences = new Map<string, number>()
  for (const passage of kept)
    if (endsSentence(passage.text))
      sentences.set(settingOf(passage), (sentences.get(settingOf(passage)) ?? 0) + 1)
  return new Set(
    kept.filter(
      (passage) =>
        passage.start > begin &&
        (passage.start < end || !passage.isProse) &&
        (passage.roles & setOtherwise) === 0 &&
        settingOf(passage) !== setting &&
        formOf(passage.node) !== form &&
        // What comes often is a part of how this text is built.
        (sentences.get(settingOf(passage)) ?? 0) < 3 &&
        isWrapped(passage),
    ),
  )

  /** In an element of its own, with little else, that holds none of the text. */
  function isWrapped({ node }: Passage): boolean {
    let whole = node
    while (whole.parent !== null && !holdsText(whole.parent)) whole = whole.parent
    const inside = passagesIn(whole, kept, 6)
    return whole !== node && inside !== null && weightOfAll(inside) < longestInsert
  }

  function holdsText(node: PageNode): boolean {
    const first = text[firstFrom(text, node.index)]
    return first !== undefined && first.start < node.end
  }
}

const longestInsert = 700

const fewestParagraphs = 5

const setOtherwise = role.heading | role.item | role.cell | role.quote | role.pre

function weightOfAll(passages: readonly Passage[]): number {
  return passages.reduce((sum, { weight }) => sum + weight, 0)
}
