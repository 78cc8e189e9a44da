import type { Problem } from '../../model/problem.ts'
import { isMessageKey, type Translate } from './messages.ts'

/**
 * A problem in the reader's language: by its code and detail, else by its code, else by its room; where we have no words
 * for it, in its own.
 */
export function problemWords({ code, detail, values, message }: Problem, t: Translate): string {
  const key = [`said.${code}.${detail}`, `said.${code}`, `said.${code.split('/')[0]}`].find(isMessageKey)
  return key === undefined ? message : t(key, values)
}
