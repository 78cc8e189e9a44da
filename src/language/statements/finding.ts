import type { Statement } from '../../model/marks.ts'
import type { Range } from './scan.ts'

/** A statement as places of tokens, before its speaker is known by name. */
export interface Finding {
  readonly content: readonly Range[]
  readonly cue: Range | null
  readonly speaker: Range | null
  readonly manner: Statement['manner']
  readonly act: Statement['act']
  readonly addressee: Range | null
  readonly occasion: Range | null
}

export function findingOf(
  content: readonly Range[],
  cue: Range | null,
  speaker: Range | null,
  manner: Finding['manner'],
  act: Finding['act'],
): Finding {
  return { content, cue, speaker, manner, act, addressee: null, occasion: null }
}
