import type { Archive, Cursor, FiledStatement, NameLine, Page } from '../../archive/archive.ts'
import type { NameId } from '../../model/name.ts'

export interface FoundSpeaker {
  /** Everybody found by the text; the most named first. */
  readonly found: readonly NameLine[]
  /** Whose statements these are; null where nobody was found. */
  readonly speaker: NameLine | null
  readonly statements: Page<FiledStatement>
}

const speakersFound = 12
const nobody: FoundSpeaker = { found: [], speaker: null, statements: { items: [], next: null } }

/** Names that begin with the text, and what the one who was chosen said; else the first of them who said anything. */
export async function findSpeaker(
  { names }: Archive,
  asked: { readonly text: string; readonly chosen: NameId | null },
  page: { readonly limit: number; readonly cursor?: Cursor },
): Promise<FoundSpeaker> {
  if (asked.text === '') return nobody
  const found = await names.find(asked.text, { limit: speakersFound })
  const chosen = found.filter(({ id }) => id === asked.chosen)
  for (const speaker of chosen.length > 0 ? chosen : found) {
    const statements = await names.statements(speaker.id, page)
    if (statements.items.length > 0 || chosen.length > 0) return { found, speaker, statements }
  }
  return { ...nobody, found, speaker: found[0] ?? null }
}
