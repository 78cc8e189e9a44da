import { readFileSync } from 'node:fs'

/** Minutes ahead of UTC of zones that texts name by their letters, folded. */
export const zoneOffsets: ReadonlyMap<string, number> = load()

function load(): ReadonlyMap<string, number> {
  const file = new URL('./zone-offsets.json', import.meta.url)
  const byOffset = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>
  return new Map(
    Object.entries(byOffset).flatMap(([offset, names]) =>
      names.split(' ').map((name) => [name, Number(offset)] as const),
    ),
  )
}
