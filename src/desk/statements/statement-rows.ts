import type { FiledStatement } from '../../archive/archive.ts'
import { statementAddress } from './statement-address.ts'

/** A statement as analysts take it away; times in ISO 8601, UTC. */
export interface StatementRow {
  /** When the article that carries it stands in time. */
  readonly time: string
  readonly speaker: string
  readonly speaker_id: number | null
  /** As the article writes the speaker. */
  readonly speaker_as_written: string
  readonly manner: FiledStatement['manner']
  readonly act: FiledStatement['act']
  readonly statement: string
  readonly via: string
  readonly via_kind: string
  readonly outlet: string
  readonly outlet_key: string
  readonly language: string
  readonly headline: string
  readonly address: string
  readonly article_id: number
  /** Its place on this desk. */
  readonly place: string
  /** Equal for statements that are one, repeated. */
  readonly same: number
}

export const columns: readonly (keyof StatementRow)[] = [
  'time',
  'speaker',
  'speaker_id',
  'speaker_as_written',
  'manner',
  'act',
  'statement',
  'via',
  'via_kind',
  'outlet',
  'outlet_key',
  'language',
  'headline',
  'address',
  'article_id',
  'place',
  'same',
]

/** `same` numbers the statements that are one; `origin` is where this desk is found. */
export function statementRow(
  statement: FiledStatement,
  { same, origin }: { readonly same: number; readonly origin: string },
): StatementRow {
  const { article, name, credit } = statement
  return {
    time: new Date(article.at).toISOString(),
    speaker: name?.name ?? statement.speaker,
    speaker_id: name?.id ?? null,
    speaker_as_written: statement.speaker,
    manner: statement.manner,
    act: statement.act,
    statement: statement.content,
    via: credit?.sourceName ?? '',
    via_kind: credit?.kind ?? '',
    outlet: article.outlet.name,
    outlet_key: article.outlet.key,
    language: article.language,
    headline: article.headline,
    address: article.address,
    article_id: article.id,
    place: origin + statementAddress(statement),
    same,
  }
}
