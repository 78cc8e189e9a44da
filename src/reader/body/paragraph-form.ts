import { attribute, type PageNode } from '../parse/page-node.ts'
import type { Passage } from './passages.ts'

/** How an element is set: its tag and class. Paragraphs of one text share it. */
export function formOf(node: PageNode): string {
  return `${node.tag} ${attribute(node, 'class').trim()}`
}

/** The form that most of the prose has; '' where there is no prose. */
export function mainForm(passages: readonly Passage[]): string {
  return heaviest(passages, ({ node }) => formOf(node))
}

/** The form of a passage's element and of the one around it. */
export function settingOf({ node }: Passage): string {
  return node.parent === null ? formOf(node) : `${formOf(node)} in ${formOf(node.parent)}`
}

/** The setting that most of the prose has. */
export function mainSetting(passages: readonly Passage[]): string {
  return heaviest(passages, settingOf)
}

function heaviest(passages: readonly Passage[], nameOf: (passage: Passage) => string): string {
  const weights = new Map<string, number>()
  let main = ''
  for (const passage of passages) {
    if (!passage.isProse) continue
    const name = nameOf(passage)
    weights.set(name, (weights.get(name) ?? 0) + passage.weight)
    if ((weights.get(name) ?? 0) > (weights.get(main) ?? 0)) main = name
  }
  return main
}
