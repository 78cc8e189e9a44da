import type { RuleUse } from '../../model/explanation.ts'
import { type OutletRules, type RuleField, ruleFields, selectorsOf } from '../../model/outlet-rules.ts'
import type { Page, PageNode } from '../parse/page-node.ts'
import { compileSelector } from './compile-selector.ts'

/** An outlet's rules on one page. */
export interface MatchedRules {
  /** What the innermost rule around a node says of it; null when none does. */
  verdict(node: PageNode): Verdict | null
  /** The elements that the rules of a field name, in page order. */
  elements(field: RuleField): readonly PageNode[]
  readonly uses: readonly RuleUse[]
}

export interface Verdict {
  readonly keep: boolean
  /** As the operator wrote it. */
  readonly rule: string
}

/** A selector that cannot be read names nothing here: whoever saves rules asks `selectorProblem` first. */
export function matchRules(page: Page, rules: Partial<OutletRules>): MatchedRules {
  const found = new Map<RuleField, readonly PageNode[]>()
  const verdicts = new Map<PageNode, Verdict>()
  const uses: RuleUse[] = []
  for (const field of ruleFields) {
    const named = new Set<PageNode>()
    for (const selector of selectorsOf(rules, field)) {
      const elements = elementsNamed(page, selector)
      uses.push({ field, selector, found: elements.length })
      for (const element of elements) {
        named.add(element)
        // `drop` comes after `keep`, and so has the last word on an element that both name.
        if (field === 'keep' || field === 'drop')
          verdicts.set(element, { keep: field === 'keep', rule: selector })
      }
    }
    found.set(
      field,
      [...named].sort((one, other) => one.index - other.index),
    )
  }
  return {
    verdict(node) {
      for (let at: PageNode | null = node; at !== null; at = at.parent) {
        const verdict = verdicts.get(at)
        if (verdict !== undefined) return verdict
      }
      return null
    },
    elements: (field) => found.get(field) ?? [],
    uses,
  }
}

function elementsNamed(page: Page, selector: string): readonly PageNode[] {
  try {
    const isNamed = compileSelector(selector, page)
    return page.nodes.filter((node) => node.tag !== '#text' && isNamed(node))
  } catch {
    return []
  }
}
