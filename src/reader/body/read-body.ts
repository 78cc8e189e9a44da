import type { Block } from '../../model/article.ts'
import type { Metadata } from '../metadata/read-metadata.ts'
import type { Page, PageNode } from '../parse/page-node.ts'
import { chooseContainer } from './choose-container.ts'
import { elementRoles, type Roles } from './element-roles.ts'
import { keepPassages } from './keep-passages.ts'
import { type Passage, passagesOf } from './passages.ts'
import { weightOf } from './prose.ts'
import { type StatedBody, statedBody } from './stated-body.ts'
import { takeLead } from './take-lead.ts'

export interface Body {
  readonly roles: Roles
  readonly container: PageNode | null
  readonly kept: readonly Passage[]
  readonly lead: string | null
  readonly isDropped: (node: PageNode) => boolean
  /** The body as the metadata states it, where the page itself does not show it. */
  readonly blocks: readonly Block[]
}

/** Finds the article's text in the page: passages, the element that holds the article, and what of it to keep. */
export function readBody(page: Page, metadata: Metadata): Body {
  const roles = elementRoles(page)
  const passages = passagesOf(page, roles)
  const stated = statedBody(metadata.articleBody)
  const trusted = stated !== null && stated.coverage(passages.map(({ text }) => text)) > 0.7 ? stated : null
  const container = chooseContainer(page, passages, trusted)
  const known = { headline: metadata.headline, description: metadata.description, authors: metadata.authors }
  const judged = container === null ? [] : keepPassages(page, roles, container, passages, known, trusted)
  const kept = judged.filter(({ keep }) => keep).map(({ passage }) => passage)
  const weight = kept.reduce((sum, { text }) => sum + weightOf(text), 0)
  const { lead, rest } = takeLead(kept, passages, metadata.description)
  if (trusted === null && stated !== null && stated.weight > weight * 1.5)
    return { roles, container: null, kept: [], lead, isDropped: () => false, blocks: paragraphs(stated) }
  return { roles, container, kept: rest, lead, isDropped: () => false, blocks: [] }
}

function paragraphs(stated: StatedBody): readonly Block[] {
  return stated.paragraphs.map((text) => ({ kind: 'paragraph', text, links: [] }))
}
