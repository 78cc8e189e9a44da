import { readFileSync } from 'node:fs'

/** News agencies, by the name they are known by, with what bylines and datelines call them: agencies.json. */
const table = JSON.parse(readFileSync(new URL('./agencies.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, readonly string[]>
>

const byAlias: ReadonlyMap<string, string> = new Map(
  Object.entries(table).flatMap(([name, aliases]) => aliases.map((alias): [string, string] => [alias, name])),
)

/** The agency that a name in a byline or dateline is of; null for any other name. */
export function agencyNamed(name: string): string | null {
  return byAlias.get(name.trim().toLowerCase()) ?? null
}
