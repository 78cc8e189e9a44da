import { readFileSync } from 'node:fs'
import type { NameKind } from '../../../src/model/marks.ts'
import type { LabelledName, LabelledText } from './labelled-text.ts'

/** A file of tokens with their labels (B-X begins, I-X goes on, O is outside), sentences parted by empty lines. */
export function insideOutside(
  file: string,
  language: string,
  kinds: Readonly<Record<string, NameKind>>,
): readonly LabelledText[] {
  return readFileSync(file, 'utf8')
    .split(/\r?\n\s*\n/)
    .filter((sentence) => sentence.trim() !== '')
    .map((sentence, index) => labelled(sentence, String(index), language, kinds))
}

function labelled(
  sentence: string,
  id: string,
  language: string,
  kinds: Readonly<Record<string, NameKind>>,
): LabelledText {
  const gold: LabelledName[] = []
  let text = ''
  let open = ''
  for (const line of sentence.split(/\r?\n/)) {
    const [token, label] = line.trim().split(/\s+/)
    if (token === undefined || label === undefined) continue
    const start = text === '' ? 0 : text.length + 1
    text = text === '' ? token : `${text} ${token}`
    const type = label.slice(2)
    const kind = kinds[type]
    const last = gold.at(-1)
    if (kind !== undefined && label.startsWith('I') && open === type && last !== undefined)
      gold[gold.length - 1] = { ...last, end: text.length }
    else if (kind !== undefined) gold.push({ kind, start, end: text.length })
    open = type
  }
  return { id, language, text, gold, optional: [] }
}
