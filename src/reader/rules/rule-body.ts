import { isOfLead } from '../body/is-of-lead.ts'
import type { Judged } from '../body/keep-passages.ts'
import type { Passage } from '../body/passages.ts'
import type { Body } from '../body/read-body.ts'
import { role } from '../body/role.ts'
import { lettersOf } from '../parse/clean-text.ts'
import type { Page, PageNode } from '../parse/page-node.ts'
import type { MatchedRules } from './match-rules.ts'

/** What a passage that a rule decided on was kept or dropped for. */
const outletsRule = 'the outlet’s rule'

/**
 * The body as the outlet's rules have it. What is the headline, or was said before, is not said again for a rule; a
 * caption and an embedded post stay with their picture and their post.
 */
export function ruleBody(page: Page, body: Body, rules: MatchedRules, headline: string): Body {
  const guessed = new Map(body.judged.map((judged) => [judged.passage, judged]))
  const said = new Set(body.kept.map(({ text }) => lettersOf(text)))
  said
    .add(lettersOf(headline))
    .add(lettersOf(body.lead ?? ''))
    .add('')
  const judged: Judged[] = []
  const kept = new Set(body.kept)
  for (const passage of body.passages) {
    const guess = guessed.get(passage)
    const verdict = rules.verdict(page.nodes[passage.start] as PageNode)
    if (verdict === null) {
      if (guess !== undefined) judged.push(guess)
    } else if (!verdict.keep) {
      judged.push({ passage, keep: false, why: outletsRule, rule: verdict.rule })
    } else if (guess?.keep === true || addable(passage, guess)) {
      judged.push({ passage, keep: true, why: outletsRule, rule: verdict.rule })
      if (!isOfLead(passage.text, body.lead)) kept.add(passage)
    } else if (guess !== undefined) judged.push(guess)
  }
  const added = rules.elements('keep')
  const hasPageText = body.container !== null || kept.size > body.kept.length
  return {
    ...body,
    judged,
    container: body.container ?? (kept.size > 0 ? (added[0] ?? null) : null),
    kept: [...kept].sort((one, other) => one.start - other.start),
    // What the page's data says stands in only where the page shows nothing.
    blocks: hasPageText ? [] : body.blocks,
    added,
    isDropped(node) {
      const verdict = rules.verdict(node)
      return verdict === null ? body.isDropped(node) : !verdict.keep
    },
  }

  function addable(passage: Passage, guess: Judged | undefined): boolean {
    const belongsToBlock =
      (passage.roles & (role.figure | role.embed)) !== 0 &&
      (guess === undefined || guess.why === 'caption' || guess.why === 'embed')
    if (belongsToBlock) return false
    const letters = lettersOf(passage.text)
    if (isOfLead(passage.text, body.lead) || said.has(letters)) return false
    said.add(letters)
    return true
  }
}
