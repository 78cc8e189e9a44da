import type { Definitions, LinkedText } from '../../model/article.ts'
import type { Passage } from '../body/passages.ts'
import type { PageNode } from '../parse/page-node.ts'
import { joinLines, linkedText } from './linked-text.ts'

/** The terms of a `dl`, each with what follows it; several terms of one meaning are one. */
export function definitionsBlock(list: PageNode, passages: readonly Passage[], base: string): Definitions {
  const items: { terms: string[]; meanings: LinkedText[] }[] = []
  for (const passage of passages) {
    const last = items[items.length - 1]
    if (isTerm(passage.node, list)) {
      if (last !== undefined && last.meanings.length === 0) last.terms.push(passage.text)
      else items.push({ terms: [passage.text], meanings: [] })
    } else if (last === undefined) items.push({ terms: [], meanings: [linkedText(passage, base)] })
    else last.meanings.push(linkedText(passage, base))
  }
  return {
    kind: 'definitions',
    items: items.map(({ terms, meanings }) => ({ term: terms.join(', '), meaning: joinLines(meanings) })),
  }
}

function isTerm(node: PageNode, list: PageNode): boolean {
  for (let at: PageNode | null = node; at !== null && at !== list; at = at.parent) {
    if (at.tag === 'dt') return true
    if (at.tag === 'dd') return false
  }
  return false
}
