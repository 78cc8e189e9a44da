import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { ProblemCode } from '../model/problem.ts'

/** What a browser is told of a Problem. One that is not listed is a failure on our side of the wire. */
export function problemStatus(code: ProblemCode): ContentfulStatusCode {
  return statuses[code] ?? (code.startsWith('language/') ? 400 : 500)
}

const statuses: Readonly<Record<string, ContentfulStatusCode>> = {
  'api/bad-query': 400,
  'api/no-token': 401,
  'web/not-found': 404,
  'web/foreign-form': 403,
  'web/not-allowed': 403,
  'web/not-signed-in': 401,
  'web/bad-form': 400,
  'web/too-large': 413,
  'web/too-many-readers': 503,
}
