import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { NameKind } from '../../../src/model/marks.ts'
import { type LabelledName, type LabelledText, outerNames } from './labelled-text.ts'

/**
 * The documents of factRuEval-2016, as its first track takes them: objects Person, Location, LocOrg (as a place) and Org.
 * An object is where its names are, from first to last, without what describes it («движение “Солидарность”»); an
 * organisation that is called by what it is and a place («мэрии Москвы») is both; one that is only described is optional.
 */
export function factRuEval(folder: string): readonly LabelledText[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.objects'))
    .sort()
    .map((file) => {
      const document = path.join(folder, file.slice(0, -'.objects'.length))
      const spans = spansOf(lines(`${document}.spans`))
      const objects = lines(`${document}.objects`).flatMap((line) => objectOf(line, spans))
      return {
        id: path.basename(document),
        language: 'ru',
        text: readFileSync(`${document}.txt`, 'utf8').replaceAll('\r\n', '\n'),
        gold: outerNames(objects.filter(({ isOptional }) => !isOptional)),
        optional: objects.filter(({ isOptional }) => isOptional),
      }
    })
}

interface TypedSpan {
  readonly type: string
  readonly start: number
  readonly end: number
}

const kinds: Readonly<Record<string, NameKind>> = {
  Person: 'person',
  Location: 'place',
  LocOrg: 'place',
  Org: 'organisation',
}
/** No name is longer: what lies further apart was marked over other words. */
const longestName = 120

function spansOf(spans: readonly string[]): ReadonlyMap<string, TypedSpan> {
  return new Map(
    spans.map((line) => {
      const [id = '', type = '', start, length] = line.split(' ')
      return [id, { type, start: Number(start), end: Number(start) + Number(length) }]
    }),
  )
}

function objectOf(
  line: string,
  spans: ReadonlyMap<string, TypedSpan>,
): readonly (LabelledName & { readonly isOptional: boolean })[] {
  const [, type = '', ...ids] = (line.split('#')[0] ?? '').trim().split(' ')
  const kind = kinds[type]
  if (kind === undefined) return []
  const parts = ids.flatMap((id) => spans.get(id) ?? [])
  const names = parts.filter(({ type: part }) => !/descr|job|adj/.test(part))
  const own = names.filter(({ type: part }) => part !== 'loc_name')
  if (kind !== 'organisation') return names.length > 0 ? [named(names, kind)] : []
  if (own.length > 0) {
    const whole = named(names, kind)
    return [whole.end - whole.start <= longestName ? whole : named(own, kind)]
  }
  const described = named(parts, kind)
  return [{ ...described, isOptional: names.length === 0 || parts.length === names.length }]
}

function named(parts: readonly TypedSpan[], kind: NameKind): LabelledName & { readonly isOptional: boolean } {
  return {
    kind,
    start: Math.min(...parts.map(({ start }) => start)),
    end: Math.max(...parts.map(({ end }) => end)),
    isOptional: false,
  }
}

function lines(file: string): readonly string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
}
