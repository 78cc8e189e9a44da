import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { NameKind } from '../../../src/model/marks.ts'
import { type LabelledText, outerNames } from './labelled-text.ts'

/** A folder of texts with brat's standoff annotation beside them (NAME.txt, NAME.ann). */
export function standoff(
  folder: string,
  language: string,
  kinds: Readonly<Record<string, NameKind>>,
): readonly LabelledText[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ann'))
    .map((file) => {
      const text = readFileSync(path.join(folder, file.replace(/\.ann$/, '.txt')), 'utf8')
      const rows = readFileSync(path.join(folder, file), 'utf8').split('\n')
      const names = rows.flatMap((row) => {
        const [, type = '', start, end] = /^T\d+\t(\S+) (\d+)(?: \d+;\d+)* (\d+)\t/.exec(row) ?? []
        const kind = kinds[type]
        return kind === undefined ? [] : [{ kind, start: Number(start), end: Number(end) }]
      })
      return { id: file, language, text, gold: outerNames(names), optional: [] }
    })
}
