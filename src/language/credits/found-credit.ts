import type { CreditKind } from '../../model/marks.ts'
import type { KnownOutlet } from '../data/outlet-gazetteer.ts'

/** Who is named as a source: tokens from `first` up to but without `last`; `next` is where reading goes on. */
export interface Source {
  readonly first: number
  readonly last: number
  readonly next: number
  readonly kind: CreditKind
  readonly outlet: KnownOutlet | null
  /** In the base case, where that is not the text itself; a mention's is its name's. */
  readonly base: string | null
  /** A place in the scan's mentions, or null. */
  readonly mention: number | null
}

/**
 * How it is credited, which tells who has it from whom: at the head of a report, by «как сообщает», by a verb beside, as one that
 * another refers to, as whom somebody spoke to, as where it was posted, as who posted it.
 */
export type Role = 'dateline' | 'as' | 'verb' | 'cited' | 'venue' | 'post' | 'author'

/** A credit as places of tokens; the phrase is its cue and its source. */
export interface FoundCredit {
  readonly first: number
  readonly last: number
  readonly source: Source
  readonly role: Role
  /** Of what is cited, who refers to it; of a post, its author: the first token of that source, or null. */
  readonly of: number | null
  /** «И» joins it to the one before. */
  readonly isJoined: boolean
}

export function isMedium({ kind }: Source): boolean {
  return kind === 'outlet' || kind === 'agency'
}
