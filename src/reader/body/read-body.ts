import type { Block } from '../../model/article.ts'
import type { Recollection } from '../memory/recollect.ts'
import { type Sieve, siftPassages } from '../memory/sift-passages.ts'
import type { Metadata } from '../metadata/read-metadata.ts'
import { isOfLetters, lettersOf } from '../parse/clean-text.ts'
import { inlineTags } from '../parse/element-habits.ts'
import type { Page, PageNode } from '../parse/page-node.ts'
import { chooseContainer } from './choose-container.ts'
import { elementRoles, type Roles, withoutMisleading } from './element-roles.ts'
import { type Judged, type Judgement, keepPassages } from './keep-passages.ts'
import type { Passage } from './passages.ts'
import { withPictureLines } from './picture-lines.ts'
import { proseSums } from './prose-sums.ts'
import { role } from './role.ts'
import { type StatedBody, statedBody } from './stated-body.ts'
import { takeLead } from './take-lead.ts'
import { withTeasers } from './teasers.ts'

export interface Body {
  readonly roles: Roles
  readonly container: PageNode | null
  readonly kept: readonly Passage[]
  readonly lead: string | null
  readonly isDropped: (node: PageNode) => boolean
  /** Every passage of the container, and why it was kept or dropped. */
  readonly judged: readonly Judged[]
  /** All passages of the page. */
  readonly passages: readonly Passage[]
  /** The body as the metadata states it, where the page itself does not show it. */
  readonly blocks: readonly Block[]
  /** Elements outside of the container that hold something of the article too. */
  readonly added: readonly PageNode[]
}

/** What is not the article's because somebody says so. */
export interface RuledOut {
  readonly elements: readonly PageNode[]
  holds(node: PageNode): boolean
}

/** Finds the article's text in the page: passages, the element that holds the article, and what of it to keep. */
export function readBody(
  page: Page,
  metadata: Metadata,
  memory: Recollection | null,
  ruledOut: RuledOut | null,
): Body {
  const sieve = siftPassages(page, memory)
  const named = elementRoles(page)
  // Within a line there is no passage to drop: the words themselves go.
  for (const { tag, index } of ruledOut?.elements ?? [])
    if (inlineTags.has(tag)) named.own[index] = (named.own[index] ?? 0) | role.unseen
  const first = sieve.passages(named)
  const sums = proseSums(page, first)
  const headlines = headlinesIn(first, metadata.headline)
  const total = sums.prose(page.nodes[0] as PageNode) || 1
  const believed = withoutMisleading(
    page,
    withTeasers(page, named, first, sums, metadata.address),
    (node) => sums.prose(node) / total,
    (node) => headlines.some((at) => at > node.index && at < node.end),
    (node) => sums.prose(node),
  )
  const roles = withPictureLines(page, believed, first)
  const passages = roles === named ? first : sieve.passages(roles)
  const free =
    ruledOut === null
      ? passages
      : passages.filter(({ start }) => !ruledOut.holds(page.nodes[start] as PageNode))
  return { ...guessBody(page, roles, free, metadata, sieve), passages: sieve.all() }
}

/** Where the headline stands in the page. */
function headlinesIn(passages: readonly Passage[], headline: string): readonly number[] {
  const letters = lettersOf(headline)
  return passages
    .filter(({ text }) => text.length < headline.length * 2 && isOfLetters(text, letters))
    .map(({ start }) => start)
}

function guessBody(
  page: Page,
  roles: Roles,
  passages: readonly Passage[],
  metadata: Metadata,
  sieve: Sieve,
): Body {
  const shown = judge(page, roles, passages, metadata, sieve, null)
  const stated = statedBody(metadata.articleBody)
  if (stated === null) return bodyOf(roles, passages, metadata, shown)
  const isShown = stated.coverage(passages.map(({ text }) => text)) > 0.7
  // A stated body that is much shorter than the text of the page is only its beginning.
  if (isShown && stated.weight > weightOfKept(shown) * 0.6)
    return bodyOf(roles, passages, metadata, judge(page, roles, passages, metadata, sieve, stated))
  const body = bodyOf(roles, passages, metadata, shown)
  return !isShown && stated.weight > weightOfKept(shown) * 1.5
    ? { ...body, container: null, kept: [], blocks: paragraphs(stated) }
    : body
}

function judge(
  page: Page,
  roles: Roles,
  passages: readonly Passage[],
  metadata: Metadata,
  sieve: Sieve,
  stated: StatedBody | null,
): Judgement {
  const headlines = headlinesIn(passages, metadata.headline)
  const container = chooseContainer(page, passages, stated, headlines)
  if (container === null) return { container, judged: [], isDropped: () => false }
  const judgement = keepPassages(page, roles, container, passages, metadata, stated)
  return { ...judgement, judged: sieve.complete(judgement.judged, container) }
}

function weightOfKept({ judged }: Judgement): number {
  return judged.reduce((sum, { passage, keep }) => sum + (keep ? passage.weight : 0), 0)
}

function bodyOf(
  roles: Roles,
  passages: readonly Passage[],
  metadata: Metadata,
  { container, judged, isDropped }: Judgement,
): Body {
  const kept = judged.filter(({ keep }) => keep).map(({ passage }) => passage)
  const { lead, rest } = takeLead({
    ...metadata,
    kept,
    passages,
    headlines: headlinesIn(passages, metadata.headline),
  })
  return { roles, container, kept: rest, lead, isDropped, blocks: [], judged, passages, added: [] }
}

function paragraphs(stated: StatedBody): readonly Block[] {
  return stated.paragraphs.map((text) => ({ kind: 'paragraph', text, links: [] }))
}
