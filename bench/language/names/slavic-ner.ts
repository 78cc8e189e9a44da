import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { NameKind } from '../../../src/model/marks.ts'
import { type LabelledText, outerNames } from './labelled-text.ts'

const kinds: Readonly<Record<string, NameKind>> = {
  PER: 'person',
  LOC: 'place',
  ORG: 'organisation',
  PRO: 'product',
  EVT: 'event',
}

/** The documents of SlavicNER in one language, of all its topics. LOC holds countries and towns too. */
export function slavicNer(folder: string, language: string): readonly LabelledText[] {
  return readdirSync(path.join(folder, 'raw')).flatMap((topic) => {
    const raw = path.join(folder, 'raw', topic, language)
    if (!existsSync(raw)) return []
    return readdirSync(raw).map((file) => {
      const table = path.join(folder, 'ner', topic, language, file.replace(/\.txt$/, '.tsv'))
      return {
        id: `${topic}/${file}`,
        language,
        ...inUtf16(
          readFileSync(path.join(raw, file), 'utf8'),
          existsSync(table) ? readFileSync(table, 'utf8') : '',
        ),
        optional: [],
      }
    })
  })
}

/** The set counts code points; an emoji is one of them and two of ours. */
function inUtf16(text: string, table: string): Pick<LabelledText, 'text' | 'gold'> {
  const places: number[] = []
  let at = 0
  for (const character of text) {
    places.push(at)
    at += character.length
  }
  places.push(at)
  const names = table.split('\n').flatMap((line) => {
    const [start, end, , , type = '', id = ''] = line.split('\t')
    const kind = kinds[type]
    return kind === undefined
      ? []
      : [{ kind, start: places[Number(start)] ?? 0, end: places[Number(end)] ?? 0, id: id.trim() }]
  })
  return { text, gold: outerNames(names) }
}
