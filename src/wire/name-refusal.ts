import type { ProblemCode } from '../model/problem.ts'

/**
 * What an answer of 400 or more says beside no: that the site asks us to wait ('wire/asked-to-wait': 429, or any with a
 * Retry-After) or does not work ('wire/site-trouble': 5xx). Null where it is a plain no.
 */
export function nameRefusal(status: number, retryAfterSeconds: number | null): ProblemCode | null {
  if (status === 429 || (retryAfterSeconds !== null && retryAfterSeconds > 0)) return 'wire/asked-to-wait'
  return status >= 500 ? 'wire/site-trouble' : null
}
