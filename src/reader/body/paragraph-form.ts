import { attribute, type PageNode } from '../parse/page-node.ts'
import type { Passage } from './passages.ts'
import { isProse, weightOf } from './prose.ts'

/** How an element is set: its tag and class. Paragraphs of one text share it. */
export function formOf(node: PageNode): string {
  return `${node.tag} ${attribute(node, 'class').trim()}`
}

/** The form that most of the prose has; '' where there is no prose. */
export function mainForm(passages: readonly Passage[]): string {
  const weights = new Map<string, number>()
  let main = ''
  for (const passage of passages) {
    if (!isProse(passage)) continue
    const form = formOf(passage.node)
    weights.set(form, (weights.get(form) ?? 0) + weightOf(passage.text))
    if ((weights.get(form) ?? 0) > (weights.get(main) ?? 0)) main = form
  }
  return main
}
