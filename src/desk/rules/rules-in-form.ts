import { type OutletRules, type RuleField, ruleFields, selectorsOf } from '../../model/outlet-rules.ts'
import type { Problem } from '../../model/problem.ts'
import type { Fields } from '../../web/forms/read-form.ts'
import type { Translate } from '../../web/i18n/messages.ts'
import { problemWords } from '../../web/i18n/problem-words.ts'
import type { View } from '../../web/view.ts'
import type { SelectorProblem } from '../desk-options.ts'

const mostSelectors = 50

/** What is wrong with a field, in words. */
export type FieldProblems = Readonly<Partial<Record<RuleField, string>>>

/** The rules of a posted form, one selector a line where there may be several, and what is wrong with them. */
export function rulesInForm(
  fields: Fields,
  selectorProblem: SelectorProblem,
  { t }: View,
): { readonly rules: OutletRules; readonly problems: FieldProblems } {
  const rules: OutletRules = {
    keep: lines(fields.keep),
    drop: lines(fields.drop),
    title: lines(fields.title)[0] ?? null,
    date: lines(fields.date)[0] ?? null,
    author: lines(fields.author)[0] ?? null,
  }
  const problems: Partial<Record<RuleField, string>> = {}
  for (const field of ruleFields) {
    const selectors = selectorsOf(rules, field)
    const words =
      selectors.length > mostSelectors
        ? t('rules.too-many', { count: mostSelectors })
        : selectors
            .map((selector) => wordsOf(selectorProblem(selector), t))
            .join(' ')
            .trim()
    if (words !== '') problems[field] = words
  }
  return { rules, problems }
}

function wordsOf(problem: Problem | null, t: Translate): string {
  return problem === null ? '' : problemWords(problem, t)
}

function lines(value: Fields[string] | undefined): readonly string[] {
  if (typeof value !== 'string') return []
  const written = value.split(/\r\n|\r|\n/).map((line) => line.trim())
  return [...new Set(written.filter((line) => line !== ''))]
}
