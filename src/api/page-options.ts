import { z } from 'zod'
import type { PageOptions } from '../archive/archive.ts'
import { Problem } from '../model/problem.ts'

export const mostItems = 200

const page = z.object({
  limit: z.coerce.number().int().min(1).max(mostItems).default(50),
  cursor: z.string().max(40).optional(),
})

/** `limit` and `cursor` of a query, else Problem 'api/bad-query'. */
export function pageOptions(query: Readonly<Record<string, string>>): PageOptions {
  const { limit, cursor } = parsed(page, query)
  return cursor === undefined ? { limit } : { limit, cursor }
}

/** The query as the schema has it, else Problem 'api/bad-query' that names what is wrong. */
export function parsed<Value>(schema: z.ZodType<Value>, query: Readonly<Record<string, string>>): Value {
  const found = schema.safeParse(query)
  if (found.success) return found.data
  const [issue] = found.error.issues
  throw new Problem(
    'api/bad-query',
    `${issue?.path.join('.') ?? 'The query'}: ${issue?.message ?? 'cannot be read'}.`,
  )
}
