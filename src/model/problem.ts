/** A stable name for one way the world can fail: `room/what`, listed in docs/guide/problems.md. */
export type ProblemCode = `${string}/${string}`

/** What a message names, so that it can be said in another language. */
export type ProblemValues = Readonly<Record<string, string | number>>

/**
 * A failure of the world (a site, a file, a database, an operator's input), never a mistake of ours.
 * `code` is stable and can be looked up in docs/guide/problems.md; `message` names the input and is fit
 * to be shown to a person; `cause` keeps what lay beneath. Where people of another language are shown it, `detail` tells
 * several messages of one code apart and `values` holds what they name.
 */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly detail: string | null
  readonly values: ProblemValues

  constructor(
    code: ProblemCode,
    message: string,
    options?: { readonly cause?: unknown; readonly detail?: string; readonly values?: ProblemValues },
  ) {
    super(message, options)
    this.name = 'Problem'
    this.code = code
    this.detail = options?.detail ?? null
    this.values = options?.values ?? {}
  }
}
