import type { Block, Reading } from '../../model/article.ts'
import type { TracedPassage } from '../../model/explanation.ts'
import { isOfLead } from '../body/is-of-lead.ts'
import type { Passage } from '../body/passages.ts'
import { role, roleNames } from '../body/role.ts'
import { lettersOf } from '../parse/clean-text.ts'
import type { PageNode } from '../parse/page-node.ts'
import type { Whole } from '../read.ts'
import { pathOf } from './path-of.ts'

/** All text of the page in page order, with what became of it and why. */
export function tracePassages({ page, body, metadata, rules, reading }: Whole): readonly TracedPassage[] {
  const judged = new Map(body.judged.map((one) => [one.passage, one]))
  const kept = new Set(body.kept)
  const headline = lettersOf(metadata.headline)
  const besideText = lettersBesideText(reading)
  const isBeside = (letters: string): boolean =>
    besideText.some((beside) => beside.includes(letters) || letters.includes(beside))
  let isHeadlineMet = false
  const leads = new Set<string>()
  return body.passages.map((passage) => ({ ...shownOf(passage), ...fateOf(passage) }))

  function fateOf(passage: Passage): Pick<TracedPassage, 'keep' | 'why' | 'rule'> {
    const judgement = judged.get(passage)
    const verdict = rules?.verdict(page.nodes[passage.start] as PageNode) ?? null
    const rule = judgement?.rule ?? (verdict?.keep === false ? verdict.rule : null)
    if (rule !== null && verdict?.keep === false) return { keep: false, why: 'the outlet’s rule', rule }
    if (!isHeadlineMet && headline !== '' && lettersOf(passage.text) === headline) {
      isHeadlineMet = true
      return { keep: true, why: 'the headline', rule: null }
    }
    if (isOfLead(passage.text, body.lead) && !kept.has(passage) && !leads.has(passage.text)) {
      leads.add(passage.text)
      return { keep: true, why: 'the lead', rule }
    }
    if (body.blocks.length > 0) return { keep: false, why: 'taken from the page’s data instead', rule: null }
    if (judgement === undefined) return { keep: false, why: 'outside the article’s element', rule: null }
    const { keep, why } = judgement
    // What is no passage of the text may be a picture's caption or stand in an embedded post.
    if (!keep && (why === 'caption' || why === 'embed') && isBeside(lettersOf(passage.text)))
      return { keep: true, why: why === 'caption' ? 'a picture’s caption' : 'an embedded post', rule: null }
    // A line between the lead and the text.
    if (keep && !kept.has(passage)) return { keep: false, why: 'before or after the text', rule: null }
    return { keep, why, rule }
  }
}

function shownOf(
  passage: Passage,
): Pick<TracedPassage, 'at' | 'path' | 'shape' | 'level' | 'text' | 'roles'> {
  const { start, node, text, roles } = passage
  return {
    at: start,
    path: pathOf(node),
    shape: shapeOf(roles),
    level: (roles & role.heading) === 0 ? null : levelOf(node),
    text,
    roles: roleNames(roles).filter((name) => name !== 'link'),
  }
}

function shapeOf(roles: number): TracedPassage['shape'] {
  if ((roles & role.heading) !== 0) return 'heading'
  if ((roles & role.caption) !== 0) return 'caption'
  if ((roles & role.item) !== 0) return 'item'
  if ((roles & role.cell) !== 0) return 'cell'
  return (roles & role.quote) === 0 ? 'paragraph' : 'quote'
}

function levelOf(node: PageNode): number {
  for (let at: PageNode | null = node; at !== null; at = at.parent) {
    const level = /^h([1-6])$/.exec(at.tag)?.[1]
    if (level !== undefined) return Number(level)
  }
  return 2
}

/** The letters of what the article keeps beside its text. */
function lettersBesideText(reading: Reading): readonly string[] {
  if (!('article' in reading)) return []
  return reading.article.blocks
    .flatMap(beside)
    .map(lettersOf)
    .filter((letters) => letters.length > 2)
}

function beside(block: Block): readonly string[] {
  if (block.kind === 'figure') return [block.caption, block.credit]
  if (block.kind === 'gallery') return block.pictures.flatMap(({ caption, credit }) => [caption, credit])
  return block.kind === 'embed' ? [block.text, block.author] : []
}
