/**
 * What an operator says of an outlet's pages, as CSS selectors; it wins over every guess of the reader. `keep` and
 * `drop` name elements whose text and pictures are, or are not, the article's; of rules around each other the
 * innermost speaks, and of two for one element `drop`.
 */
export interface OutletRules {
  readonly keep: readonly string[]
  readonly drop: readonly string[]
  /** The element that holds the headline, or null to leave it to the reader; so below. */
  readonly title: string | null
  /** The element that holds the time of publication: its `datetime`, `content` or text. */
  readonly date: string | null
  /** The elements that hold the authors' names. */
  readonly author: string | null
}

export const noRules: OutletRules = { keep: [], drop: [], title: null, date: null, author: null }

export type RuleField = keyof OutletRules

export const ruleFields: readonly RuleField[] = ['keep', 'drop', 'title', 'date', 'author']

/** The selectors of one field, none for one that is not set. */
export function selectorsOf(rules: Partial<OutletRules>, field: RuleField): readonly string[] {
  const said = rules[field] ?? []
  return typeof said === 'string' ? [said] : said
}

export function isWithoutRules(rules: Partial<OutletRules>): boolean {
  return ruleFields.every((field) => selectorsOf(rules, field).length === 0)
}
