import { Problem, type ProblemValues } from '../../model/problem.ts'
import { parsePage } from '../parse/parse-page.ts'
import { compileSelector } from './compile-selector.ts'

const longestSelector = 500

/** What is wrong with a selector of an outlet's rules, Problem 'reader/bad-selector', or null when it can be used. */
export function selectorProblem(selector: string): Problem | null {
  if (selector.trim() === '') return badSelector(selector, { detail: 'empty', why: 'it is empty' })
  if (selector.length > longestSelector)
    return badSelector(`${selector.slice(0, 40)}…`, {
      detail: 'too-long',
      why: `it is longer than ${longestSelector} characters`,
      values: { most: longestSelector },
    })
  try {
    compileSelector(selector, parsePage(''))
    return null
  } catch (cause) {
    return badSelector(selector, faultIn((cause as Error).message), cause)
  }
}

interface Fault {
  /** Tells the faults apart where they are said in other languages. */
  readonly detail: string
  readonly why: string
  readonly values?: ProblemValues
}

function badSelector(selector: string, { detail, why, values }: Fault, cause?: unknown): Problem {
  return new Problem('reader/bad-selector', `The selector “${selector}” cannot be used: ${why}.`, {
    cause,
    detail,
    values: { selector, ...values },
  })
}

/** css-select and css-what throw sentences in English: what each comes to. */
function faultIn(message: string): Fault {
  if (/not matched|terminate|didn't end|Missing closing|found $/.test(message))
    return { detail: 'unclosed', why: 'a bracket, a quote or a comment in it is not closed' }
  if (/^Pseudo-elements/.test(message))
    return { detail: 'pseudo-element', why: 'pseudo-elements such as ::before name nothing here' }
  if (/not yet supported/.test(message))
    return { detail: 'not-supported', why: 'namespaces and columns (|) do not work here' }
  const [, name] = /^Unknown pseudo-class :([\w-]+)/.exec(message) ?? []
  if (name !== undefined)
    return { detail: 'unknown-pseudo-class', why: `:${name} is not known here`, values: { name } }
  const [, near] = /^(?:Expected name, found|Unmatched selector:) (.+)$/s.exec(message) ?? []
  if (near !== undefined) return { detail: 'near', why: `from “${near}” on it is not CSS`, values: { near } }
  return { detail: 'not-css', why: 'it is not written as CSS is' }
}
