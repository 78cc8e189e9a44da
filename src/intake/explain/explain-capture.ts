import { identifyLanguage } from '../../language/identify-language.ts'
import type { Explanation } from '../../model/explanation.ts'
import type { OutletRules } from '../../model/outlet-rules.ts'
import type { EpochMs } from '../../model/time.ts'
import { explain } from '../../reader/index.ts'
import { type OutletsMemory, parseMemory } from '../read/parse-memory.ts'

/** A capture to be read by each of several sets of rules, as plain data that can be handed to another thread. */
export interface ExplainTask {
  readonly bytes: Uint8Array
  readonly contentType: string | null
  /** Where redirects led. */
  readonly address: string
  readonly fetchedAt: EpochMs
  /** Null: by none. */
  readonly rules: readonly (OutletRules | null)[]
  readonly memory: OutletsMemory | null
}

/** One explanation for each set of rules, in their order. */
export function explainCapture({ rules, memory, ...page }: ExplainTask): readonly Explanation[] {
  const read = { ...page, memory: parseMemory(memory), identifyLanguage }
  return rules.map((each) => explain({ ...read, rules: each }))
}
