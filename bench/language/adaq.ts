import { readFileSync } from 'node:fs'
import path from 'node:path'

export interface QuotedSentence {
  readonly key: string
  readonly text: string
  readonly tokens: readonly { readonly start: number; readonly end: number; readonly tag: string }[]
}

/** The sentences of adaq in one language, with what each token is: source, cue, content or None. */
export function adaqSentences(folder: string, language: string): readonly QuotedSentence[] {
  const tokens = new Map<string, { text: string; tag: string }[]>()
  for (const [, text = '', key = '', , tag = ''] of rowsOf(path.join(folder, `${language}_tokens.tsv`))) {
    const own = tokens.get(key) ?? []
    own.push({ text, tag })
    tokens.set(key, own)
  }
  return rowsOf(path.join(folder, `${language}_sentences.tsv`)).map(([text = '', key = '']) => {
    let from = 0
    const placed = (tokens.get(key) ?? []).map((token) => {
      const start = Math.max(text.indexOf(token.text, from), from)
      from = start + token.text.length
      return { start, end: from, tag: token.tag }
    })
    return { key, text, tokens: placed }
  })
}

/** Rows without the heading; cells that hold a quotation mark are written as CSV writes them. */
function rowsOf(file: string): readonly (readonly string[])[] {
  return readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .slice(1)
    .filter((row) => row !== '')
    .map((row) =>
      row.split('\t').map((cell) => (/^".*"$/.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell)),
    )
}
