/** A stable name for one way the world can fail: `room/what`, listed in docs/guide/problems.md. */
export type ProblemCode = `${string}/${string}`

/**
 * A failure of the world (a site, a file, a database, an operator's input), never a mistake of ours.
 * `code` is stable and can be looked up in docs/guide/problems.md; `message` names the input and is fit
 * to be shown to a person; `cause` keeps what lay beneath.
 */
export class Problem extends Error {
  readonly code: ProblemCode

  constructor(code: ProblemCode, message: string, options?: { readonly cause?: unknown }) {
    super(message, options)
    this.name = 'Problem'
    this.code = code
  }
}
