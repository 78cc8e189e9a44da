import type { Archive } from '../../archive/archive.ts'
import type { OutletsMemory } from './parse-memory.ts'

/** The memories of the outlets whose pages were read last, as the archive holds them now. */
export interface OutletMemories {
  /** By the outlet's key; null while it has none. */
  of(key: string): Promise<OutletsMemory | null>
}

/** Of some 40 kB each. */
const outletsKept = 200

/** Asks the archive each time whether there is a newer one, and fetches it only then. */
export function createOutletMemories({ memories }: Pick<Archive, 'memories'>): OutletMemories {
  const kept = new Map<string, OutletsMemory>()
  return {
    async of(key) {
      const known = kept.get(key) ?? null
      const newer = await memories.ofOutlet(key, known?.pages ?? 0)
      const memory = newer === null ? known : { outlet: key, pages: newer.pages, text: newer.memory }
      if (memory === null) return null
      kept.delete(key)
      kept.set(key, memory)
      const [first] = kept.keys()
      if (kept.size > outletsKept && first !== undefined) kept.delete(first)
      return memory
    },
  }
}
