import type { Code } from '../../model/article.ts'
import type { Passage } from '../body/passages.ts'
import type { Page, PageNode } from '../parse/page-node.ts'

/** The text of a `pre` with its spaces and line breaks. */
export function codeBlock(page: Page, pre: PageNode): Code {
  const parts: string[] = []
  for (let i = pre.index + 1; i < pre.end; i++) {
    const node = page.nodes[i] as PageNode
    if (node.tag === '#text') parts.push(node.text)
    else if (node.tag === 'br') parts.push('\n')
  }
  return { kind: 'code', text: parts.join('').replaceAll('\r\n', '\n').replace(/^\n+/, '').trimEnd() }
}

/** Some pages set their whole text in `pre`: sentences are no code. */
export function isCode(passages: readonly Passage[]): boolean {
  return !passages.some(({ isProse }) => isProse)
}
