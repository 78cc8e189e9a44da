import type { EpochMs } from '../../model/time.ts'

/** Something changed; `seq` only grows. */
export interface LiveChange {
  readonly seq: number
  readonly kind: string
  readonly id: number
  readonly at: EpochMs
}

/** Where changes come from: the part of the archive that live updates need. */
export interface ChangeFeed {
  listen(listener: (changes: readonly LiveChange[]) => void): () => void
  since(seq: number, limit: number): Promise<readonly LiveChange[]>
  latestSeq(): Promise<number>
}
