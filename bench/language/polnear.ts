import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Span } from '../../src/model/marks.ts'

/** An attribution as PolNeAR's annotators marked it: spans in UTF-16 offsets; a part may stand in several pieces. */
export interface Attribution {
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  readonly content: readonly Span[]
}

export interface AttributedArticle {
  readonly key: string
  readonly text: string
  readonly attributions: readonly Attribution[]
}

/** The articles of PolNeAR in a folder with `text` and `attributions` (brat standoff), each as its first annotator saw it. */
export function polnearArticles(folder: string): readonly AttributedArticle[] {
  const articles = new Map<string, AttributedArticle>()
  const marks = path.join(folder, 'attributions')
  for (const file of readdirSync(marks).sort()) {
    const key = file.replace(/_[0-9a-z]{4}\.ann$/, '')
    const written = path.join(folder, 'text', `${key}.txt`)
    if (!file.endsWith('.ann') || articles.has(key) || !existsSync(written)) continue
    const text = readFileSync(written, 'utf8')
    articles.set(key, { key, text, attributions: attributionsOf(path.join(marks, file), text) })
  }
  return [...articles.values()]
}

function attributionsOf(file: string, text: string): readonly Attribution[] {
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .map((row) => row.split('\t'))
  const utf16 = offsetsOf(text)
  const spans = new Map<string, readonly Span[]>()
  for (const [id = '', place = ''] of rows) if (id.startsWith('T')) spans.set(id, spansOf(place, utf16))
  return rows
    .filter(([id]) => id?.startsWith('E'))
    .map(([, relation = '']) => {
      const parts = relation.split(' ').map((part) => part.split(':'))
      const all = (role: string): readonly Span[] =>
        parts
          .filter(([name]) => name?.replace(/\d+$/, '') === role)
          .flatMap(([, id = '']) => spans.get(id) ?? [])
      return { source: all('Source'), cue: all('Cue'), content: all('Content') }
    })
    .filter(({ content }) => content.length > 0)
}

/** «Content 48 53;60 72» */
function spansOf(place: string, utf16: readonly number[]): readonly Span[] {
  return place
    .slice(place.indexOf(' ') + 1)
    .split(';')
    .map((piece) => piece.split(' ').map(Number))
    .map(([from = 0, to = 0]) => ({ start: utf16[from] ?? 0, end: utf16[to] ?? 0 }))
}

/** brat counts code points. */
function offsetsOf(text: string): readonly number[] {
  const offsets = [0]
  let at = 0
  for (const character of text) {
    at += character.length
    offsets.push(at)
  }
  return offsets
}
