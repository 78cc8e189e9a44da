import type { ArticleLine, FiledEncounter, FiledStatement, Page } from '../archive/archive.ts'
import type { Outlet } from '../model/outlet.ts'
import type { EpochMs } from '../model/time.ts'

/** ISO 8601 in UTC. */
export function isoTime(at: EpochMs): string {
  return new Date(at).toISOString()
}

export type JsonLine = Omit<ArticleLine, 'at' | 'firstSeenAt' | 'outlet'> & {
  readonly outlet: Pick<Outlet, 'id' | 'key' | 'name'>
  readonly at: string
  readonly firstSeenAt: string
}

/** What is told of an article, as JSON has it. */
export type InJson<Told extends { readonly article: ArticleLine }> = Omit<Told, 'article'> & {
  readonly article: JsonLine
}

export function lineAsJson({ at, firstSeenAt, outlet, ...line }: ArticleLine): JsonLine {
  return {
    ...line,
    outlet: { id: outlet.id, key: outlet.key, name: outlet.name },
    at: isoTime(at),
    firstSeenAt: isoTime(firstSeenAt),
  }
}

export function statementAsJson({ article, ...statement }: FiledStatement): InJson<FiledStatement> {
  return { ...statement, article: lineAsJson(article) }
}

export function encounterAsJson({ article, ...encounter }: FiledEncounter): InJson<FiledEncounter> {
  return { ...encounter, article: lineAsJson(article) }
}

export function pageAsJson<Item, Json>(
  { items, next }: Page<Item>,
  asJson: (item: Item) => Json,
): { readonly items: readonly Json[]; readonly next: string | null } {
  return { items: items.map(asJson), next }
}
