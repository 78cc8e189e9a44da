import type { OutletMemory } from '../../model/outlet-memory.ts'

/** The memory of an outlet as it travels to another thread: as text, which costs less to hand over than what is in it. */
export interface OutletsMemory {
  /** The outlet's key. */
  readonly outlet: string
  readonly pages: number
  /** OutletMemory as JSON. */
  readonly text: string
}

const outletsKept = 50
const parsed = new Map<string, { readonly pages: number; readonly memory: OutletMemory }>()

/** Parsed once for all pages that are read with it in a row. */
export function parseMemory(given: OutletsMemory | null): OutletMemory | null {
  if (given === null) return null
  const { outlet, pages, text } = given
  const known = parsed.get(outlet)
  // The outlet read last stands last, the first is forgotten.
  parsed.delete(outlet)
  const memory = known?.pages === pages ? known.memory : (JSON.parse(text) as OutletMemory)
  parsed.set(outlet, { pages, memory })
  const [first] = parsed.keys()
  if (parsed.size > outletsKept && first !== undefined) parsed.delete(first)
  return memory
}
