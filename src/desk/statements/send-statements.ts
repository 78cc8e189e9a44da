import type { Context } from 'hono'
import type { FiledStatement, Page } from '../../archive/archive.ts'
import { foldStatements } from '../../language/statements/fold-statements.ts'
import type { Name } from '../../model/name.ts'
import type { WebEnv } from '../../web/web-env.ts'
import { csvText } from './csv-text.ts'
import { isSaid } from './folded-statements.ts'
import { columns, type StatementRow, statementRow } from './statement-rows.ts'

/**
 * A speaker's statements as a file, latest first. Where there are more than it holds, a `Link` header (RFC 8288) leads to
 * the next file, and so does `next` in JSON.
 */
export function sendStatements(
  c: Context<WebEnv>,
  file: {
    readonly format: 'csv' | 'json'
    readonly speaker: Name
    readonly statements: Page<FiledStatement>
  },
): Response {
  const { format, speaker, statements } = file
  const url = new URL(c.req.url)
  const wanted = c.req.query('thoughts') === 'shown' ? statements.items : statements.items.filter(isSaid)
  const next = statements.next === null ? null : nextAddress(url, statements.next)
  c.header('cache-control', 'private, no-cache')
  c.header('content-disposition', `attachment; filename="statements-${speaker.id}.${format}"`)
  if (next !== null) c.header('link', `<${next}>; rel="next"`)
  const rows = rowsOf(wanted, url.origin)
  if (format === 'json') return c.json({ speaker, statements: rows, next })
  c.header('content-type', 'text/csv; charset=utf-8; header=present')
  return c.body(csvText(columns, rows))
}

function rowsOf(statements: readonly FiledStatement[], origin: string): readonly StatementRow[] {
  const same = new Map<number, number>()
  const said = statements.map(({ content, article }) => ({ content, language: article.language }))
  for (const [group, places] of foldStatements(said).entries())
    for (const place of places) same.set(place, group + 1)
  return statements.map((statement, place) => statementRow(statement, { same: same.get(place) ?? 0, origin }))
}

function nextAddress(url: URL, cursor: string): string {
  const next = new URL(url)
  next.searchParams.set('cursor', cursor)
  return next.pathname + next.search
}
