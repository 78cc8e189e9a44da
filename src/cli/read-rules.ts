import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { type OutletRules, ruleFields, selectorsOf } from '../model/outlet-rules.ts'
import { Problem } from '../model/problem.ts'
import { selectorProblem } from '../reader/index.ts'
import { noFile } from './no-file.ts'

const selector = z.string().trim()
const shape = z.strictObject({
  keep: z.array(selector).optional(),
  drop: z.array(selector).optional(),
  title: selector.nullable().optional(),
  date: selector.nullable().optional(),
  author: selector.nullable().optional(),
})

/** An outlet's rules from a JSON file. Problems: cli/no-file, cli/bad-rules, reader/bad-selector. */
export async function readRules(file: string): Promise<OutletRules> {
  const text = await readFile(file, 'utf8').catch((cause: Error) => {
    throw noFile(file, cause)
  })
  const parsed = shape.safeParse(jsonIn(text, file))
  if (!parsed.success)
    throw new Problem('cli/bad-rules', `${file} holds no rules: ${z.prettifyError(parsed.error)}`)
  const { keep = [], drop = [], title = null, date = null, author = null } = parsed.data
  const rules: OutletRules = { keep, drop, title, date, author }
  for (const written of ruleFields.flatMap((field) => selectorsOf(rules, field))) {
    const problem = selectorProblem(written)
    if (problem !== null) throw problem
  }
  return rules
}

function jsonIn(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Problem('cli/bad-rules', `${file} is not JSON: ${(cause as Error).message}`, { cause })
  }
}
