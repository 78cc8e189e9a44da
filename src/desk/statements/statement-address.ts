import type { FiledStatement } from '../../archive/archive.ts'
import { statementAnchor } from '../articles/text-marks.ts'

/** Its place in the text of its article. */
export function statementAddress({ article, ordinal, act }: FiledStatement): string {
  const query = act === 'thinks' ? '?thoughts=shown' : ''
  return `/articles/${article.id}${query}#${statementAnchor(ordinal)}`
}
