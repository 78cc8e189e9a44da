import { readFileSync } from 'node:fs'

/** Zone names as pages write them behind a clock → their offset; of names with several meanings, the one news sites use. */
export const zoneNames: ReadonlyMap<string, string> = new Map(
  Object.entries(
    JSON.parse(readFileSync(new URL('./zone-names.json', import.meta.url), 'utf8')) as Readonly<
      Record<string, string>
    >,
  ),
)
