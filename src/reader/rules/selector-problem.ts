import { Problem } from '../../model/problem.ts'
import { parsePage } from '../parse/parse-page.ts'
import { compileSelector } from './compile-selector.ts'

const longestSelector = 500

/** What is wrong with a selector of an outlet's rules, Problem 'reader/bad-selector', or null when it can be used. */
export function selectorProblem(selector: string): Problem | null {
  if (selector.trim() === '') return badSelector(selector, 'it is empty')
  if (selector.length > longestSelector)
    return badSelector(`${selector.slice(0, 40)}…`, `it is longer than ${longestSelector} characters`)
  try {
    compileSelector(selector, parsePage(''))
    return null
  } catch (cause) {
    return badSelector(selector, (cause as Error).message.trim().replace(/\.$/, ''), cause)
  }
}

function badSelector(selector: string, why: string, cause?: unknown): Problem {
  return new Problem('reader/bad-selector', `The selector “${selector}” cannot be used: ${why}.`, {
    cause,
    values: { selector, why },
  })
}
