import type { Context } from 'hono'
import type { z } from 'zod'
import { Problem } from '../../model/problem.ts'

/** The fields of a posted form: strings, files, and where a name ends in `[]` a list of its strings. */
export type Fields = Readonly<Record<string, string | File | readonly string[]>>

/** The body as a form, else Problem 'web/bad-form'. It may be asked for more than once in a request. */
export async function readFields(c: Context): Promise<Fields> {
  const form = await c.req.formData().catch((cause: unknown) => {
    throw new Problem('web/bad-form', 'What was sent is not a form.', { cause, detail: 'no-form' })
  })
  const names = new Set(form.keys())
  return Object.fromEntries(
    [...names].map((name) => {
      if (name.endsWith('[]')) return [name, form.getAll(name).filter((value) => typeof value === 'string')]
      return [name, form.get(name) ?? '']
    }),
  )
}

/** The form as `schema` has it, or null where it does not fit: the handler then shows the form again. */
export async function readForm<Shape>(c: Context, schema: z.ZodType<Shape>): Promise<Shape | null> {
  const parsed = schema.safeParse(await readFields(c))
  return parsed.success ? parsed.data : null
}
