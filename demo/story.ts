import { z } from 'zod'

const topics = [
  'accident',
  'economy',
  'politics',
  'society',
  'science',
  'culture',
  'sport',
  'nature',
] as const

export type Topic = (typeof topics)[number]

/** An event as the outlets tell it: one file of demo/stories. */
export interface Story {
  readonly story: string
  readonly topic: Topic
  readonly reports: readonly (WrittenReport | Reprint)[]
}

/**
 * `at` counts minutes from the start of the world: what is not above zero is out already. In texts, [words](id) links
 * to another report, {time-40} is the outlet's local time forty minutes before publication, {day} and {yesterday} are
 * dates in the outlet's language. Paragraphs that begin with '> ' are quotes, with '## ' headings, with '- ' items of
 * a list.
 */
export interface WrittenReport {
  readonly id: string
  readonly outlet: string
  readonly at: number
  readonly headline: string
  readonly lead?: string | undefined
  readonly body: readonly string[]
  readonly author?: string | undefined
  readonly tags: readonly string[]
  readonly picture?: { readonly caption: string; readonly credit: string } | undefined
  readonly edits: readonly Edit[]
  /** Its page answers 403; the feed has the text. */
  readonly isPaywalled: boolean
  /** From then on its page answers 404 and nothing lists it. */
  readonly withdrawnAt?: number | undefined
}

/** A silent change: a new headline, paragraphs by their place in `body`, more at the end. */
export interface Edit {
  readonly at: number
  readonly headline?: string | undefined
  readonly paragraphs: Readonly<Record<string, string>>
  readonly more: readonly string[]
}

/** Another outlet's report, repeated word for word. */
export interface Reprint {
  readonly id: string
  readonly outlet: string
  readonly at: number
  readonly copyOf: string
}

const minute = z.number().min(-120).max(60)
const id = z.string().regex(/^[a-z0-9-]+$/)

const edit = z.strictObject({
  at: minute,
  headline: z.string().min(10).optional(),
  paragraphs: z.record(z.string().regex(/^\d+$/), z.string()).default({}),
  more: z.array(z.string().min(1)).default([]),
})

const writtenReport = z.strictObject({
  id,
  outlet: z.string(),
  at: minute,
  headline: z.string().min(10),
  lead: z.string().min(10).optional(),
  body: z.array(z.string().min(1)).min(1),
  author: z.string().optional(),
  tags: z.array(z.string()).default([]),
  picture: z.strictObject({ caption: z.string(), credit: z.string() }).optional(),
  edits: z.array(edit).default([]),
  isPaywalled: z.boolean().default(false),
  withdrawnAt: minute.optional(),
})

const reprint = z.strictObject({ id, outlet: z.string(), at: minute, copyOf: id })

const report = z.unknown().transform((value, context): WrittenReport | Reprint => {
  const schema = value !== null && typeof value === 'object' && 'copyOf' in value ? reprint : writtenReport
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  for (const issue of parsed.error.issues)
    context.addIssue({ code: 'custom', message: issue.message, path: issue.path })
  return z.NEVER
})

export const storySchema: z.ZodType<Story> = z.strictObject({
  story: z.string().min(1),
  topic: z.enum(topics),
  reports: z.array(report).min(3),
})
