import type { Explanation } from '../model/explanation.ts'
import { type ReaderInput, readWhole } from './read.ts'
import { pathOf } from './trace/path-of.ts'
import { traceFacts } from './trace/trace-facts.ts'
import { tracePassages } from './trace/trace-passages.ts'

/**
 * Reads a page as `read` does, and says of every passage of it why it was kept or dropped, of headline, dates and
 * authors who on the page says the same, and of each of the outlet's rules what it met. Never throws.
 */
export function explain(input: ReaderInput): Explanation {
  const whole = readWhole(input)
  const { body, rules, reading } = whole
  return {
    reading,
    trace: {
      container: body.container === null ? null : pathOf(body.container),
      isCut: whole.page.isCut,
      passages: tracePassages(whole),
      facts: traceFacts(whole),
      rules: rules?.uses ?? [],
    },
  }
}
