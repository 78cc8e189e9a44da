import { raw } from 'hono/html'
import type { ArticleLine } from '../../archive/archive.ts'
import type { ArticleId } from '../../model/article.ts'
import type { Html } from '../../web/html.ts'
import type { Times } from '../../web/i18n/times.ts'
import type { View } from '../../web/view.ts'
import { LatestLine } from './latest-line.tsx'

const mostKept = 3000

interface Kept {
  readonly line: ArticleLine
  readonly dayName: string
  readonly html: Html
}

/** There is one `Times` a language and zone: all else that a line depends on is compared. */
const kept = new WeakMap<Times, Map<ArticleId, Kept>>()

/**
 * A line as it was rendered before, when nothing of it has changed: a column is a hundred lines, asked for by every
 * reader, of which few are new. Three thousand lines (2 MB) are kept for each language.
 */
export function KeptLine(props: {
  readonly view: View
  readonly line: ArticleLine
  readonly dayKey: string
  readonly dayName: string
}): Html {
  const { view, line, dayName } = props
  const lines = kept.get(view.times) ?? new Map<ArticleId, Kept>()
  kept.set(view.times, lines)
  const known = lines.get(line.id)
  if (known !== undefined && known.dayName === dayName && isSame(known.line, line)) return known.html
  const html = raw(String(<LatestLine {...props} />))
  if (lines.size >= mostKept) lines.clear()
  lines.set(line.id, { line, dayName, html })
  return html
}

function isSame(one: ArticleLine, other: ArticleLine): boolean {
  return (
    one.headline === other.headline &&
    one.at === other.at &&
    one.revisions === other.revisions &&
    one.outlet.name === other.outlet.name &&
    one.language === other.language &&
    one.kind === other.kind &&
    one.textFrom === other.textFrom &&
    one.gone === other.gone
  )
}
