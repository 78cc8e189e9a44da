import type { Context } from 'hono'
import { Problem } from '../model/problem.ts'
import { problemStatus } from '../web/problem-status.ts'

/** RFC 9457: `code` is that of docs/guide/problems.md. What is our own mistake is told without its words. */
export function sendProblem(c: Context, error: unknown): Response {
  const isKnown = error instanceof Problem
  const status = isKnown ? problemStatus(error.code) : 500
  const body = {
    type: 'about:blank',
    title: isKnown ? error.message : 'Something went wrong here; the log of the desk says what.',
    status,
    code: isKnown ? error.code : 'api/failed',
  }
  return c.body(JSON.stringify(body), status, { 'content-type': 'application/problem+json' })
}
