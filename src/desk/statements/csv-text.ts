/**
 * Rows as CSV (RFC 4180) for spreadsheet programs: a byte order mark, so that they take it for UTF-8, CRLF, every text in
 * quotation marks. A text that such a program would calculate (it begins with = + - @, a tab or a return) is led by an
 * apostrophe: what strangers wrote is never a formula.
 */
export function csvText<Column extends string>(
  columns: readonly Column[],
  rows: readonly Readonly<Record<Column, string | number | null>>[],
): string {
  const lines = [columns.map(cell), ...rows.map((row) => columns.map((column) => cell(row[column])))]
  return `\ufeff${lines.map((cells) => `${cells.join(',')}\r\n`).join('')}`
}

function cell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const guarded = /^(?:\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r])/.test(value) ? `'${value}` : value
  return `"${guarded.replaceAll('"', '""')}"`
}
